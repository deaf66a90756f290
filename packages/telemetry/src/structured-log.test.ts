import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createStructuredLog, type LogLevel } from './structured-log.ts'

const canary = 'Mina Park, mina.park@example.com, 010-1234-5678'

function capture(level: LogLevel = 'trace') {
  const lines: string[] = []
  let dropped = 0
  const log = createStructuredLog({
    level,
    onDroppedFields: (fields) => {
      dropped += fields
    },
    destination: { write: (line) => void lines.push(line) },
  })
  const last = () => JSON.parse(lines.at(-1) ?? 'null') as Record<string, unknown>
  return { log, lines, last, dropped: () => dropped }
}

describe('createStructuredLog', () => {
  test('writes one JSON line with level, time, message and allowed fields', () => {
    const { log, lines, last, dropped } = capture()
    log.info({ event: 'started', port: 8787, embedded: true, problem: undefined }, 'The server listens.')
    expect(lines).toHaveLength(1)
    expect(last()).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      event: 'started',
      port: 8787,
      embedded: true,
      msg: 'The server listens.',
    })
    expect(dropped()).toBe(0)
  })

  test('drops and counts fields that are not on the list or not of the listed form', () => {
    const { log, last, dropped } = capture()
    log.warn(
      {
        authorization: 'Bearer x',
        body: { a: 1 },
        requestId: canary,
        port: '80',
        milliseconds: Number.NaN,
        embedded: 1,
        reason: 'timeout',
      },
      'm',
    )
    expect(last()).toEqual({ level: 'warn', time: expect.any(String), reason: 'timeout', msg: 'm' })
    expect(dropped()).toBe(6)
  })

  test('keeps quiet below its level, and when silent', () => {
    const { log, lines, dropped } = capture('warn')
    log.info({ unknown: 1 }, 'no')
    log.silent('no')
    log.warn('yes')
    log.error('yes')
    log.fatal('yes')
    expect(lines).toHaveLength(3)
    expect(dropped()).toBe(0)
    expect(log.level).toBe('warn')
    const silent = capture('silent')
    silent.log.fatal('no')
    expect(silent.lines).toEqual([])
  })

  test('an error leaves its type, code and frames, never its message', () => {
    const { log, lines, last } = capture()
    const error = Object.assign(new TypeError(`${canary}\n    at ${canary}:1:2`), { code: 'ECONNRESET' })
    log.error(error)
    expect(last()).toMatchObject({ errorType: 'TypeError', errorCode: 'ECONNRESET', msg: 'error' })
    expect((last().frames as string[])[0]).toMatch(/^at .*structured-log\.test\.ts:\d+:\d+\)?$/)
    log.error({ err: error }, error.message)
    log.error({ error, reqId: 'r-1' }, `failed: ${error.message}`)
    expect(last()).toMatchObject({ reqId: 'r-1', msg: 'error' })
    log.error({ err: error }, 'The request failed.')
    expect(last().msg).toBe('The request failed.')
    expect(lines.join('')).not.toContain('mina')
  })

  test('an error without a usable name, stack or code is still an error', () => {
    const { log, last } = capture()
    const error = new Error('x')
    error.name = canary
    Object.defineProperty(error, 'stack', { value: undefined })
    log.error({ err: error })
    expect(last()).toEqual({ level: 'error', time: expect.any(String), errorType: 'Error', msg: 'error' })
  })

  test('nothing is formatted into the message, and it stays one line', () => {
    const { log, last } = capture()
    log.info('value %s %j', canary, { canary })
    expect(last().msg).toBe('value %s %j')
    log.info({}, `two\nlines\u2028${'x'.repeat(400)}`, canary)
    expect(last().msg).toMatch(/^two lines x+$/)
    expect(String(last().msg)).toHaveLength(300)
  })

  test('children carry allowed fields only', () => {
    const { log, last, lines, dropped } = capture()
    log.child({ reqId: 'r-1', user: canary }).child({ stage: 'admit' }).debug({ outcome: 'continue' }, 'm')
    expect(last()).toMatchObject({ reqId: 'r-1', stage: 'admit', outcome: 'continue' })
    expect(lines.join('')).not.toContain('mina')
    expect(dropped()).toBe(1)
  })

  test('a field whose getter throws is dropped', () => {
    const { log, last, dropped } = capture()
    const fields = Object.defineProperty({ stage: 'admit' }, 'reason', {
      enumerable: true,
      get() {
        throw new Error(canary)
      },
    })
    log.info(fields, 'm')
    expect(last()).toMatchObject({ stage: 'admit', msg: 'm' })
    expect(dropped()).toBe(0)
  })

  test('a canary planted anywhere in any object does not come out', () => {
    const listed = fc.constantFrom('event', 'reason', 'requestId', 'reqId', 'model', 'port', 'embedded', 'err', 'level', 'msg', 'time')
    const framework = fc.constantFrom('req', 'res', 'headers', 'body', 'token', 'context', 'toJSON', '__proto__', 'serializers')
    const key = fc.oneof(listed, framework, fc.string(), fc.constant(canary))
    const leaf = fc.oneof(
      fc.constant<unknown>(canary),
      fc.constant(`prefix ${canary} suffix`),
      fc.constant(new Error(canary)),
      fc.constant(new Error('outer', { cause: canary })),
      fc.constant(Buffer.from(canary)),
      fc.constant([canary, [canary]]),
      fc.constant(new Map([[canary, canary]])),
      fc.constant({ toString: () => canary, toJSON: () => canary }),
      fc.anything(),
    )
    const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof({ maxDepth: 3 }, leaf, fc.dictionary(key, tie('tree'), { maxKeys: 6 })),
    }))
    const { log, lines } = capture()
    fc.assert(
      fc.property(tree, tree, (first, second) => {
        // A plain string is the message itself, which is ours.
        const fields = typeof first === 'string' ? { first } : first
        log.info(fields, 'constant', second)
        log.error(fields)
        log.child(fields).warn(second instanceof Object ? second : {}, 'constant')
      }),
      { numRuns: 1000 },
    )
    expect(lines.length).toBe(3000)
    for (const line of lines) {
      expect(line).not.toMatch(/mina|park|1234/i)
      expect(() => JSON.parse(line)).not.toThrow()
    }
  })
})
