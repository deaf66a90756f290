import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { type Suggestion, suggestions } from '@inkling/prompts'
import { askAsWidget, type WidgetAnswer } from '@inkling/widget-kit/testing/ask-as-widget'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type RecordedExchange, type Recorder, startRecorder } from '../testing/exchange-recorder.ts'
import { freePort, runCommand, runServer, type ServerProcess, temporaryFolder } from '../testing/run-server.ts'

const folder = temporaryFolder()
const fixtures = new URL('./fixtures/', import.meta.url)
// The name of a release that adds to the contract: `v2` records fixtures/v2.json. What was recorded is never edited.
const release = process.env.INKLING_RECORD_WIRE

type Recording = Record<string, RecordedExchange>
const recordings = readdirSync(fixtures).map((name): [string, Recording] => [
  name,
  JSON.parse(readFileSync(new URL(name, fixtures), 'utf8')),
])
const cases = recordings.flatMap(([file, exchanges]) =>
  suggestions.flatMap((suggestion) => {
    const exchange = exchanges[suggestion.name]
    return exchange ? [{ file, name: suggestion.name, suggestion, exchange }] : []
  }),
)
const requestOf = ({ name, example }: Suggestion) => {
  const [product = '', suggestion = ''] = name.split('.')
  return { product, suggestion, context: example }
}

/** Every path of a value with its type, elements of arrays under one path. */
function shapeOf(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return [`${path}: list`, ...value.flatMap((element) => shapeOf(element, `${path}[]`))]
  if (typeof value !== 'object' || value === null) return [`${path}: ${value === null ? 'null' : typeof value}`]
  return [`${path}: object`, ...Object.entries(value).flatMap(([key, inner]) => shapeOf(inner, `${path}.${key}`))]
}

// Optional by contract: an example that speaks of a month that has passed may be answered by the template one day.
const mayBeAbsent = ['.meta.simulated: boolean']
const lostFrom = (before: unknown, now: unknown) => {
  const present = new Set([...shapeOf(now), ...mayBeAbsent])
  return [...new Set(shapeOf(before))].filter((entry) => !present.has(entry))
}

describe('the wire contract', () => {
  let server: ServerProcess
  let recorder: Recorder
  const tokens = new Map<string, string>()

  beforeAll(async () => {
    const environment = { INKLING_DATA_DIR: folder.path, SIM_PORT: String(await freePort()) }
    server = await runServer(environment)
    recorder = await startRecorder(server.url)
    for (const product of new Set(suggestions.map(({ product }) => product))) {
      const minted = await runCommand(['token', '--product', product, '--user', 'u1'], environment)
      tokens.set(product, minted.stdout.trim())
    }
    if (!release) return
    const recording: Recording = {}
    for (const suggestion of suggestions) {
      await askAsWidget(recorder.url, tokens.get(suggestion.product)!, requestOf(suggestion))
      recording[suggestion.name] = recorder.last()
    }
    writeFileSync(new URL(`${release}.json`, fixtures), `${JSON.stringify(recording, null, 2)}\n`, { flag: 'wx' })
  })
  afterAll(async () => {
    await recorder?.close()
    await server?.stop()
    folder.remove()
  })

  /** What the present widget makes of these bytes, and the kinds of events that its page hears of. */
  async function read(suggestion: Suggestion, response: RecordedExchange['response']): Promise<WidgetAnswer & { heard: string[] }> {
    const heard = new Set<string>()
    recorder.answerWith(response)
    const answer = await askAsWidget(recorder.url, 'any', requestOf(suggestion), { onEvent: ({ type }) => void heard.add(type) })
    recorder.answerWith(undefined)
    return { ...answer, heard: [...heard] }
  }

  test('was recorded for every suggestion there was', () => {
    for (const [, exchanges] of recordings) expect(Object.keys(exchanges).length).toBeGreaterThanOrEqual(15)
    expect(recordings.length).toBeGreaterThanOrEqual(1)
  })

  test.each(cases)('a widget of $file works with this server: $name', async ({ suggestion, exchange }) => {
    const { request, response } = exchange
    const answered = await fetch(`${server.url}${request.path}`, {
      method: request.method,
      headers: { ...request.headers, authorization: `Bearer ${tokens.get(suggestion.product)}` },
      body: request.body,
    })
    const now = { status: answered.status, type: answered.headers.get('content-type') ?? '', body: await answered.text() }
    expect([now.status, now.type]).toEqual([response.status, response.type])
    const [before, present] = [await read(suggestion, response), await read(suggestion, now)]
    expect([present.failure, present.items.length >= 1]).toEqual([undefined, true])
    expect(lostFrom(before, present)).toEqual([])
  })

  test.each(cases)('this widget works with a server of $file: $name', async ({ suggestion, exchange }) => {
    const { request, response } = exchange
    const answer = await read(suggestion, response)
    // That server takes what this widget sends: the same request as then.
    expect(recorder.last().request).toEqual(request)
    expect([answer.failure, answer.meta?.source]).toEqual([undefined, 'claude'])
    expect(response.body).toContain(JSON.stringify(answer.items[0]))
  })

  test('this widget passes over what a later server may add: fields, and events of a kind it does not know', async () => {
    const { suggestion, exchange } = cases[0]!
    const { response } = exchange
    const before = await read(suggestion, response)
    const later = response.body
      .split('\n')
      .flatMap((line) => (line.includes('"answer-start"') ? [line, line.replace('"answer-start"', '"answer-hint"')] : [line]))
      .map((line) => line.replace('"source":', '"later":{"field":[1]},"source":'))
      .join('\n')
    expect(later).not.toBe(response.body)
    const after = await read(suggestion, { ...response, body: later })
    expect(after).toEqual({ ...before, meta: { ...before.meta, later: { field: [1] } } })
  })
})
