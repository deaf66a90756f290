import type { AnswerMeta } from '@inkling/contracts'

/** `items` is what may be shown; once shown, an item is not withdrawn. Only a new request starts over. */
export type SuggestionState<Item> =
  | { status: 'idle'; items: readonly Item[] }
  | { status: 'loading'; items: readonly Item[] }
  | { status: 'streaming'; items: readonly Item[]; suggestionId: string }
  | { status: 'ready'; items: readonly Item[]; suggestionId: string; meta: AnswerMeta }
  | { status: 'off'; items: readonly Item[]; suggestionId: string; meta: AnswerMeta }
  /** `code` is the server's error code, `offline`, or `too-many` from the page's own guard. */
  | { status: 'failed'; items: readonly Item[]; suggestionId?: string | undefined; code: string }

/** What the user did with one item. */
export interface ItemMark<Item> {
  /** Set while the item is accepted; `undo` as the host gave it. */
  accepted?: { undo?: (() => unknown) | undefined } | undefined
  dismissed?: boolean
  /** The item as the user rewrote it. */
  edited?: Item
}

export interface SuggestionSnapshot<Item> {
  state: SuggestionState<Item>
  marks: ReadonlyMap<number, ItemMark<Item>>
  /** 1 to 5, 0 while unrated */
  rating: number
  reported: boolean
  /** Counts requests, so that a view can start afresh with each. */
  generation: number
}
