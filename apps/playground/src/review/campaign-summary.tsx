import { Portrait } from '../art/portrait.tsx'
import type { Campaign } from './use-campaign.ts'
import { useWords } from './words/use-words.ts'

const postsEach = 2

/** What has been decided so far, and what it takes of the budget. */
export function CampaignSummary({ campaign }: { campaign: Campaign }) {
  const { language, words, dollars } = useWords()
  const { terms, parts, shortlist } = campaign
  const plannedPercent = parts.reduce((sum, { budgetPercent }) => sum + budgetPercent, 0)
  const feesUsd = shortlist.reduce((sum, { usdPerPost }) => sum + usdPerPost * postsEach, 0)
  return (
    <aside className="summary panel" aria-labelledby="summary-title">
      <h2 id="summary-title">{words.summary.title}</h2>
      <p className="summary-goal">
        {words.goals[terms.goal]} · {words.audiences[terms.audience]}
      </p>
      <h3>{words.summary.plan}</h3>
      {parts.length === 0 ? (
        <p className="empty">{words.summary.noParts}</p>
      ) : (
        <ul className="plan" aria-label={words.summary.plan}>
          {parts.map(({ key, headline, kpi, target, budgetPercent }) => (
            <li key={key}>
              <span>
                <b>{headline}</b>
                <small>
                  {kpi}: {target}
                </small>
              </span>
              <em>{dollars(Math.round((terms.budgetUsd * budgetPercent) / 100))}</em>
              <button type="button" className="round" aria-label={words.summary.remove(headline)} onClick={() => campaign.removePart(key)}>
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      <h3>{words.summary.people}</h3>
      {shortlist.length === 0 ? (
        <p className="empty">{words.summary.nobody}</p>
      ) : (
        <ul className="listed" aria-label={words.summary.people}>
          {shortlist.map(({ id, name, looks, usdPerPost }) => (
            <li key={id}>
              <Portrait looks={looks} />
              <span>
                <b>{name[language]}</b>
                <small>{words.summary.posts(postsEach)}</small>
              </span>
              <em>{dollars(usdPerPost * postsEach)}</em>
              <button
                type="button"
                className="round"
                aria-label={words.summary.remove(name[language])}
                onClick={() => campaign.unlistPerson(id)}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      <dl>
        <Row term={words.summary.budget} value={dollars(terms.budgetUsd)} />
        <Row term={words.summary.planned} value={dollars(Math.round((terms.budgetUsd * plannedPercent) / 100))} />
        <Row term={words.summary.fees} value={dollars(feesUsd)} />
      </dl>
      <p className={feesUsd > terms.budgetUsd ? 'over' : 'under'} aria-live="polite">
        {feesUsd > terms.budgetUsd
          ? words.summary.over(dollars(feesUsd - terms.budgetUsd))
          : words.summary.left(dollars(terms.budgetUsd - feesUsd))}
      </p>
    </aside>
  )
}

function Row({ term, value }: { term: string; value: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{value}</dd>
    </div>
  )
}
