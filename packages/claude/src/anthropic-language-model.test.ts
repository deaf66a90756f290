import { readFileSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { createAnthropicLanguageModel } from './anthropic-language-model.ts'
import { listen, modelRequest } from './testing/model-request.ts'
import { beginStream, type ReceivedRequest, type ScriptedServer, serverSentEvent, startScriptedServer } from './testing/scripted-server.ts'

let server: ScriptedServer | undefined

afterEach(async () => {
  await server?.close()
  server = undefined
})

function transcript(name: string): string {
  return readFileSync(new URL(`./fixtures/${name}.sse`, import.meta.url), 'utf8')
}

async function modelOver(script: (response: ServerResponse, request: ReceivedRequest) => void) {
  server = await startScriptedServer(script)
  return createAnthropicLanguageModel({ apiKey: 'sk-test', baseURL: server.url, simulated: true })
}

const hearTranscript = async (name: string) => listen(await modelOver((response) => beginStream(response).end(transcript(name))))

describe('a request', () => {
  test('carries exactly what the model accepts, and nothing that would be refused or cost more', async () => {
    const model = await modelOver((response) => beginStream(response).end(transcript('complete')))
    await listen(model)
    const [received] = server?.requests ?? []
    expect(received).toMatchObject({ method: 'POST', path: '/v1/messages' })
    expect(received?.headers).toMatchObject({ authorization: 'Bearer sk-test', 'anthropic-version': expect.any(String) })
    expect(received?.body).toEqual({
      model: 'claude-haiku-5-5',
      max_tokens: 400,
      system: modelRequest.system,
      messages: [{ role: 'user', content: modelRequest.data }],
      output_config: { format: { type: 'json_schema', schema: modelRequest.schema }, effort: 'low' },
      thinking: { type: 'disabled' },
      metadata: { user_id: '9f2c6f0d' },
      inference_geo: 'global',
      service_tier: 'standard_only',
      stream: true,
    })
  })

  test('for an unknown model is refused before anything is sent', async () => {
    const model = await modelOver((response) => response.end())
    for (const unknown of ['claude-3-5-sonnet', 'gpt-9', 'constructor', '']) {
      const { outcome } = await listen(model, { request: { model: unknown } })
      expect(outcome).toEqual({ kind: 'rejected', cause: 'bad-request' })
    }
    expect(server?.requests).toEqual([])
  })

  test('that cannot be written as HTTP is refused before anything is sent', async () => {
    server = await startScriptedServer((response) => response.end())
    const model = createAnthropicLanguageModel({ apiKey: 'two\nlines', baseURL: server.url, simulated: true })
    expect((await listen(model)).outcome).toEqual({ kind: 'rejected', cause: 'bad-request' })
    expect(server.requests).toEqual([])
  })

  test('reuses the connection of the one before', async () => {
    const model = await modelOver((response) => beginStream(response).end(transcript('complete')))
    for (let call = 0; call < 4; call += 1) await listen(model)
    expect(server?.connections).toBeLessThan(4)
  })
})

describe('a complete answer', () => {
  test('yields its text as it comes and one usage object with start and delta combined', async () => {
    const { text, outcome, providerRequestId, events } = await hearTranscript('complete')
    expect(text).toBe('{"items":[{"chefId":"c1","reasoning":"셰프 김의 파스타는 채식도 좋아요 🍝"}]}')
    expect(events.filter(({ type }) => type === 'text')).toHaveLength(3)
    expect(providerRequestId).toBe('req_011scripted')
    expect(outcome).toEqual({
      kind: 'complete',
      stopReason: 'end_turn',
      contentEmpty: false,
      usage: {
        input_tokens: 312,
        output_tokens: 48,
        cache_creation_input_tokens: 0,
        cache_read_input_tokens: 0,
        cache_creation: { ephemeral_5m_input_tokens: 0, ephemeral_1h_input_tokens: 0 },
        service_tier: 'standard',
        inference_geo: 'global',
        server_tool_use: null,
        speed: null,
        output_tokens_details: null,
      },
    })
  })

  test('is the same wherever the network cuts it, inside characters too', async () => {
    const bytes = Buffer.from(transcript('complete'))
    let cuts: number[] = []
    const model = await modelOver((response) => {
      beginStream(response)
      let from = 0
      for (const cut of [...cuts, bytes.length]) {
        response.write(bytes.subarray(from, cut))
        from = cut
      }
      response.end()
    })
    const expected = await listen(model)
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.integer({ min: 1, max: bytes.length - 1 }), { maxLength: 12 }), async (positions) => {
        cuts = positions.sort((left, right) => left - right)
        const heard = await listen(model)
        expect(heard.text).toBe(expected.text)
        expect(heard.outcome).toEqual(expected.outcome)
      }),
      { numRuns: 40 },
    )
  })

  test('keeps thinking out of the text', async () => {
    const { text, outcome } = await hearTranscript('thinking')
    expect(text).toBe('{"items":[]}')
    expect(outcome).toMatchObject({ kind: 'complete', usage: { output_tokens: 31, output_tokens_details: { thinking_tokens: 19 } } })
  })

  test('cut by max_tokens is complete: its usage is exact', async () => {
    expect((await hearTranscript('max-tokens')).outcome).toMatchObject({
      kind: 'complete',
      stopReason: 'max_tokens',
      usage: { output_tokens: 400 },
    })
  })

  test('says of a refusal whether anything came before it', async () => {
    expect((await hearTranscript('refusal-empty')).outcome).toMatchObject({ kind: 'complete', stopReason: 'refusal', contentEmpty: true })
    await server?.close()
    expect((await hearTranscript('refusal-midway')).outcome).toMatchObject({ kind: 'complete', stopReason: 'refusal', contentEmpty: false })
  })

  test('counts thinking before a refusal as content: it was generated', async () => {
    const thought = { type: 'content_block_start', index: 0, content_block: { type: 'thinking', thinking: '' } }
    const script = transcript('refusal-empty').replace('event: message_delta', `${serverSentEvent(thought)}event: message_delta`)
    const model = await modelOver((response) => beginStream(response).end(script))
    expect((await listen(model)).outcome).toMatchObject({ kind: 'complete', stopReason: 'refusal', contentEmpty: false })
  })

  test('keeps the split of cache writes that only the start knows', async () => {
    expect((await hearTranscript('cached-prompt')).outcome).toMatchObject({
      usage: {
        input_tokens: 20,
        cache_creation_input_tokens: 512,
        cache_read_input_tokens: 700,
        cache_creation: { ephemeral_5m_input_tokens: 500, ephemeral_1h_input_tokens: 12 },
      },
    })
  })

  test('does not wait for a body that stays open after its last event', async () => {
    const model = await modelOver((response) => void beginStream(response).write(transcript('complete')))
    expect((await listen(model)).outcome).toMatchObject({ kind: 'complete' })
  })
})

