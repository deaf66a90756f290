import type { StrategyPart } from '@inkling/widgets-review'
import { useRef, useState } from 'react'
import { people } from './people.ts'
import type { Audience, Category, Goal, Voice } from './terms.ts'

export interface PlannedPart extends StrategyPart {
  key: number
}

export interface CampaignTerms {
  category: Category
  goal: Goal
  audience: Audience
  voice: Voice
  budgetUsd: number
}

const firstTerms: CampaignTerms = {
  category: 'skincare',
  goal: 'sales',
  audience: 'young-professionals',
  voice: 'warm',
  budgetUsd: 12_000,
}

/** The campaign as it is being planned. What a suggestion changes comes back with a function that takes it back. */
export function useCampaign() {
  const [terms, setTerms] = useState(firstTerms)
  const [parts, setParts] = useState<readonly PlannedPart[]>([])
  const [shortlist, setShortlist] = useState<readonly string[]>([])
  const lastKey = useRef(0)
  return {
    terms,
    parts,
    shortlist: shortlist.flatMap((id) => people.find((person) => person.id === id) ?? []),
    set: (change: Partial<CampaignTerms>) => setTerms((current) => ({ ...current, ...change })),
    /** What was taken out of the plan is no longer taken, whoever took it out. */
    hasPart: ({ headline, plan }: StrategyPart) => parts.some((planned) => planned.headline === headline && planned.plan === plan),
    addPart(part: StrategyPart) {
      const key = ++lastKey.current
      setParts((current) => [...current, { ...part, key }])
      return () => setParts((current) => current.filter((planned) => planned.key !== key))
    },
    removePart: (key: number) => setParts((current) => current.filter((planned) => planned.key !== key)),
    isListed: (id: string) => shortlist.includes(id),
    listPerson(id: string) {
      setShortlist((current) => (current.includes(id) ? current : [...current, id]))
      return () => setShortlist((current) => current.filter((other) => other !== id))
    },
    unlistPerson: (id: string) => setShortlist((current) => current.filter((other) => other !== id)),
  }
}

export type Campaign = ReturnType<typeof useCampaign>
