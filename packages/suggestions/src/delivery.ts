import type { AnswerEvent } from '@inkling/contracts'
import { restoreCandidates } from '@inkling/prompts'
import type { Assigned, Checked } from './request.ts'

/**
 * What has been shown of one answer. Items come in as the model wrote them or as the template did; what has gone out is never withdrawn.
 * The first event goes out with the first item, so that a caller's mistake can still be refused before anything was said.
 */
export class Delivery {
  readonly #emit: (event: AnswerEvent) => void
  readonly #seal: () => string
  #suggestionId: string | undefined
  #items: unknown[] = []
  readonly #subjects = new Set<string>()
  readonly templateItems: number[] = []
  /** What was shown of the model's items, as the model wrote them: what followers get and the cache keeps. */
  readonly modelItems: unknown[] = []

  constructor(emit: (event: AnswerEvent) => void, seal: () => string) {
    this.#emit = emit
    this.#seal = seal
  }

  get count(): number {
    return this.#items.length
  }

  start(): void {
    if (this.#suggestionId !== undefined) return
    this.#suggestionId = this.#seal()
    this.#emit({ type: 'answer-start', suggestionId: this.#suggestionId })
  }

  /** An item under aliases. `false`: a repeated candidate or subject, a foreign alias, or one more than the maximum; it was not shown. */
  showModelItem(state: Checked | Assigned, item: unknown): boolean {
    const restored = restoreCandidates(state.suggestion, item, state.aliased.idOf)
    if (restored === undefined || !this.#show(state, restored)) return false
    this.modelItems.push(item)
    return true
  }

  /** Items of the template until there are `wanted`. */
  fillFromTemplate(state: Checked, wanted: number): void {
    if (this.count >= wanted) return
    for (const item of state.suggestion.template(state.input, state.answerLocale, new Date(state.startedAt))) {
      if (this.count >= wanted) return
      const index = this.count
      if (this.#show(state, item)) this.templateItems.push(index)
    }
  }

  #show(state: Checked, item: unknown): boolean {
    if (this.count >= state.maximumItems) return false
    const { distinct } = state.suggestion
    if (distinct !== undefined) {
      const subject = String((item as Record<string, unknown>)[distinct])
      if (this.#subjects.has(subject)) return false
      this.#subjects.add(subject)
    }
    this.start()
    this.#emit({ type: 'item', index: this.#items.length, item })
    this.#items.push(item)
    return true
  }
}
