import { CodeReviewSuggestions } from '@inkling/widgets-ai-automation'
import { PageSuggestion } from '../inkling/page-suggestion.tsx'
import { CodeEditor } from './code-editor.tsx'
import { sampleLanguages } from './code-samples.ts'
import { StepIcon } from './step-icon.tsx'
import type { CodeNode } from './use-code-node.ts'
import type { CodeQuestion } from './use-questions.ts'
import { useWords } from './words/use-words.ts'

interface TestSectionProps {
  node: CodeNode
  question: CodeQuestion
}

export function TestSection({ node, question }: TestSectionProps) {
  const { words } = useWords()
  const { test } = words
  return (
    <section id="test" className="band" aria-labelledby="test-title">
      <div className="wide">
        <div className="section-head">
          <h2 id="test-title">{test.title}</h2>
          <p>{test.text}</p>
        </div>
        <div className="columns even">
          <div className="panel node-editor">
            <header>
              <StepIcon kind="code" />
              <b>{words.build.steps[2]}</b>
              <fieldset className="segments">
                <legend className="unseen">{test.codeLanguage}</legend>
                {sampleLanguages.map((language) => (
                  <button key={language} type="button" aria-pressed={node.language === language} onClick={() => node.setLanguage(language)}>
                    {test.languages[language]}
                  </button>
                ))}
              </fieldset>
            </header>
            <CodeEditor node={node} />
            <footer>
              <output>{node.marks.length > 0 && test.taken(node.marks.length)}</output>
            </footer>
          </div>
          <PageSuggestion
            name="code-review"
            widget={CodeReviewSuggestions}
            props={{
              ...question,
              title: test.suggestions,
              enabled: question.code.trim() !== '',
              fallback: <p className="waiting">{test.empty}</p>,
              onShowLine: node.showLine,
              onAccept: node.mark,
              accepted: ({ line, problem }) => node.marks.some((mark) => mark.line === line && mark.problem === problem),
            }}
          />
        </div>
      </div>
    </section>
  )
}
