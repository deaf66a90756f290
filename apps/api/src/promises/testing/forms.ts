import { fileURLToPath } from 'node:url'
import { buildPage } from '@inkling/widget-kit/testing'

/** One way in which widgets get into a host's page. */
export interface Form {
  name: string
  /** The page's script and styles by path. */
  build(): Promise<Record<string, { type: string; body: string }>>
}

export interface HostDocument {
  language?: string
  direction?: 'ltr' | 'rtl'
  /** The host's own style sheet. */
  css?: string
  /** The host alone: no script and no style of a widget. */
  bare?: boolean
  /** Names under which the form's script is loaded, each a version of its own; `window` has it under that name. */
  versions?: readonly string[]
}

const source = (path: string) => fileURLToPath(new URL(`../../../../../${path}`, import.meta.url))

/** Every promise holds in each of them. */
export const forms: readonly Form[] = [{ name: 'react', build: () => buildPage(source('widgets/coocook/src/testing/promise-page.tsx')) }]

/** A page with content of its own around its widgets, as a team would have it that has never heard of them. */
export function hostDocument(form: Form, document: HostDocument, cssPath: string): string {
  const { language = 'en', direction = 'ltr', bare = false, versions = ['host'] } = document
  const scripts = versions.map((name) => `<script type="module" src="/host/${form.name}/page.js?name=${name}"></script>`)
  return `<!doctype html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Host page</title>
${bare ? '' : `<link rel="stylesheet" href="/host/${form.name}/page.css">`}
<link rel="stylesheet" href="${cssPath}">
</head>
<body>
<h1>An evening with friends</h1>
<form class="card"><label>Note <input id="note" value="Bring candles."></label> <button type="button" class="button primary">Book</button></form>
<table><caption>Prices</caption><tbody><tr><th>Chef</th><td class="item">120</td></tr></tbody></table>
<ul class="items"><li class="item">Flowers</li><li><a href="#below"><svg width="16" height="16"><path d="M0 0h16v16z"></path></svg> Wine</a></li></ul>
${versions.map((name) => `<h2>Suggestions</h2><main id="${name}-root"></main>`).join('\n')}
<p id="below">What the page says <b>below</b> its <i>widgets</i>.</p>
<pre>17:00 doors</pre>
<textarea>Dear guests,</textarea>
${bare ? '' : scripts.join('\n')}
</body>
</html>`
}
