import { TablePicture } from './art/table-picture.tsx'
import { useWords } from './words/use-words.ts'

export function Hero() {
  const { words } = useWords()
  const { line, title, text, facts } = words.hero
  return (
    <div className="hero">
      <div className="wide">
        <div>
          <p className="hero-line">{line}</p>
          <h1>{title}</h1>
          <p className="hero-text">{text}</p>
          <ul>
            {facts.map((fact) => (
              <li key={fact}>{fact}</li>
            ))}
          </ul>
        </div>
        <TablePicture />
      </div>
    </div>
  )
}
