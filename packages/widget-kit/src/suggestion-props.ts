import type { ReactNode } from 'react'

/** Nothing, or a function that takes the change back; `false` says that the host did not apply it. */
export type AcceptResult = undefined | false | (() => unknown)

export interface ItemContext {
  index: number
  suggestionId: string
}

// biome-ignore lint/suspicious/noConfusingVoidType: a handler that returns nothing is the common case.
export type OnAccept<Item> = (item: Item, context: ItemContext) => AcceptResult | void | Promise<AcceptResult | void>

/** What a host may give to every suggestion component, besides the context of its question. */
export interface SuggestionProps<Item> {
  onAccept?: OnAccept<Item> | undefined
  /** The user has rewritten an item that can be edited. */
  onEdit?: ((item: Item, context: ItemContext) => void) | undefined
  /**
   * Whether an item is in use, where the host knows better than the last press on the button: it took the item out by itself, or has
   * room for only one. Asked with the item as it is shown, edits included.
   */
  accepted?: ((item: Item) => boolean) | undefined
  /** Instead of the component's own heading. */
  title?: string | undefined
  /** Of the place around the card, for its margins and its size. */
  className?: string | undefined
  /** The host's own content: instead of the card where the suggestion is off or no script runs, in the card where it failed. */
  fallback?: ReactNode
  /** False holds the request back, for example while a form is empty; the fallback stands meanwhile. */
  enabled?: boolean | undefined
  /** `idle`: while `enabled` is false, the answer is asked for ahead, as soon as the page has nothing else to do. */
  prefetch?: 'idle' | undefined
}
