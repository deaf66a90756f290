import { formatUsd } from '@inkling/cost'
import { type Suggestion, suggestions } from '@inkling/prompts'
import { contextSchemaOf, kindOf } from './openapi.ts'
import { roadmapAverageUsd, roadmapEstimates } from './roadmap-estimates.ts'
import { roadmapCostOf, typicalCostOf, typicalUsageOf } from './typical-cost.ts'

type Json = { [key: string]: unknown }

/** The documentation page: one section for each suggestion, plain HTML, no script. */
export function documentationPage(): string {
  const byProduct = Map.groupBy(suggestions, ({ product }) => product)
  const links = suggestions.map(({ path, title }) => `<li><a href="#${path}">${escapeHtml(title.en)}</a></li>`).join('')
  const sections = [...byProduct].map(([product, list]) => `<h2>${escapeHtml(product)}</h2>${list.map(section).join('')}`).join('')
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Inkling API</title>
<link rel="stylesheet" href="/api/docs/style.css"></head><body>
<header><h1>Inkling API</h1><p>AI suggestions inside products, over plain HTTP. The same registry answers tRPC at <code>/trpc</code>;
the machine-readable form is <a href="/api/openapi.json">OpenAPI 3.1</a>. <a href="/docs/">The guides</a> show how to embed the widgets.</p></header>
<div class="columns"><nav aria-label="Suggestions"><ul><li><a href="#start">Start here</a></li>${links}<li><a href="#feedback">Feedback</a></li><li><a href="#errors">Errors</a></li></ul></nav>
<main>${introduction}${sections}${feedback}${errors}</main></div></body></html>`
}

const introduction = `<section id="start"><h2>Start here</h2>
<p>Mint a token for a user of your product, then send the context as the body.</p>
<pre><code>TOKEN=$(npm run -s inkling -- token --product coocook --user u1)</code></pre>
<p>A token is valid for at most 15 minutes. Its <code>locale</code> (<code>en</code>, <code>ko</code>) is the language of the answer.
Every answer is <code>200</code> with <code>items</code> and <code>meta</code>; <code>meta.source</code> says where it comes from:
<code>claude</code>, <code>cache</code>, <code>stale</code>, <code>template</code>, or <code>off</code> (no items: show your own content).</p></section>`

const feedback = `<section id="feedback"><h2>Feedback</h2><p><code>POST /api/v1/feedback</code> with 1 to 100 events. Choose an id for each event: sending it
twice changes nothing.</p><pre><code>${escapeHtml(
  JSON.stringify(
    { events: [{ id: '01990a2b-7c3d-7e4f-8a5b-6c7d8e9f0a1d', suggestionId: 'as received', type: 'rate', value: 5 }] },
    null,
    2,
  ),
)}</code></pre><p>Types: impression, dwell (milliseconds), accept, edit, dismiss, undo, copy, rate (1 to 5), report, convert (server tokens; USD, optional).</p></section>`

const errors = `<section id="errors"><h2>Errors</h2><p>Only your own mistakes are errors; each has a stable code and a sentence that names the field and the fix.</p>
<pre><code>${escapeHtml(JSON.stringify({ error: { code: 'invalid-input', message: 'The field "partySize" is missing.', field: 'partySize', requestId: '…' } }, null, 2))}</code></pre></section>`

function section(suggestion: Suggestion): string {
  const { path, title, summary, items, example } = suggestion
  const curl = `curl -s http://127.0.0.1:8787/api/v1/suggestions/${path} \\
  -H "authorization: Bearer $TOKEN" -H "content-type: application/json" \\
  -d '${JSON.stringify(example).replaceAll("'", "'\\''")}'`
  const answer = {
    suggestionId: '…',
    items: suggestion.template(example, 'en', new Date()),
    meta: { source: 'claude', createdAt: '…', requestId: '…' },
  }
  return `<section id="${path}"><h3>${escapeHtml(title.en)}</h3><p>${escapeHtml(summary)} ${items.minimum} to ${items.maximum} items.</p>
<p><code>POST /api/v1/suggestions/${path}</code></p>
${costLine(suggestion)}
<table><thead><tr><th>Field</th><th>Kind</th><th>Type</th><th>Meaning</th></tr></thead><tbody>${rows(contextSchemaOf(suggestion)).join('')}</tbody></table>
<h4>Request</h4><pre><code>${escapeHtml(curl)}</code></pre><details><summary>Answer</summary><pre><code>${escapeHtml(JSON.stringify(answer, null, 2))}</code></pre></details></section>`
}

/** What a call costs that is answered by the model; one from the cache or the template costs nothing. */
function costLine({ name }: Suggestion): string {
  const usage = typicalUsageOf(name)
  if (!usage) return ''
  const cost = typicalCostOf(usage, new Date())
  const estimate = roadmapEstimates[name]
  const planned = estimate
    ? `The roadmap planned ${estimate.inputTokens} + ${estimate.outputTokens} tokens, $${formatUsd(roadmapCostOf(estimate))} at its prices.`
    : `The roadmap's average is $${roadmapAverageUsd}.`
  return `<p class="cost">Typically ${cost.inputTokens} + ${cost.outputTokens} tokens of ${cost.model}: <strong>$${formatUsd(cost.picoUsd)}</strong> a call. ${planned}</p>`
}

/** One table row for each property, those of candidates indented below their list. */
function rows(schema: Json, prefix = ''): string[] {
  const required = new Set((schema.required as string[]) ?? [])
  return Object.entries((schema.properties ?? {}) as Record<string, Json>).flatMap(([name, property]) => {
    const optional = required.has(name) ? '' : ' <span class="optional">optional</span>'
    const row = `<tr><td><code>${escapeHtml(prefix + name)}</code>${optional}</td><td>${escapeHtml(kindOf(property))}</td><td>${escapeHtml(typeOf(property))}</td><td>${escapeHtml(String(property.description ?? ''))}</td></tr>`
    const entry = property.items as Json | undefined
    return [row, ...(entry?.properties ? rows(entry, `${prefix}${name}[].`) : [])]
  })
}

function typeOf(schema: Json): string {
  if (schema.enum) return (schema.enum as string[]).join(' | ')
  if (schema.type === 'array') return `list of ${typeOf(schema.items as Json)}${limit(schema.maxItems, 'at most')}`
  const range = schema.minimum !== undefined && schema.maximum !== undefined ? `, ${schema.minimum} to ${schema.maximum}` : ''
  return `${schema.type}${range}${limit(schema.maxLength, 'at most')}`
}

function limit(value: unknown, words: string): string {
  return value === undefined ? '' : `, ${words} ${value}`
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
