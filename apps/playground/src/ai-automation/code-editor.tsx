import { useEffect, useRef } from 'react'
import { lineRange } from './line-range.ts'
import type { CodeNode } from './use-code-node.ts'
import { useWords } from './words/use-words.ts'

/** A plain text field over numbered rows: what a host would have an editor for. Code runs from left to right on every page. */
export function CodeEditor({ node }: { node: CodeNode }) {
  const words = useWords().words.test
  const { code, marks, shown } = node
  const area = useRef<HTMLTextAreaElement>(null)
  const lines = code.split('\n')

  useEffect(() => {
    const range = shown && area.current && lineRange(area.current.value, shown.line)
    if (!range || !area.current) return
    // With a finger on the screen, a focus would bring up the keyboard over the line.
    if (matchMedia('(pointer: fine)').matches) area.current.focus({ preventScroll: true })
    area.current.setSelectionRange(range.start, range.end)
    area.current.parentElement?.querySelector('[data-shown=true]')?.scrollIntoView({ block: 'nearest' })
  }, [shown])

  return (
    <div className="editor" dir="ltr">
      <ol className="rows">
        {lines.map((_, index) => {
          const line = index + 1
          const marked = marks.some((finding) => finding.line === line)
          return (
            <li key={line} data-shown={shown?.line === line} data-marked={marked}>
              <span aria-hidden="true">{line}</span>
              {marked && <span className="unseen">{words.marked(line)}</span>}
            </li>
          )
        })}
      </ol>
      <textarea
        ref={area}
        aria-label={words.editor}
        value={code}
        rows={lines.length}
        wrap="off"
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        onChange={({ target }) => node.write(target.value)}
      />
    </div>
  )
}
