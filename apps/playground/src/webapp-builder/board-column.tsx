import { type Column, columns, type Project } from './use-project.ts'
import { useWords } from './words/use-words.ts'

export function BoardColumn({ column, project }: { column: Column; project: Project }) {
  const { words } = useWords()
  const tasks = project.tasks.filter((task) => task.column === column)
  const titleId = `column-${column}`
  const place = columns.indexOf(column)
  return (
    <section className="column" data-column={column} aria-labelledby={titleId}>
      <h3 id={titleId}>
        {words.project.columns[column]} <span>{tasks.length}</span>
      </h3>
      {tasks.length === 0 ? (
        <p className="empty">{words.project.empty}</p>
      ) : (
        <ul>
          {tasks.map(({ key, text, effort }) => {
            const title = typeof text === 'number' ? (words.project.tasks[text] ?? '') : text
            return (
              <li key={key} data-suggested={typeof text === 'string'}>
                <b>{title}</b>
                <small>{words.efforts[effort]}</small>
                <div>
                  {[columns[place - 1], columns[place + 1]].map(
                    (target) =>
                      target && (
                        <button
                          key={target}
                          type="button"
                          className="round"
                          aria-label={words.project.move(title, words.project.columns[target])}
                          onClick={() => project.move(key, target)}
                        >
                          {columns.indexOf(target) < place ? '←' : '→'}
                        </button>
                      ),
                  )}
                  <button type="button" className="round" aria-label={words.project.remove(title)} onClick={() => project.remove(key)}>
                    ×
                  </button>
                </div>
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}
