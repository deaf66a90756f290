import type { Heading } from './read-markdown.ts'
import { type SitePage, site, sitePages, sitePath } from './site.ts'

export interface PageParts {
  page: SitePage
  headings: readonly Heading[]
  /** The rendered Markdown. */
  body: string
  assets: PageAssets
}

/** Addresses of built files. */
export interface PageAssets {
  styles: readonly string[]
  /** Run before the first frame, as a classic script. */
  theme: string
  modules: readonly string[]
}

/** The whole document around a page's words. */
export function renderPage({ page, headings, body, assets }: PageParts): string {
  const title = escapeHtml(headings.find(({ level }) => level === 1)?.text ?? page.label)
  const whole = page.slug === '' ? 'Inkling docs' : `${title} | Inkling docs`
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${whole}</title>
<link rel="icon" href="/inkling.svg" type="image/svg+xml">
<script src="${assets.theme}"></script>
${assets.styles.map((href) => `<link rel="stylesheet" href="${href}">`).join('\n')}
${assets.modules.map((src) => `<script type="module" src="${src}"></script>`).join('\n')}
</head>
<body>
<a class="skip" href="#words">Skip to the text</a>
<header class="top"><a class="brand" href="${sitePath}"><img src="/inkling.svg" alt="" width="26" height="26">Inkling <span>docs</span></a><div data-place="theme"></div></header>
<div class="frame">
<nav class="side" aria-label="Pages">${navigation(page)}</nav>
<main id="words">
${body}
${turnOver(page)}
</main>
${contents(headings)}
</div>
</body>
</html>
`
}

function navigation(current: SitePage): string {
  const item = (page: SitePage) =>
    `<li><a href="${sitePath}${page.slug}"${page === current ? ' aria-current="page"' : ''}>${escapeHtml(page.label)}</a></li>`
  const groups = site.map(({ title, pages }) => `<h2>${escapeHtml(title)}</h2><ul>${pages.map(item).join('')}</ul>`)
  return `${groups.join('\n')}<h2>Reference</h2><ul><li><a href="/api/docs">API</a></li></ul>`
}

function turnOver(page: SitePage): string {
  const at = sitePages.indexOf(page)
  const link = (target: SitePage | undefined, words: string) =>
    target ? `<a href="${sitePath}${target.slug}"><small>${words}</small>${escapeHtml(target.label)}</a>` : ''
  return `<nav class="turn" aria-label="Next and previous page">${link(sitePages[at - 1], 'Before')}${link(sitePages[at + 1], 'Next')}</nav>`
}

function contents(headings: readonly Heading[]): string {
  const sections = headings.filter(({ level }) => level === 2)
  if (sections.length < 2) return '<div></div>'
  const links = sections.map(({ id, text }) => `<li><a href="#${escapeHtml(id)}">${escapeHtml(text)}</a></li>`)
  return `<nav class="contents" aria-label="On this page"><h2>On this page</h2><ul>${links.join('')}</ul></nav>`
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
