import { posix } from 'node:path'
import highlighter from 'highlight.js/lib/common'
import MarkdownIt from 'markdown-it'
import { attributeOf, readFence, readHeadings } from './read-markdown.ts'
import { sitePages, sitePath } from './site.ts'

const languages: Record<string, string> = { sh: 'bash', tsx: 'typescript', html: 'xml', http: 'http' }

/** One page of Markdown as HTML without inline styles or scripts. `file` is its path below `docs/`, from which its links lead. */
export function renderMarkdown(markdown: string, file: string): string {
  const renderer = new MarkdownIt({ html: true })
  const { rules } = renderer.renderer
  const { escapeHtml } = renderer.utils
  const headings = readHeadings(markdown)
  let heading = 0

  rules.heading_open = (tokens, index) => {
    const { id } = headings[heading]!
    return tokens[index]!.tag === 'h1' ? '<h1>' : `<${tokens[index]!.tag} id="${escapeHtml(id)}"><a href="#${escapeHtml(id)}">`
  }
  rules.heading_close = (tokens, index) => {
    heading += 1
    return tokens[index]!.tag === 'h1' ? '</h1>\n' : `</a></${tokens[index]!.tag}>\n`
  }
  rules.fence = (tokens, index) => {
    const { content, info } = tokens[index]!
    const { language, file: target } = readFence(info)
    const caption = target ? `<figcaption>${escapeHtml(target)}</figcaption>` : ''
    const code = highlight(content, language) ?? escapeHtml(content)
    return `<figure class="code" data-language="${escapeHtml(language)}">${caption}<pre tabindex="0"><code>${code}</code></pre></figure>\n`
  }
  rules.table_open = () => '<div class="table"><table>\n'
  rules.table_close = () => '</table></div>\n'
  // The aligning style that the renderer writes is blocked by the policy of the pages.
  for (const rule of ['th_open', 'td_open'] as const) {
    rules[rule] = (tokens, index) => {
      const number = attributeOf(tokens[index]!, 'style').includes('right') ? ' class="number"' : ''
      return `<${tokens[index]!.tag}${number}>`
    }
  }
  rules.link_open = (tokens, index, options, _environment, self) => {
    tokens[index]!.attrSet('href', siteAddress(attributeOf(tokens[index]!, 'href'), file))
    return self.renderToken(tokens, index, options)
  }
  rules.image = (tokens, index) => {
    const { content } = tokens[index]!
    return `<img src="${escapeHtml(siteAddress(attributeOf(tokens[index]!, 'src'), file))}" alt="${escapeHtml(content)}" loading="lazy">`
  }
  return renderer.render(markdown)
}

/** Where a link of the Markdown leads on the site: other pages by their address, pictures beside them. */
export function siteAddress(href: string, from: string): string {
  if (/^(https?:|mailto:|#|\/)/.test(href)) return href
  const [path = '', fragment] = href.split('#')
  const target = posix.join(posix.dirname(from), path)
  const page = sitePages.find(({ file }) => file === target)
  if (page) return `${sitePath}${page.slug}${fragment ? `#${fragment}` : ''}`
  if (target.startsWith('pictures/')) return `${sitePath}${target}`
  throw new Error(`docs/${from}: ${href} is no page of the site and no picture`)
}

function highlight(code: string, language: string): string | undefined {
  const name = languages[language] ?? language
  return highlighter.getLanguage(name) ? highlighter.highlight(code, { language: name }).value : undefined
}
