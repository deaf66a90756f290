import { LaunchPicture } from './art/launch-picture.tsx'
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
          <dl>
            {facts.map(([value, name]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </div>
        <LaunchPicture />
      </div>
    </div>
  )
}
