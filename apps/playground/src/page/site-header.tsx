import type { ReactNode } from 'react'
import { PreferenceSwitches } from '../preferences/preference-switches.tsx'
import type { Preferences } from '../preferences/use-preferences.ts'
import { pageWords } from './page-words.ts'
import type { ShellWords } from './shell-words.ts'

interface SiteHeaderProps extends Pick<ShellWords, 'navigation' | 'account'> {
  preferences: Preferences
  name: string
  logo: ReactNode
  initials: string
}

export function SiteHeader({ preferences, name, logo, navigation, initials, account }: SiteHeaderProps) {
  const words = pageWords[preferences.language]
  return (
    <header className="site-header">
      <a className="skip" href="#content">
        {words.skip}
      </a>
      <div className="wide">
        <a className="brand" href="#content" aria-label={name}>
          {logo}
          {name}
        </a>
        <nav aria-label={navigation.label}>
          {navigation.links.map(([address, text]) => (
            <a key={address} href={address}>
              {text}
            </a>
          ))}
        </nav>
        <PreferenceSwitches preferences={preferences} words={words} />
        <span className="account" role="img" aria-label={account} title={account}>
          {initials}
        </span>
      </div>
    </header>
  )
}
