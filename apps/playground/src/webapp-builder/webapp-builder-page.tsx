import { ProductPage } from '../page/product-page.tsx'
import { Assignment } from './assignment.tsx'
import { ChooseCourses } from './choose-courses.tsx'
import { Hero } from './hero.tsx'
import { PlanSummary } from './plan-summary.tsx'
import { ProjectBoard } from './project-board.tsx'
import { usePlan } from './use-plan.ts'
import { WebappBuilderLogo } from './webapp-builder-logo.tsx'
import { english } from './words/english.ts'
import { korean } from './words/korean.ts'

const shell = { en: english.shell, ko: korean.shell }

/** A coding bootcamp, with Inkling's widgets where its students choose, get stuck, and go on. */
export function WebappBuilderPage() {
  return (
    <ProductPage
      product="webapp-builder"
      suggestions={['learningPath', 'codeExplanation', 'featureIdeas']}
      name="WebApp Builder"
      logo={<WebappBuilderLogo />}
      initials="JP"
      words={shell}
    >
      <Hero />
      <Courses />
      <div className="band">
        <div className="wide">
          <Assignment />
        </div>
      </div>
      <div className="wide project">
        <ProjectBoard />
      </div>
    </ProductPage>
  )
}

function Courses() {
  const plan = usePlan()
  return (
    <div className="wide choosing">
      <ChooseCourses plan={plan} />
      <PlanSummary plan={plan} />
    </div>
  )
}
