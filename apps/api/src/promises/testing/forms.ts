import { fileURLToPath } from 'node:url'
import { buildPage } from '@inkling/widget-kit/testing'
import type { PromiseWidget } from '@inkling/widget-kit/testing/promise-host'

/** One way in which widgets get into a host's page. */
export interface Form {
  name: string
  /** The page's script and styles by path. */
  build(): Promise<Record<string, { type: string; body: string }>>
  /** What the host's document needs for a version of that name. */
  head(version: string): string
  /** What is in the document before any script runs. */
  markup(widgets: readonly PromiseWidget[]): Promise<string>
}

export interface HostDocument {
  language?: string
  direction?: 'ltr' | 'rtl'
  /** The host's own style sheet. */
  css?: string
  /** Widgets that are in the document from the start, as a server renders them. */
  rendered?: readonly PromiseWidget[]
  /** The host alone: no script and no style of a widget. */
  bare?: boolean
  /** Names under which the form's script is loaded, each a version of its own; `window` has it under that name. */
  versions?: readonly string[]
}

const source = (path: string) => fileURLToPath(new URL(`../../../../../${path}`, import.meta.url))

const react: Form = {
  name: 'react',
  build: () => buildPage(source('widgets/coocook/src/testing/promise-page.tsx')),
  head: () => '<link rel="stylesheet" href="/host/react/page.css">',
  async markup(widgets) {
    const { renderWidgets } = await import(source('widgets/coocook/src/testing/rendered-promise-page.ts'))
    return renderWidgets(widgets)
  },
}

const standalone: Form = {
  name: 'standalone',
  build: () => buildPage(source('apps/embed/src/testing/promise-page.ts')),
  head: (version) =>
    `<script async src="/embed/v1/inkling.js?${version}" ${version === 'host' ? '' : `data-element="inkling-${version}"`}></script>`,
  async markup(widgets) {
    const elements = widgets.map(({ suggestion, context }) => {
      const attribute = JSON.stringify(context).replaceAll("'", '&#39;')
      const name = suggestion.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
      return `<inkling-suggestions product="coocook" suggestion="${name}" context='${attribute}' token-url="/host/token"><p class="own">The host's own words</p></inkling-suggestions>`
    })
    return elements.join('')
  },
}

/** Every promise holds in each of them. */
export const forms: readonly Form[] = [react, standalone]

/** A page with content of its own around its widgets, as a team would have it that has never heard of them. */
export function hostDocument(form: Form, document: HostDocument, cssPath: string, markup: string): string {
  const { language = 'en', direction = 'ltr', bare = false, versions = ['host'] } = document
  const scripts = versions.map((name) => `<script type="module" src="/host/${form.name}/page.js?name=${name}"></script>`)
  return `<!doctype html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Host page</title>
${bare ? '' : versions.map((name) => form.head(name)).join('\n')}
<link rel="stylesheet" href="${cssPath}">
</head>
<body>
<h1>An evening with friends</h1>
<form class="card"><label>Note <input id="note" value="Bring candles."></label> <button type="button" class="button primary">Book</button></form>
<table><caption>Prices</caption><tbody><tr><th>Chef</th><td class="item">120</td></tr></tbody></table>
<ul class="items"><li class="item">Flowers</li><li><a href="#below"><svg width="16" height="16"><path d="M0 0h16v16z"></path></svg> Wine</a></li></ul>
${versions.map((name) => `<h2>Suggestions</h2><main id="${name}-root">${markup}</main>`).join('\n')}
<p id="below">What the page says <b>below</b> its <i>widgets</i>.</p>
<pre>17:00 doors</pre>
<textarea>Dear guests,</textarea>
${bare ? '' : scripts.join('\n')}
</body>
</html>`
}
