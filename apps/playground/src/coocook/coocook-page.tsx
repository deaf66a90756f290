import { ProductPage } from '../page/product-page.tsx'
import { BookingSummary } from './booking-summary.tsx'
import { CoocookLogo } from './coocook-logo.tsx'
import { FindChef } from './find-chef.tsx'
import { Hero } from './hero.tsx'
import { PlanMenu } from './plan-menu.tsx'
import { ReviewBooking } from './review-booking.tsx'
import { useBooking } from './use-booking.ts'
import { useQuestions } from './use-questions.ts'
import { useReview } from './use-review.ts'
import { english } from './words/english.ts'
import { korean } from './words/korean.ts'

const shell = { en: english.shell, ko: korean.shell }

/** A booking platform for private chefs, with Inkling's widgets where its guests decide. */
export function CoocookPage() {
  return (
    <ProductPage
      product="coocook"
      suggestions={['chefRecommendation', 'menuCuration', 'reviewTemplate']}
      name="CooCook"
      logo={<CoocookLogo />}
      initials="DK"
      words={shell}
    >
      <Hero />
      <Sections />
    </ProductPage>
  )
}

function Sections() {
  const booking = useBooking()
  const review = useReview()
  const { chefQuestion, menuQuestion, reviewQuestion } = useQuestions(booking, review)
  return (
    <>
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
    </>
  )
}
