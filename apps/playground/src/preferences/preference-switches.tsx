import type { Appearance, Preferences } from './use-preferences.ts'

interface PreferenceSwitchesProps {
  preferences: Preferences
  words: { language: string; theme: Record<Appearance, string> & { label: string } }
}

const next: Record<Appearance, Appearance> = { system: 'light', light: 'dark', dark: 'system' }

/** Two languages side by side, and one button that goes round the three appearances. */
export function PreferenceSwitches({ preferences, words }: PreferenceSwitchesProps) {
  const { language, appearance, setLanguage, setAppearance } = preferences
  const appearanceName = `${words.theme.label}: ${words.theme[appearance]}`
  return (
    <div className="switches">
      <fieldset className="segments">
        <legend className="unseen">{words.language}</legend>
        {(['en', 'ko'] as const).map((code) => (
          <button key={code} type="button" lang={code} aria-pressed={language === code} onClick={() => setLanguage(code)}>
            {code === 'en' ? 'English' : '한국어'}
          </button>
        ))}
      </fieldset>
      <button
        type="button"
        className="round"
        aria-label={appearanceName}
        title={appearanceName}
        onClick={() => setAppearance(next[appearance])}
      >
        <svg
          viewBox="0 0 20 20"
          width="18"
          height="18"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.6"
          strokeLinecap="round"
          aria-hidden="true"
        >
          {appearance === 'light' && (
            <path d="M10 6.500a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7ZM10 2v1.500M10 16.500V18M2 10h1.500M16.5 10H18M4.3 4.300l1.1 1.100M14.6 14.600l1.1 1.100M4.3 15.700l1.1-1.100M14.6 5.400l1.1-1.1" />
          )}
          {appearance === 'dark' && <path d="M16.5 11.500A7 7 0 0 1 8.5 3.500a7 7 0 1 0 8 8Z" />}
          {appearance === 'system' && (
            <>
              <circle cx="10" cy="10" r="6.5" />
              <path d="M10 3.500a6.5 6.5 0 0 1 0 13Z" fill="currentColor" />
            </>
          )}
        </svg>
      </button>
    </div>
  )
}
