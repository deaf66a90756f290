import { ProductPage } from '../page/product-page.tsx'
import { CampaignSummary } from './campaign-summary.tsx'
import { FindPeople } from './find-people.tsx'
import { Hero } from './hero.tsx'
import { PlanCampaign } from './plan-campaign.tsx'
import { ReviewLogo } from './review-logo.tsx'
import { useBrief } from './use-brief.ts'
import { useCampaign } from './use-campaign.ts'
import { english } from './words/english.ts'
import { korean } from './words/korean.ts'
import { WriteBrief } from './write-brief.tsx'

const shell = { en: english.shell, ko: korean.shell }

/** An influencer marketing platform, with Inkling's widgets where its marketers decide. */
export function ReviewPage() {
  return (
    <ProductPage
      product="review"
      suggestions={['campaignStrategy', 'influencerMatching', 'briefGenerator']}
      name="Review"
      logo={<ReviewLogo />}
      initials="JL"
      words={shell}
    >
      <Hero />
      <Sections />
    </ProductPage>
  )
}

function Sections() {
  const campaign = useCampaign()
  const brief = useBrief()
  return (
    <>
      <div className="wide studio">
        <div>
          <PlanCampaign campaign={campaign} />
          <FindPeople campaign={campaign} />
        </div>
        <CampaignSummary campaign={campaign} />
      </div>
      <div className="after">
        <div className="wide">
          <WriteBrief campaign={campaign} brief={brief} />
        </div>
      </div>
    </>
  )
}
