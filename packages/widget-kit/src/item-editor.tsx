'use client'

import { useEffect, useRef } from 'react'
import type { Strings } from './strings.ts'

interface ItemEditorProps {
  strings: Strings
  label: string
  text: string
  onSave: (text: string) => void
  onCancel: () => void
}

/**
 * Edits one text in place. Keys stay inside: the host's shortcuts do not fire while somebody types. Control or Command
 * with Enter saves, Escape cancels; neither does so while an input method composes a character.
 */
export function ItemEditor({ strings, label, text, onSave, onCancel }: ItemEditorProps) {
  const editor = useRef<HTMLDivElement>(null)
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => area.current?.focus(), [])
  // On the element itself: React listens at its root, which the host's own listeners inside that root would precede.
  useEffect(() => {
    const element = editor.current
    if (!element) return
    const onKey = (event: KeyboardEvent) => {
      event.stopPropagation()
      // 229 is what browsers report for a key that the input method has taken.
      if (event.type !== 'keydown' || event.isComposing || event.keyCode === 229) return
      if (event.key === 'Escape') onCancel()
      else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSave(area.current?.value ?? '')
    }
    const types = ['keydown', 'keyup', 'keypress'] as const
    for (const type of types) element.addEventListener(type, onKey)
    return () => {
      for (const type of types) element.removeEventListener(type, onKey)
    }
  })
  return (
    <div ref={editor} className="ink-editor">
      <textarea ref={area} className="ink-area" aria-label={label} defaultValue={text} rows={3} />
      <div className="ink-actions">
        <button type="button" className="ink-button ink-primary" onClick={() => onSave(area.current?.value ?? '')}>
          {strings.save}
        </button>
        <button type="button" className="ink-button" onClick={onCancel}>
          {strings.cancel}
        </button>
      </div>
    </div>
  )
}
