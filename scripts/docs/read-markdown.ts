import MarkdownIt from 'markdown-it'

export interface Heading {
  level: number
  text: string
  /** As GitHub makes it, so that a link works there and here. */
  id: string
}

/** One block of code with what its fence says: a language, then perhaps the file that the reader puts it into. */
export interface Snippet {
  language: string
  file: string | undefined
  code: string
  /** Line of the fence, from 1. */
  line: number
}

export interface Link {
  href: string
  line: number
}

const parser = new MarkdownIt({ html: true })

type Token = ReturnType<typeof parser.parse>[number]

export function readHeadings(markdown: string): Heading[] {
  const tokens = parser.parse(markdown, {})
  const taken = new Map<string, number>()
  return tokens.flatMap((token, index) => {
    if (token.type !== 'heading_open') return []
    const text = plainText(tokens[index + 1]?.children ?? [])
    return [{ level: Number(token.tag.slice(1)), text, id: uniqueId(slugOf(text), taken) }]
  })
}

export function readSnippets(markdown: string): Snippet[] {
  return parser
    .parse(markdown, {})
    .filter(({ type }) => type === 'fence')
    .map(({ info, content, map }) => ({ ...readFence(info), code: content, line: (map?.[0] ?? 0) + 1 }))
}

/** Links and pictures. */
export function readLinks(markdown: string): Link[] {
  return parser.parse(markdown, {}).flatMap((block) =>
    (block.children ?? []).flatMap((token) => {
      const href = attributeOf(token, 'href') || attributeOf(token, 'src')
      return href === '' ? [] : [{ href, line: (block.map?.[0] ?? 0) + 1 }]
    }),
  )
}

/** `tsx src/App.tsx` */
export function readFence(info: string): Pick<Snippet, 'language' | 'file'> {
  const [language = '', file] = info.trim().split(/\s+/)
  return { language, file }
}

export function attributeOf(token: Token, name: string): string {
  return String(token.attrGet(name) ?? '')
}

function plainText(tokens: readonly Token[]): string {
  return tokens.map(({ type, content }) => (type === 'text' || type === 'code_inline' ? content : '')).join('')
}

function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-')
}

function uniqueId(slug: string, taken: Map<string, number>): string {
  const count = taken.get(slug) ?? 0
  taken.set(slug, count + 1)
  return count === 0 ? slug : `${slug}-${count}`
}
