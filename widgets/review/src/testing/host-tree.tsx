import { InklingProvider } from '@inkling/widget-kit'
import type { HostTreeProps } from '@inkling/widget-kit/testing/mount-host'
import { BriefSuggestions, CampaignStrategySuggestions, type InfluencerCandidate, InfluencerSuggestions } from '../index.ts'

const influencers: InfluencerCandidate[] = [
  { id: 'inf-203', name: 'Seoyeon Han', niche: 'Morning routines', reach: 22_500, engagementRate: 6.1 },
  { id: 'inf-118', name: 'Marcus Bell', niche: 'Office life', reach: 310_000, engagementRate: 1.8 },
  { id: 'inf-042', name: 'Inés Ortega', niche: 'Ingredients explained', reach: 64_000, engagementRate: 4.2 },
  { id: 'inf-377', niche: 'Gym', reach: 12_400, engagementRate: 5.4 },
]

/** What a customer of Review's pages would write. */
export function HostTree({ onAccept, onEdit }: HostTreeProps) {
  return (
    <InklingProvider getToken={() => Promise.resolve('token')}>
      <main>
        <CampaignStrategySuggestions
          productCategory="skincare"
          budgetUsd={12_000}
          goal="sales"
          audience="young-professionals"
          onAccept={onAccept}
          onEdit={onEdit}
        />
        <InfluencerSuggestions brandVoice="warm" audience="young-professionals" influencers={influencers} onAccept={onAccept} />
        <BriefSuggestions
          productName="Morning Dew"
          productCategory="skincare"
          goal="sales"
          audience="young-professionals"
          brandVoice="warm"
          keyMessage="Three drops before the sunscreen. Ask me ana@example.com"
          deliverables={[
            { format: 'instagram-reel', count: 2 },
            { format: 'instagram-story', count: 3 },
          ]}
          daysUntilPosting={14}
          dos={['Show the texture in daylight']}
          donts={['No before and after pictures']}
          onAccept={onAccept}
          onEdit={onEdit}
        />
        <p id="below">What the page says below its widgets.</p>
      </main>
    </InklingProvider>
  )
}
