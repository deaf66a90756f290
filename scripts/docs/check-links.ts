import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { readHeadings, readLinks } from './read-markdown.ts'

/** Links of a Markdown file that lead nowhere: a file or a heading that is not there. Addresses of the web are not asked. */
export function brokenLinks(file: string, root: string): string[] {
  const markdown = readFileSync(file, 'utf8')
  const place = relative(root, file)
  return readLinks(markdown).flatMap(({ href, line }) => {
    if (/^(https?:|mailto:|\/)/.test(href)) return []
    const [path = '', fragment] = decodeURI(href).split('#')
    const target = path === '' ? file : join(dirname(file), path)
    if (!existsSync(target)) return [`${place}:${line}: ${href}: there is no ${relative(root, target)}`]
    if (!fragment) return []
    const ids = readHeadings(readFileSync(target, 'utf8')).map(({ id }) => id)
    return ids.includes(fragment) ? [] : [`${place}:${line}: ${href}: ${relative(root, target)} has no heading "${fragment}"`]
  })
}
