import { FeatureIdeaSuggestions } from '@inkling/widgets-webapp-builder'
import { useId } from 'react'
import { PageSuggestion } from '../inkling/page-suggestion.tsx'
import { useRested } from '../page/use-rested.ts'
import { BoardColumn } from './board-column.tsx'
import { columns, type Project, useProject } from './use-project.ts'
import { useWords } from './words/use-words.ts'

// Between two words people pause for less than a second.
const typingPauseMilliseconds = 900

export function ProjectBoard() {
  const { words } = useWords()
  const project = useProject()
  const description = useRested((project.description ?? words.project.descriptionExample).trim(), typingPauseMilliseconds)
  return (
    <section id="project" aria-labelledby="project-title">
      <div className="section-head">
        <h2 id="project-title">{words.project.title}</h2>
        <p>{words.project.text}</p>
      </div>
      <div className="board">
        {columns.map((column) => (
          <BoardColumn key={column} column={column} project={project} />
        ))}
      </div>
      <div className="project-columns">
        <AboutProject project={project} />
        <PageSuggestion
          name="feature-ideas"
          widget={FeatureIdeaSuggestions}
          props={{
            description,
            stack: [...project.stack],
            level: 'intermediate',
            enabled: description !== '',
            fallback: <p className="waiting">{words.project.waiting}</p>,
            title: words.project.suggestions,
            onAccept: (idea) => project.add(idea),
          }}
        />
      </div>
    </section>
  )
}

const offered = ['react', 'typescript', 'vue', 'node', 'python', 'postgresql', 'firebase'] as const

function AboutProject({ project }: { project: Project }) {
  const { words } = useWords()
  const ids = { description: useId(), hint: useId() }
  return (
    <form className="about panel" aria-label={words.project.about} onSubmit={(event) => event.preventDefault()}>
      <h3>{words.project.name}</h3>
      <div className="field">
        <label htmlFor={ids.description}>{words.project.description}</label>
        <textarea
          id={ids.description}
          rows={5}
          maxLength={600}
          aria-describedby={ids.hint}
          value={project.description ?? words.project.descriptionExample}
          onChange={({ target }) => project.setDescription(target.value)}
        />
        <span id={ids.hint} className="hint">
          {words.project.hint}
        </span>
      </div>
      <fieldset className="chips">
        <legend>{words.project.stack}</legend>
        {offered.map((technology) => (
          <label key={technology} className="chip">
            <input
              type="checkbox"
              checked={project.stack.includes(technology)}
              // The server takes no more.
              disabled={project.stack.length >= 6 && !project.stack.includes(technology)}
              onChange={() => project.toggleTechnology(technology)}
            />
            <span>{words.technologies[technology]}</span>
          </label>
        ))}
      </fieldset>
    </form>
  )
}
