import type { LifecycleEvent, Observer } from '@inkling/suggestions/ports'
import type { StructuredLog } from './structured-log.ts'

export interface LogObserverOptions {
  log: StructuredLog
  /** Milliseconds since 1970. */
  now?: () => number
  /** The same fault is told once in this time (milliseconds, default 60,000), with the number of lines left out. */
  quietTime?: number
}

interface Line {
  level: 'warn' | 'info' | 'debug'
  message: string
  fields: Record<string, string | number>
}

// Ends with nothing new to read: the attempt did what it was asked.
const calmOutcomes: ReadonlySet<string> = new Set(['complete'])
// Everyday refusals are metrics. These mean that somebody has to look, or will ask why there is no Claude.
const loudRefusals: ReadonlySet<string> = new Set(['breaker-open', 'budget-exhausted', 'accounting-unavailable'])

// A flag's problem is free text: its variety must not grow into the memory.
const mostRemembered = 1000

/** The lifecycle events that are worth a line. Answers and stages are counted, not told. */
export function createLogObserver({ log, now = Date.now, quietTime = 60_000 }: LogObserverOptions): Observer {
  const told = new Map<string, { at: number; suppressed: number }>()

  return {
    on(event) {
      const line = lineOf(event)
      if (line === undefined) return
      const { milliseconds: _, ...identity } = line.fields
      const key = JSON.stringify([line.message, identity])
      const last = told.get(key)
      if (last !== undefined && now() - last.at < quietTime) {
        last.suppressed += 1
        return
      }
      if (told.size >= mostRemembered) told.clear()
      told.set(key, { at: now(), suppressed: 0 })
      log[line.level]({ event: event.type, ...line.fields, ...(last?.suppressed && { suppressed: last.suppressed }) }, line.message)
    },
  }
}

function lineOf(event: LifecycleEvent): Line | undefined {
  switch (event.type) {
    case 'flag-rejected': {
      const { suggestion, flag, problem } = event
      return { level: 'warn', message: 'The value of a prompt flag is not usable; control answers.', fields: { suggestion, flag, problem } }
    }
    case 'attempt': {
      if (calmOutcomes.has(event.outcome)) return undefined
      const { suggestion, model, outcome, milliseconds } = event
      return { level: 'warn', message: 'An attempt at Claude did not complete.', fields: { suggestion, model, outcome, milliseconds } }
    }
    case 'reservation-refused': {
      if (!loudRefusals.has(event.reason)) return undefined
      return { level: 'warn', message: 'The gate refuses calls to Claude.', fields: { reason: event.reason } }
    }
    case 'item-dropped': {
      const { suggestion, check } = event
      return { level: 'info', message: 'An item of an answer was withheld.', fields: { suggestion, check } }
    }
    case 'safety': {
      const { suggestion, kind, action } = event
      const level = kind === 'safety-error' ? 'warn' : 'info'
      return { level, message: 'The safety checks found something.', fields: { suggestion, kind, action } }
    }
    case 'answered':
    case 'stage':
      return undefined
    default:
      return event satisfies never
  }
}