describe('an answer that breaks off', () => {
  const startUsage = expect.objectContaining({ input_tokens: 312, inference_geo: 'global' })

  test('without message_stop is cut, with the exact input', async () => {
    expect((await hearTranscript('cut')).outcome).toEqual({ kind: 'unknown', cause: 'cut-stream', startUsage })
  })

  test('before message_start is cut, with nothing known', async () => {
    const model = await modelOver((response) => beginStream(response).end(serverSentEvent({ type: 'ping' })))
    expect((await listen(model)).outcome).toEqual({ kind: 'unknown', cause: 'cut-stream' })
  })

  test('with an error event is a stream error', async () => {
    const { text, outcome } = await hearTranscript('error-event')
    expect(text).toBe('{"items":[')
    expect(outcome).toEqual({ kind: 'unknown', cause: 'stream-error', startUsage })
  })

  test('with an event that is not JSON is a stream error', async () => {
    const model = await modelOver((response) =>
      beginStream(response).end(`${transcript('cut')}event: content_block_delta\ndata: {"index\n\n`),
    )
    expect((await listen(model)).outcome).toEqual({ kind: 'unknown', cause: 'stream-error', startUsage })
  })

  test('with a reset is a reset, not a cut', async () => {
    const model = await modelOver((response) => {
      beginStream(response).write(transcript('cut'), () => setImmediate(() => response.socket?.resetAndDestroy()))
    })
    expect((await listen(model)).outcome).toMatchObject({ kind: 'unknown', cause: 'connection-reset' })
  })

  test.each([
    ['no message_delta', [{ type: 'message_start', message: { usage: { input_tokens: 3, output_tokens: 1 } } }]],
    [
      'no stop reason',
      [
        { type: 'message_start', message: { usage: { input_tokens: 3 } } },
        { type: 'message_delta', usage: { output_tokens: 4 } },
      ],
    ],
    [
      'null counts',
      [
        { type: 'message_start', message: { usage: { input_tokens: 3, output_tokens: 1 } } },
        { type: 'message_delta', delta: { stop_reason: 'end_turn' }, usage: { output_tokens: null } },
      ],
    ],
    [
      'counts that are no counts',
      [
        { type: 'message_start', message: { usage: { input_tokens: 3 } } },
        { type: 'message_delta', delta: { stop_reason: 'end_turn' }, usage: { output_tokens: -1 } },
      ],
    ],
  ])('never invents an exact usage: %s', async (_, events) => {
    const model = await modelOver((response) =>
      beginStream(response).end([...events, { type: 'message_stop' }].map(serverSentEvent).join('')),
    )
    expect((await listen(model)).outcome).toMatchObject({ kind: 'unknown', cause: 'cut-stream', startUsage: { input_tokens: 3 } })
  })

  test('survives events and usages in any order and with any holes', async () => {
    const hole = fc.constantFrom(undefined, null, {}, [], 'x', 0)
    const usage = fc.oneof(
      hole,
      fc.record({ input_tokens: fc.oneof(fc.nat(), hole), output_tokens: fc.oneof(fc.nat(), hole) }, { requiredKeys: [] }),
    )
    const event = fc.oneof(
      fc.record({ type: fc.constant('message_start'), message: fc.oneof(hole, fc.record({ usage })) }),
      fc.record({ type: fc.constant('message_delta'), delta: fc.oneof(hole, fc.constant({ stop_reason: 'end_turn' })), usage }),
      fc.record({ type: fc.constant('content_block_start'), content_block: fc.oneof(hole, fc.constant({ type: 'text', text: 'a' })) }),
      fc.record({ type: fc.constant('content_block_delta'), delta: fc.oneof(hole, fc.constant({ type: 'text_delta', text: 'b' })) }),
      fc.record({ type: fc.constantFrom('message_stop', 'ping', 'content_block_stop', 'brand_new') }),
    )
    let script = ''
    const model = await modelOver((response) => beginStream(response).end(script))
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 8 }), async (events) => {
        script = events.map((each) => serverSentEvent({ ...each })).join('')
        const { outcome } = await listen(model)
        if (outcome.kind === 'complete')
          expect(outcome.usage).toMatchObject({ input_tokens: expect.any(Number), output_tokens: expect.any(Number) })
      }),
      { numRuns: 150 },
    )
  })
})

