import { useEffect } from 'react'
import { InklingPage } from '../inkling/inkling-page.tsx'
import { TokenNotice } from '../inkling/token-notice.tsx'
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
  const { language } = preferences
  return (
    <LanguageContext value={language}>
      <InklingPage product="coocook" language={language} suggestions={['chefRecommendation', 'menuCuration', 'reviewTemplate']}>
        <Page preferences={preferences} />
      </InklingPage>
    </LanguageContext>
  )
}

function Page({ preferences }: { preferences: Preferences }) {
  const { words } = useWords()
  useEffect(() => {
    document.title = words.pageTitle
  }, [words])
  const booking = useBooking()
  const review = useReview()
  const { chefQuestion, menuQuestion, reviewQuestion } = useQuestions(booking, review)

  return (
    <>
      <SiteHeader preferences={preferences} />
      <TokenNotice words={words.notice} />
      <main id="content">
        <Hero />
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
      </main>
      <footer className="site-footer">
        <div className="wide">
          <p>{words.footer}</p>
          <a href="/">{words.playground}</a>
        </div>
      </footer>
    </>
  )
}
