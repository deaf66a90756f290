import type { CodeExplanationSuggestionsProps, ExplainedPart } from '@inkling/widgets-webapp-builder'
import { useRef, useState } from 'react'

export type CodeQuestion = Pick<CodeExplanationSuggestionsProps, 'language' | 'code' | 'question'>

interface Note extends ExplainedPart {
  key: number
}

const firstDraft = [
  '// Jae Park, jae.park@students.example.com',
  'const basket = [12, 8, 30]',
  '',
  'function total(items, discount) {',
  '  let sum = 0',
  '  for (let i = 0; i <= items.length; i++) {',
  '    sum = sum + items[i]',
  '  }',
  '  if (discount) {',
  '    sum = sum - sum * discount',
  '  }',
  '  return sum',
  '}',
  '',
  'console.log(total(basket, 0.1))',
].join('\n')

/** The student's code, the question about it, and the notes that are kept. */
export function useAssignment() {
  const [code, setCode] = useState(firstDraft)
  /** Undefined: still the example, in the language of the page. */
  const [question, setQuestion] = useState<string>()
  // Asked when the student asks, not while the student types.
  const [asked, setAsked] = useState<CodeQuestion>()
  const [notes, setNotes] = useState<readonly Note[]>([])
  const lastKey = useRef(0)
  const drop = (key: number) => setNotes((current) => current.filter((note) => note.key !== key))
  return {
    code,
    question,
    asked,
    notes,
    edited: code !== firstDraft,
    setCode,
    setQuestion,
    ask(words: string) {
      const trimmed = words.trim()
      setAsked({ language: 'javascript', code, ...(trimmed === '' ? {} : { question: trimmed }) })
    },
    keep(part: ExplainedPart) {
      const key = ++lastKey.current
      setNotes((current) => [...current, { ...part, key }])
      return () => drop(key)
    },
    drop,
  }
}
