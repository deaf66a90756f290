import { EditorPicture } from './art/editor-picture.tsx'
import { useWords } from './words/use-words.ts'

export function Hero() {
  const { line, title, text, facts } = useWords().words.hero
  return (
    <div className="intro">
      <div className="wide">
        <div>
          <p className="intro-line">{line}</p>
          <h1>{title}</h1>
          <p className="intro-text">{text}</p>
          <dl>
            {facts.map(([figure, what]) => (
              <div key={what}>
                <dt>{what}</dt>
                <dd>{figure}</dd>
              </div>
            ))}
          </dl>
        </div>
        <EditorPicture />
      </div>
    </div>
  )
}
