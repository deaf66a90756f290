import type { LifecycleEvent, Settlement } from '@inkling/suggestions/ports'
import { describe, expect, test } from 'vitest'
import { createLogObserver } from './log-observer.ts'
import { createStructuredLog } from './structured-log.ts'

function capture() {
  const lines: Record<string, unknown>[] = []
  let time = 1_000_000
  const log = createStructuredLog({ level: 'trace', destination: { write: (line) => void lines.push(JSON.parse(line)) } })
  const observer = createLogObserver({ log, now: () => time })
  return { observer, lines, pass: (milliseconds: number) => (time += milliseconds) }
}

const suggestion = 'coocook.menuCuration'
const attempt = (outcome: Settlement['outcome']): LifecycleEvent => ({
  type: 'attempt',
  suggestion,
  product: 'coocook',
  model: 'claude-haiku-5-5',
  outcome,
  milliseconds: Math.random() * 1000,
})

describe('createLogObserver', () => {
  test('a rejected flag is a warning that names the flag and the problem', () => {
    const { observer, lines } = capture()
    observer.on({ type: 'flag-rejected', suggestion, flag: 'coocook-menu-curation-prompt', problem: 'the model is not allowed' })
    expect(lines).toMatchObject([
      { level: 'warn', event: 'flag-rejected', suggestion, flag: 'coocook-menu-curation-prompt', problem: 'the model is not allowed' },
    ])
  })

  test('failed attempts are told, complete ones are not', () => {
    const { observer, lines } = capture()
    observer.on(attempt('complete'))
    observer.on(attempt('timeout'))
    expect(lines).toMatchObject([{ level: 'warn', outcome: 'timeout', model: 'claude-haiku-5-5', milliseconds: expect.any(Number) }])
  })

  test('the same fault is told once a minute, with the number of those left out', () => {
    const { observer, lines, pass } = capture()
    for (let index = 0; index < 50; index++) observer.on(attempt('timeout'))
    observer.on(attempt('server-error'))
    expect(lines.map((line) => line.outcome)).toEqual(['timeout', 'server-error'])
    pass(60_000)
    observer.on(attempt('timeout'))
    expect(lines.at(-1)).toMatchObject({ outcome: 'timeout', suppressed: 49 })
  })

  test('refusals of the gate are told where somebody has to look', () => {
    const { observer, lines } = capture()
    observer.on({ type: 'reservation-refused', suggestion, reason: 'rate-limited' })
    observer.on({ type: 'reservation-refused', suggestion, reason: 'accounting-unavailable' })
    expect(lines).toMatchObject([{ level: 'warn', reason: 'accounting-unavailable' }])
  })

  test('safety findings and withheld items are told by kind; answers and stages are not', () => {
    const { observer, lines } = capture()
    observer.on({ type: 'safety', suggestion, kind: 'injection', action: 'refused' })
    observer.on({ type: 'safety', suggestion, kind: 'safety-error', action: 'refused' })
    observer.on({ type: 'item-dropped', suggestion, check: 'links' })
    observer.on({ type: 'stage', suggestion, stage: 'admit', milliseconds: 1, outcome: 'continue' })
    observer.on({ type: 'answered', suggestion, product: 'coocook', source: 'cache', milliseconds: 1, variant: 'v' })
    expect(lines.map(({ level, kind, check }) => [level, kind ?? check])).toEqual([
      ['info', 'injection'],
      ['warn', 'safety-error'],
      ['info', 'links'],
    ])
  })

  test('ever new problems do not fill the memory', () => {
    const { observer, lines } = capture()
    const rejected = (index: number): LifecycleEvent => ({ type: 'flag-rejected', suggestion, flag: 'f', problem: `problem ${index}` })
    for (let index = 0; index <= 1000; index++) observer.on(rejected(index))
    observer.on(rejected(0))
    expect(lines).toHaveLength(1002)
  })
})