describe('the signal', () => {
  test('covers the wait for the headers', async () => {
    const model = await modelOver(() => abort.abort())
    const abort = new AbortController()
    expect((await listen(model, { signal: abort.signal })).outcome).toEqual({ kind: 'unknown', cause: 'timeout' })
  })

  test('covers the body, and what was generated by then is known', async () => {
    const model = await modelOver((response) => void beginStream(response).write(transcript('cut')))
    const abort = new AbortController()
    const events = []
    for await (const event of model.ask(modelRequest, abort.signal)) {
      events.push(event)
      abort.abort()
    }
    expect(events).toMatchObject([
      { type: 'text' },
      { type: 'end', outcome: { kind: 'unknown', cause: 'timeout', startUsage: { input_tokens: 312 } } },
    ])
  })

  test('aborted beforehand sends nothing and costs nothing', async () => {
    const model = await modelOver((response) => response.end())
    expect((await listen(model, { signal: AbortSignal.abort() })).outcome).toEqual({ kind: 'rejected', cause: 'connection-refused' })
    expect(server?.requests).toEqual([])
  })

  test('closes the connection when the listener leaves early', async () => {
    const closed = Promise.withResolvers<void>()
    const model = await modelOver((response) => {
      response.on('close', closed.resolve)
      beginStream(response).write(transcript('cut'))
    })
    for await (const _ of model.ask(modelRequest, new AbortController().signal)) break
    await closed.promise
  })
})

describe('the probe', () => {
  test('asks for the models, which is free', async () => {
    const model = await modelOver((response) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"data":[],"has_more":false}'),
    )
    expect(await model.probe()).toEqual({ reachable: true, milliseconds: expect.any(Number) })
    expect(server?.requests).toMatchObject([{ method: 'GET', path: expect.stringMatching(/^\/v1\/models/) }])
  })

  test('names what is wrong, and ends in time', async () => {
    const refusing = await modelOver((response) => response.writeHead(401).end())
    expect(await refusing.probe()).toMatchObject({ reachable: false, problem: 'answers with status 401' })
    await server?.close()
    expect(await refusing.probe()).toMatchObject({ reachable: false, problem: 'no connection' })
    const silent = await modelOver(() => {})
    expect(await silent.probe(30)).toMatchObject({ reachable: false, problem: 'no answer within 30 ms' })
  })
})
