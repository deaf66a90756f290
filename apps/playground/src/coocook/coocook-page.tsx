import { InklingProvider } from '@inkling/widget-kit'
import { useEffect, useRef } from 'react'
import { AskAgainHandle } from '../inkling/ask-again.tsx'
import { DebugPanel } from '../inkling/debug-panel.tsx'
import { TokenNotice } from '../inkling/token-notice.tsx'
import { useAnswerLog } from '../inkling/use-answer-log.ts'
import { useSession } from '../inkling/use-session.ts'
import { type Preferences, usePreferences } from '../preferences/use-preferences.ts'
import { BookingSummary } from './booking-summary.tsx'
import { FindChef } from './find-chef.tsx'
import { Hero } from './hero.tsx'
import { PlanMenu } from './plan-menu.tsx'
import { ReviewBooking } from './review-booking.tsx'
import { SiteHeader } from './site-header.tsx'
import { useBooking } from './use-booking.ts'
import { useQuestions } from './use-questions.ts'
import { useReview } from './use-review.ts'
import { LanguageContext, useWords } from './words/use-words.ts'

/** A booking platform for private chefs, with Inkling's widgets where its guests decide. */
export function CoocookPage() {
  const preferences = usePreferences()
  return (
    <LanguageContext value={preferences.language}>
      <Page preferences={preferences} />
    </LanguageContext>
  )
}

function Page({ preferences }: { preferences: Preferences }) {
  const { language, words } = useWords()
  useEffect(() => {
    document.title = words.pageTitle
  }, [words])
  const session = useSession('coocook', language)
  const [log, noteEvent] = useAnswerLog()
  const askAgain = useRef(new Map<string, () => void>())
  const booking = useBooking()
  const review = useReview()
  const { chefQuestion, menuQuestion, reviewQuestion } = useQuestions(booking, review)
  const { chefs, ...chefTerms } = chefQuestion
  // The widget keeps names in the browser; see `AskAgainHandle`.
  const chefContext = { ...chefTerms, chefs: chefs.map(({ name: _, ...candidate }) => candidate) }

  return (
    <>
      <SiteHeader preferences={preferences} />
      {session.problem && <TokenNotice problem={session.problem} words={words.notice} />}
      <main id="content">
        <Hero />
        <InklingProvider key={session.key} getToken={session.getToken} locale={language} onEvent={noteEvent}>
          <div className="wide evening">
            <div>
              <FindChef booking={booking} question={chefQuestion} />
              <PlanMenu booking={booking} question={menuQuestion} />
            </div>
            <BookingSummary booking={booking} />
          </div>
          <div className="after">
            <div className="wide">
              <ReviewBooking review={review} question={reviewQuestion} />
            </div>
          </div>
          <AskAgainHandle product="coocook" suggestion="chefRecommendation" context={chefContext} handles={askAgain} />
          <AskAgainHandle product="coocook" suggestion="menuCuration" context={menuQuestion} handles={askAgain} />
          {reviewQuestion && <AskAgainHandle product="coocook" suggestion="reviewTemplate" context={reviewQuestion} handles={askAgain} />}
        </InklingProvider>
      </main>
      <footer className="site-footer">
        <div className="wide">
          <p>{words.footer}</p>
          <a href="/">{words.playground}</a>
        </div>
      </footer>
      <DebugPanel
        language={language}
        session={session}
        log={log}
        handles={askAgain}
        asking={['chefRecommendation', 'menuCuration', ...(reviewQuestion ? ['reviewTemplate'] : [])]}
      />
    </>
  )
}
