import { CodeExplanationSuggestions } from '@inkling/widgets-webapp-builder'
import { useId } from 'react'
import { PageSuggestion } from '../inkling/page-suggestion.tsx'
import { CodeEditor } from './code-editor.tsx'
import { useAssignment } from './use-assignment.ts'
import { useWords } from './words/use-words.ts'

export function Assignment() {
  const { words } = useWords()
  const assignment = useAssignment()
  const { asked, notes } = assignment
  return (
    <section id="assignment" aria-labelledby="assignment-title">
      <div className="section-head">
        <h2 id="assignment-title">{words.assignment.title}</h2>
        <p>{words.assignment.text}</p>
      </div>
      <div className="assignment-columns">
        <Workbench assignment={assignment} />
        <div className="assignment-help">
          {asked ? (
            <PageSuggestion
              name="code-explanation"
              widget={CodeExplanationSuggestions}
              props={{ ...asked, title: words.assignment.suggestions, onAccept: (part) => assignment.keep(part) }}
            />
          ) : (
            <p className="waiting">{words.assignment.waiting}</p>
          )}
          {notes.length > 0 && (
            <section className="notes panel" aria-labelledby="notes-title">
              <h3 id="notes-title">{words.assignment.notes}</h3>
              <ul>
                {notes.map(({ key, firstLine, lastLine, explanation }) => (
                  <li key={key}>
                    <span>
                      <b>{words.assignment.lines(firstLine, lastLine)}</b> {explanation}
                    </span>
                    <button
                      type="button"
                      className="round"
                      aria-label={words.assignment.drop(firstLine)}
                      onClick={() => assignment.drop(key)}
                    >
                      ×
                    </button>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </div>
      </div>
    </section>
  )
}

function Workbench({ assignment }: { assignment: ReturnType<typeof useAssignment> }) {
  const { words } = useWords()
  const { code, edited, setCode, setQuestion, ask } = assignment
  const question = assignment.question ?? words.assignment.questionExample
  const ids = { question: useId(), hint: useId() }
  return (
    <form
      className="workbench panel"
      aria-labelledby="assignment-title"
      onSubmit={(event) => {
        event.preventDefault()
        ask(question)
      }}
    >
      <div className="task">
        <span>{words.assignment.number}</span>
        <h3>{words.assignment.task}</h3>
        <p>{words.assignment.taskText}</p>
      </div>
      <CodeEditor file="basket.js" label={words.assignment.code} code={code} onChange={setCode} />
      <ul className="checks" aria-label={words.assignment.checks}>
        {words.assignment.checkResults.map(([passed, check, result]) => (
          <li key={check} data-passed={edited ? 'unknown' : passed}>
            <code>{check}</code>
            <span>{edited ? words.assignment.notRun : result}</span>
          </li>
        ))}
      </ul>
      <div className="field">
        <label htmlFor={ids.question}>{words.assignment.question}</label>
        <textarea
          id={ids.question}
          rows={2}
          maxLength={300}
          aria-describedby={ids.hint}
          value={question}
          onChange={({ target }) => setQuestion(target.value)}
        />
        <span id={ids.hint} className="hint">
          {words.assignment.hint}
        </span>
      </div>
      <button type="submit" className="button primary large" disabled={code.trim() === ''}>
        {words.assignment.ask}
      </button>
    </form>
  )
}
