import type { CodeReviewSuggestion } from '@inkling/widgets-ai-automation'
import { useState } from 'react'
import { codeSamples, type SampleLanguage } from './code-samples.ts'

/** The code node: one text for each language, the lines to be fixed, and the line that is shown. */
export function useCodeNode() {
  const [language, setLanguage] = useState<SampleLanguage>('javascript')
  const [texts, setTexts] = useState(codeSamples)
  const [marks, setMarks] = useState<readonly CodeReviewSuggestion[]>([])
  const [shown, setShown] = useState<{ line: number }>()
  return {
    language,
    code: texts[language],
    marks,
    /** A new object each time, so that the same line can be shown again. */
    shown,
    showLine: (line: number) => setShown({ line }),
    write(text: string) {
      setTexts((current) => ({ ...current, [language]: text }))
      // What was found in the earlier text stands at other lines by now.
      setMarks([])
      setShown(undefined)
    },
    setLanguage(next: SampleLanguage) {
      setLanguage(next)
      setMarks([])
      setShown(undefined)
    },
    mark(finding: CodeReviewSuggestion) {
      setMarks((current) => [...current, finding])
      setShown({ line: finding.line })
      return () => setMarks((current) => current.filter((other) => other !== finding))
    },
  }
}

export type CodeNode = ReturnType<typeof useCodeNode>
