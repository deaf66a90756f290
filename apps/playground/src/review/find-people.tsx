import { InfluencerSuggestions } from '@inkling/widgets-review'
import { PageSuggestion } from '../inkling/page-suggestion.tsx'
import { people } from './people.ts'
import { PersonCard, PersonLine } from './person-card.tsx'
import type { Campaign } from './use-campaign.ts'
import { useWords } from './words/use-words.ts'

export function FindPeople({ campaign }: { campaign: Campaign }) {
  const { language, words } = useWords()
  const { voice, audience } = campaign.terms
  return (
    <section id="people" aria-labelledby="people-title">
      <div className="section-head">
        <h2 id="people-title">{words.people.title}</h2>
        <p>{words.people.text}</p>
      </div>
      <PageSuggestion
        name="influencer-matching"
        widget={InfluencerSuggestions}
        props={{
          brandVoice: voice,
          audience,
          influencers: people.map(({ id, name, niche, reach, engagementRate }) => ({
            id,
            name: name[language],
            niche: niche[language],
            reach,
            engagementRate,
          })),
          title: words.people.suggestions,
          renderInfluencer: (influencerId) => {
            const person = people.find(({ id }) => id === influencerId)
            return person && <PersonLine person={person} />
          },
          accepted: ({ influencerId }) => campaign.isListed(influencerId),
          onAccept: ({ influencerId }) => campaign.listPerson(influencerId),
        }}
      />
      <p className="found">{words.people.all(people.length)}</p>
      <ul className="people-grid">
        {people.map((person) => (
          <PersonCard
            key={person.id}
            person={person}
            listed={campaign.isListed(person.id)}
            onToggle={() => (campaign.isListed(person.id) ? campaign.unlistPerson(person.id) : campaign.listPerson(person.id))}
          />
        ))}
      </ul>
    </section>
  )
}
