import { useId } from 'react'
import { platforms } from './terms.ts'
import { useWords } from './words/use-words.ts'

type Account = (typeof platforms)[number]

interface PlatformChipsProps {
  legend: string
  chosen: readonly Account[]
  onChoose: (platform: Account) => void
  /** Only one at a time. */
  single?: boolean
}

export function PlatformChips({ legend, chosen, onChoose, single = false }: PlatformChipsProps) {
  const { words } = useWords()
  const group = useId()
  return (
    <fieldset className="chips whole">
      <legend>{legend}</legend>
      {platforms.map((platform) => (
        <label key={platform} className="chip">
          <input
            type={single ? 'radio' : 'checkbox'}
            name={group}
            checked={chosen.includes(platform)}
            onChange={() => onChoose(platform)}
          />
          <span>{words.platforms[platform]}</span>
        </label>
      ))}
    </fieldset>
  )
}
