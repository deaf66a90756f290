import type { Suggestion } from '@inkling/widget-kit'
import { useState } from 'react'

export interface Chef {
  name: string
  facts: string
  reasoning: string
}

const chefs: readonly Chef[] = [
  {
    name: 'Ana Moretti',
    facts: '★ 4.9 · $$',
    reasoning: 'Known for vegetarian menus; four guests fit well.',
  },
  {
    name: 'Jun Park',
    facts: '★ 4.8 · $$$',
    reasoning: 'Open fire and Korean vegetables; a little dearer.',
  },
  {
    name: 'Lea Brandt',
    facts: '★ 4.7 · $',
    reasoning: 'Family-style plates; brings her own pizza oven.',
  },
]

type Marks = Suggestion<Chef>['marks']

/** An answer that needs no server: gestures change it as they would change a real one. */
export function useSampleSuggestion(): Suggestion<Chef> {
  const [marks, setMarks] = useState<Marks>(new Map())
  const [rating, rate] = useState(0)
  const [reported, setReported] = useState(false)
  const [generation, setGeneration] = useState(0)
  const mark = (index: number, change: object) => setMarks((before) => new Map(before).set(index, { ...before.get(index), ...change }))
  return {
    enabled: true,
    asked: undefined,
    suggestionId: 'sample',
    state: { status: 'ready', items: chefs, suggestionId: 'sample', meta: { source: 'claude', createdAt: '', requestId: '' } },
    ...{ marks, rating, reported, generation, rate },
    accept: (index, undo) => mark(index, { accepted: { undo } }),
    dismiss: (index) => mark(index, { dismissed: true }),
    undo: (index) => mark(index, { accepted: undefined, dismissed: false }),
    edit: (index, edited) => mark(index, { edited }),
    copied: () => {},
    report: () => setReported(true),
    refresh: () => {
      setMarks(new Map())
      rate(0)
      setReported(false)
      setGeneration((count) => count + 1)
    },
    watch: neverWatched,
    prefetch: {},
  }
}

const neverWatched = () => () => {}
