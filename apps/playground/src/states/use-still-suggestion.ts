import type { Suggestion, SuggestionState } from '@inkling/widget-kit'
import { useMemo, useState } from 'react'

type Marks<Item> = Suggestion<Item>['marks']

/** A suggestion that stays in one state, whatever the network does. Gestures work and stay on the page; asking again starts them over. */
export function useStillSuggestion<Item>(state: SuggestionState<Item>): Suggestion<Item> {
  const [generation, setGeneration] = useState(0)
  const [marks, setMarks] = useState<Marks<Item>>(new Map())
  const [rating, rate] = useState(0)
  const [reported, setReported] = useState(false)
  return useMemo(() => {
    const mark = (index: number, change: object) => setMarks((before) => new Map(before).set(index, { ...before.get(index), ...change }))
    return {
      ...{ state, marks, rating, reported, generation, rate },
      enabled: true,
      asked: undefined,
      suggestionId: 'suggestionId' in state ? state.suggestionId : undefined,
      refresh() {
        setMarks(new Map())
        rate(0)
        setReported(false)
        setGeneration((count) => count + 1)
      },
      accept: (index, undo) => mark(index, { accepted: { undo } }),
      dismiss: (index) => mark(index, { dismissed: true }),
      undo: (index) => mark(index, { accepted: undefined, dismissed: false }),
      edit: (index, item) => mark(index, { edited: item }),
      copied: () => {},
      report: () => setReported(true),
      watch: () => () => {},
      prefetch: {},
    }
  }, [state, marks, rating, reported, generation])
}
