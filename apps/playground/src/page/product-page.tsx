import { type ReactNode, useEffect } from 'react'
import { InklingPage } from '../inkling/inkling-page.tsx'
import type { PanelWords } from '../inkling/panel-words.ts'
import { TokenNotice } from '../inkling/token-notice.tsx'
import { type Language, usePreferences } from '../preferences/use-preferences.ts'
import { LanguageContext } from './language.ts'
import { pageWords } from './page-words.ts'
import type { ShellWords } from './shell-words.ts'
import { SiteHeader } from './site-header.tsx'

interface ProductPageProps {
  /** kebab-case, as in the address of the API */
  product: string
  suggestions: readonly (keyof PanelWords['suggestions'])[]
  name: string
  logo: ReactNode
  initials: string
  words: Record<Language, ShellWords>
  children: ReactNode
}

/** The frame of every product's page: header, footer, language, and Inkling's session and panel. */
export function ProductPage({ product, suggestions, name, logo, initials, words, children }: ProductPageProps) {
  const preferences = usePreferences()
  const { language } = preferences
  const { pageTitle, navigation, account, footer } = words[language]
  const { notice, playground } = pageWords[language]
  useEffect(() => {
    document.title = pageTitle
  }, [pageTitle])
  return (
    <LanguageContext value={language}>
      <InklingPage product={product} language={language} suggestions={suggestions}>
        <SiteHeader preferences={preferences} name={name} logo={logo} navigation={navigation} initials={initials} account={account} />
        <TokenNotice words={notice} />
        <main id="content">{children}</main>
        <footer className="site-footer">
          <div className="wide">
            <p>{footer}</p>
            <a href="/">{playground}</a>
          </div>
        </footer>
      </InklingPage>
    </LanguageContext>
  )
}
