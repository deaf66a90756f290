import { CampaignStrategySuggestions } from '@inkling/widgets-review'
import { useId } from 'react'
import { PageSuggestion } from '../inkling/page-suggestion.tsx'
import { ChoiceField } from '../page/choice-field.tsx'
import { useRested } from '../page/use-rested.ts'
import { audiences, categories, goals, voices } from './terms.ts'
import type { Campaign } from './use-campaign.ts'
import { useWords } from './words/use-words.ts'

// A slider passes many values on its way.
const slidingPauseMilliseconds = 500

export function PlanCampaign({ campaign }: { campaign: Campaign }) {
  const { words } = useWords()
  const { category, goal, audience } = campaign.terms
  const budgetUsd = useRested(campaign.terms.budgetUsd, slidingPauseMilliseconds)
  return (
    <section id="campaign" aria-labelledby="campaign-title">
      <div className="section-head">
        <h2 id="campaign-title">{words.campaign.title}</h2>
        <p>{words.campaign.text}</p>
      </div>
      <CampaignForm campaign={campaign} />
      <PageSuggestion
        name="campaign-strategy"
        widget={CampaignStrategySuggestions}
        props={{
          productCategory: category,
          goal,
          audience,
          budgetUsd,
          title: words.campaign.suggestions,
          accepted: (part) => campaign.hasPart(part),
          onAccept: (part) => campaign.addPart(part),
        }}
      />
    </section>
  )
}

function CampaignForm({ campaign }: { campaign: Campaign }) {
  const { words, dollars } = useWords()
  const { terms, set } = campaign
  const budgetId = useId()
  return (
    <form className="terms panel" aria-label={words.campaign.title} onSubmit={(event) => event.preventDefault()}>
      <ChoiceField
        label={words.campaign.category}
        value={terms.category}
        values={categories}
        names={words.categories}
        onChange={(category) => set({ category })}
      />
      <ChoiceField
        label={words.campaign.audience}
        value={terms.audience}
        values={audiences}
        names={words.audiences}
        onChange={(audience) => set({ audience })}
      />
      <ChoiceField
        label={words.campaign.voice}
        value={terms.voice}
        values={voices}
        names={words.voices}
        onChange={(voice) => set({ voice })}
      />
      <div className="field budget">
        <label htmlFor={budgetId}>
          {words.campaign.budget} <output htmlFor={budgetId}>{dollars(terms.budgetUsd)}</output>
        </label>
        <input
          id={budgetId}
          type="range"
          min={1_000}
          max={60_000}
          step={1_000}
          value={terms.budgetUsd}
          aria-valuetext={dollars(terms.budgetUsd)}
          onChange={({ target }) => set({ budgetUsd: target.valueAsNumber })}
        />
      </div>
      <fieldset className="chips">
        <legend>{words.campaign.goal}</legend>
        {goals.map((goal) => (
          <label key={goal} className="chip">
            <input type="radio" name="goal" checked={terms.goal === goal} onChange={() => set({ goal })} />
            <span>{words.goals[goal]}</span>
          </label>
        ))}
      </fieldset>
    </form>
  )
}
