import type { LanguageModel, ModelEvent, ModelOutcome, ModelRequest } from '../ports.ts'

export interface ScriptedAttempt {
  /** Text pieces in their order. */
  text?: string[]
  outcome?: ModelOutcome
  /** Holds the end back until it resolves, or until the signal is aborted: then the attempt has timed out. */
  until?: Promise<void>
}

const exactUsage = { input_tokens: 400, output_tokens: 200 }

export const completeOutcome: ModelOutcome = { kind: 'complete', usage: exactUsage, stopReason: 'end_turn', contentEmpty: false }

/** Plays one attempt after the other; the last one repeats. Remembers what it was asked. */
export class ScriptedModel implements LanguageModel {
  simulated = false
  readonly requests: ModelRequest[] = []
  readonly #attempts: ScriptedAttempt[]

  constructor(...attempts: ScriptedAttempt[]) {
    this.#attempts = attempts
  }

  async *ask(request: ModelRequest, signal: AbortSignal): AsyncGenerator<ModelEvent> {
    const attempt = this.#attempts[Math.min(this.requests.length, this.#attempts.length - 1)] ?? {}
    this.requests.push(request)
    for (const text of attempt.text ?? []) yield { type: 'text', text }
    if (attempt.until && (await firstOf(attempt.until, signal)) === 'aborted') {
      yield { type: 'end', outcome: { kind: 'unknown', cause: 'timeout', startUsage: exactUsage } }
      return
    }
    yield { type: 'end', outcome: attempt.outcome ?? completeOutcome, providerRequestId: `req_${this.requests.length}` }
  }
}

function firstOf(until: Promise<void>, signal: AbortSignal): Promise<'done' | 'aborted'> {
  const aborted = new Promise<'aborted'>((resolve) => {
    if (signal.aborted) resolve('aborted')
    signal.addEventListener('abort', () => resolve('aborted'))
  })
  return Promise.race([until.then(() => 'done' as const), aborted])
}

/** The answer `{"items":[...]}` in pieces of the given size, cut wherever that falls. */
export function answerText(items: readonly unknown[], pieceLength = 7): string[] {
  const whole = JSON.stringify({ items })
  const pieces: string[] = []
  for (let at = 0; at < whole.length; at += pieceLength) pieces.push(whole.slice(at, at + pieceLength))
  return pieces
}
