'use client'

import { type ReactNode, startTransition, useEffect, useRef, useState } from 'react'
import { copyText } from './copy-text.ts'
import { Icon, IconButton } from './icons.tsx'
import { ItemEditor } from './item-editor.tsx'
import type { Strings } from './strings.ts'
import type { SuggestionProps } from './suggestion-props.ts'
import type { Suggestion } from './use-suggestion.ts'

/** How a widget shows one item, names it, and turns it into text. */
export interface ItemView<Item> {
  render: (item: Item, index: number) => ReactNode
  /** Names the item in the labels of its buttons. */
  label: (item: Item) => string
  /** What a copy puts on the clipboard. */
  text: (item: Item) => string
  /** Without it, the item cannot be edited. */
  edit?: { read: (item: Item) => string; write: (item: Item, text: string) => Item }
  acceptLabel?: string
}

interface SuggestionItemProps<Item> extends Pick<SuggestionProps<Item>, 'onAccept' | 'onEdit' | 'accepted'> {
  suggestion: Suggestion<Item>
  index: number
  view: ItemView<Item>
  strings: Strings
}

export function SuggestionItem<Item>(props: SuggestionItemProps<Item>) {
  const { suggestion, index, view, strings, onAccept, onEdit } = props
  const original = suggestion.state.items[index] as Item
  const mark = suggestion.marks.get(index) ?? {}
  const item = mark.edited ?? original
  const accepted = props.accepted ? props.accepted(item) : Boolean(mark.accepted)
  const [phase, setPhase] = useState<'rest' | 'editing' | 'applying' | 'refused' | 'copied'>('rest')
  const row = useRef<HTMLLIElement>(null)
  const focusNext = useRef<string>(undefined)
  // The button that was pressed is gone: its successor takes the focus, so that the keyboard does not start over at the top.
  useEffect(() => {
    if (!focusNext.current) return
    const next = row.current?.querySelector<HTMLElement>(`[data-action=${focusNext.current}]`)
    focusNext.current = undefined
    // It stands where the other stood, which was in view: finding that out would lay out the whole page before it is painted.
    next?.focus({ preventScroll: true })
  })

  const context = { index, suggestionId: suggestion.suggestionId ?? '' }
  const label = view.label(item)
  const meta = 'meta' in suggestion.state ? suggestion.state.meta : undefined
  const wholeTemplate = meta?.source === 'template'
  const filledUp = !wholeTemplate && meta?.templateItems?.includes(index)
  const name = (action: string) => `${action}: ${label}`

  const accept = async () => {
    if (phase === 'applying') return
    try {
      const answer = runInHost(() => onAccept?.(item, context))
      if (answer instanceof Promise) setPhase('applying')
      const result = answer instanceof Promise ? await answer : answer
      setPhase('rest')
      if (result === false) return
      focusNext.current = 'undo'
      suggestion.accept(index, typeof result === 'function' ? result : undefined)
    } catch {
      setPhase('refused')
    }
  }

  const undo = async () => {
    try {
      const answer = runInHost(() => mark.accepted?.undo?.())
      if (answer instanceof Promise) await answer
      focusNext.current = mark.dismissed ? 'dismiss' : 'accept'
      suggestion.undo(index)
    } catch {
      setPhase('refused')
    }
  }

  const copy = async () => {
    if (!(await copyText(`${view.text(item)}\n— ${wholeTemplate || filledUp ? strings.template : strings.ai}`))) return
    suggestion.copied(index)
    setPhase('copied')
  }

  const closeEditor = () => {
    focusNext.current = 'edit'
    setPhase('rest')
  }

  const undoButton = (
    <button type="button" className="ink-button" data-action="undo" aria-label={name(strings.undo)} onClick={undo}>
      {strings.undo}
    </button>
  )

  if (mark.dismissed)
    return (
      <li ref={row} className="ink-item">
        <span className="ink-muted">
          {strings.dismissed} · {label}
        </span>
        {undoButton}
      </li>
    )

  return (
    <li ref={row} className="ink-item" data-accepted={accepted}>
      {phase === 'editing' && view.edit ? (
        <ItemEditor
          strings={strings}
          label={name(strings.edit)}
          text={view.edit.read(item)}
          onCancel={closeEditor}
          onSave={(text) => {
            closeEditor()
            const edited = view.edit?.write(item, text)
            if (edited === undefined || text === view.edit?.read(item)) return
            suggestion.edit(index, edited)
            onEdit?.(edited, context)
          }}
        />
      ) : (
        <>
          <div className="ink-content">
            {view.render(item, index)}
            {filledUp && <span className="ink-label">{strings.template}</span>}
          </div>
          <div className="ink-actions">
            {accepted ? (
              <>
                <span className="ink-done">
                  <Icon name="check" />
                  {strings.accepted}
                </span>
                {mark.accepted?.undo && undoButton}
              </>
            ) : (
              <>
                {onAccept && (
                  <button
                    type="button"
                    className="ink-button ink-primary"
                    data-action="accept"
                    aria-label={name(view.acceptLabel ?? strings.accept)}
                    aria-disabled={phase === 'applying'}
                    onClick={accept}
                  >
                    {view.acceptLabel ?? strings.accept}
                  </button>
                )}
                {view.edit && (
                  <IconButton icon="pencil" title={strings.edit} of={label} action="edit" onClick={() => setPhase('editing')} />
                )}
                <IconButton
                  icon={phase === 'copied' ? 'check' : 'copy'}
                  title={phase === 'copied' ? strings.copied : strings.copy}
                  of={label}
                  onClick={copy}
                />
                <IconButton
                  icon="close"
                  title={strings.dismiss}
                  of={label}
                  action="dismiss"
                  onClick={() => {
                    focusNext.current = 'undo'
                    suggestion.dismiss(index)
                  }}
                />
              </>
            )}
          </div>
          {phase === 'refused' && (
            <span className="ink-problem" role="alert">
              {strings.notApplied}
            </span>
          )}
        </>
      )}
    </li>
  )
}

/** The card shows first what a person has done: what the host redraws for it may follow after the next paint. */
function runInHost<Result>(run: () => Result): Result {
  let done: (() => Result) | undefined
  startTransition(() => {
    try {
      const result = run()
      done = () => result
    } catch (error) {
      // React would report it to the page.
      done = () => {
        throw error
      }
    }
  })
  return (done as unknown as () => Result)()
}
