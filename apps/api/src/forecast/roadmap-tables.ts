import type { SuggestionName } from '@inkling/contracts'
import { formatUsd, parseUsd } from '@inkling/cost'
import { roadmapEstimates } from '../documentation/roadmap-estimates.ts'
import { roadmapCostOf } from '../documentation/typical-cost.ts'

/** One row of a table of the roadmap, as it stands there and as it is. */
export interface RoadmapRow {
  label: string
  /** As printed there: USD, percent or a factor. */
  stated: string
  /** From the roadmap's own figures and prices, computed exactly. */
  recomputed: string
  /** `recomputed` less `stated`; absent where they agree to the last digit that is printed. */
  difference?: string
  /** With the tokens measured here at today's prices; absent where the row has no price in it. */
  today?: string
}

export interface RoadmapTable {
  section: string
  title: string
  rows: RoadmapRow[]
  note?: string
}

interface Service {
  label: string
  suggestion: SuggestionName
  requests: bigint
  statedMonth: string
  statedCached: string
  statedShare: string
}

const services: readonly Service[] = [
  {
    label: 'CooCook',
    suggestion: 'coocook.chefRecommendation',
    requests: 800n,
    statedMonth: '1.27',
    statedCached: '0.38',
    statedShare: '9.7',
  },
  {
    label: 'SNS Auto',
    suggestion: 'snsAuto.postingTimes',
    requests: 1200n,
    statedMonth: '2.52',
    statedCached: '0.76',
    statedShare: '19.5',
  },
  {
    label: 'Review',
    suggestion: 'review.campaignStrategy',
    requests: 600n,
    statedMonth: '2.79',
    statedCached: '0.84',
    statedShare: '21.5',
  },
  {
    label: 'AI Automation',
    suggestion: 'aiAutomation.codeReview',
    requests: 500n,
    statedMonth: '3.00',
    statedCached: '0.90',
    statedShare: '23.1',
  },
  {
    label: 'WebApp Builder',
    suggestion: 'webappBuilder.learningPath',
    requests: 900n,
    statedMonth: '3.40',
    statedCached: '1.02',
    statedShare: '26.2',
  },
]

const usd = (text: string) => parseUsd(text)!
const total = (amounts: readonly bigint[]) => amounts.reduce((sum, each) => sum + each, 0n)
/** Of 100 requests, 30 are not answered by the cache. */
const withoutHits = (amount: bigint) => (amount * 30n) / 100n

/**
 * The roadmap's cost tables (its sections 2.2 to 2.6 and 2.8) again: `today` gives the exact cost of one call now, in pico-dollars
 * (10^-12 USD), for a suggestion.
 */
export function roadmapTables(today: (suggestion: SuggestionName) => bigint): RoadmapTable[] {
  const own = services.map(({ suggestion, requests }) => roadmapCostOf(roadmapEstimates[suggestion]!) * requests)
  const now = services.map(({ suggestion, requests }) => today(suggestion) * requests)
  const month = { own: total(own), now: total(now) }
  const cached = { own: withoutHits(month.own), now: withoutHits(month.now) }
  const row = (label: string, stated: string, amount: bigint, current?: bigint) => amountRow(label, stated, amount, current)

  return [
    {
      section: '2.2',
      title: 'A month of 1,000 users without cache',
      rows: [
        ...services.map(({ label, statedMonth }, index) => row(label, statedMonth, own[index]!, now[index])),
        row('Total', '13.98', month.own, month.now),
      ],
      note: 'The printed rows add up to $12.98.',
    },
    {
      section: '2.3',
      title: 'The same with 70 % cache hits',
      rows: [
        ...services.map(({ label, statedCached }, index) => row(label, statedCached, withoutHits(own[index]!), withoutHits(now[index]!))),
        row('Total', '3.90', cached.own, cached.now),
      ],
      note: 'The column headed "Cached (30 %)" holds the misses.',
    },
    {
      section: '2.4',
      title: 'A year with Redis and monitoring, by users',
      rows: [
        yearRow('1,000', '226.80', cached, 1n, '15'),
        yearRow('10,000', '1008.00', cached, 10n, '45'),
        yearRow('100,000', '6480.00', cached, 100n, '150'),
      ],
    },
    {
      section: '2.5',
      title: 'Share of each service in percent, 70 % cache hits',
      rows: services.map(({ label, statedShare }, index) => ({
        ...ratioRow(label, statedShare, percent(own[index]!, month.own)),
        today: percent(now[index]!, month.now),
      })),
    },
    {
      section: '2.6',
      title: 'A month by cache hit rate',
      rows: (
        [
          [0n, '13.98'],
          [25n, '10.49'],
          [50n, '6.99'],
          [70n, '4.19'],
          [85n, '2.10'],
          [95n, '0.70'],
        ] as const
      ).map(([hits, stated]) => row(`${hits} %`, stated, (month.own * (100n - hits)) / 100n, (month.now * (100n - hits)) / 100n)),
      note: 'Its 70 % row ($4.19) and the table of 2.3 ($3.90) are meant to be the same.',
    },
    {
      section: '2.6',
      title: 'A month by users, 70 % cache hits',
      rows: (
        [
          ['1,000', '3.90', 1n],
          ['5,000', '19.50', 5n],
          ['10,000', '39.00', 10n],
          ['50,000', '195.00', 50n],
          ['100,000', '390.00', 100n],
        ] as const
      ).map(([users, stated, factor]) => row(users, stated, cached.own * factor, cached.now * factor)),
    },
    returnOnInvestment(cached),
  ]
}

function yearRow(users: string, stated: string, cached: { own: bigint; now: bigint }, factor: bigint, besides: string): RoadmapRow {
  const year = (claude: bigint) => (claude * factor + usd(besides)) * 12n
  return amountRow(`${users} users`, stated, year(cached.own), year(cached.now))
}

/** 350 USD of additional revenue a month against Claude and 10 USD of infrastructure; a year of ten thousand users with 42,000 USD. */
function returnOnInvestment(cached: { own: bigint; now: bigint }): RoadmapTable {
  const revenue = usd('350')
  const cost = { own: cached.own + usd('10'), now: cached.now + usd('10') }
  const year = { own: (cached.own * 10n + usd('45')) * 12n, now: (cached.now * 10n + usd('45')) * 12n }
  const yearRevenue = usd('42000')
  return {
    section: '2.8',
    title: 'Return on investment',
    rows: [
      amountRow('Additional profit a month', '336.10', revenue - cost.own, revenue - cost.now),
      { ...ratioRow('ROI of a month', '34', factorOf(revenue - cost.own, cost.own)), today: factorOf(revenue - cost.now, cost.now) },
      amountRow('Additional profit a year, 10,000 users', '40992', yearRevenue - year.own, yearRevenue - year.now),
      {
        ...ratioRow('ROI of that year', '40', factorOf(yearRevenue - year.own, year.own)),
        today: factorOf(yearRevenue - year.now, year.now),
      },
    ],
    note: 'Of its own figures, 336.10 / 13.90 is 24.2.',
  }
}

function amountRow(label: string, stated: string, recomputed: bigint, today?: bigint): RoadmapRow {
  const difference = recomputed - usd(stated)
  return {
    label,
    stated: `$${stated}`,
    recomputed: `$${formatUsd(recomputed)}`,
    ...(difference === 0n ? {} : { difference: signed(difference) }),
    ...(today === undefined ? {} : { today: `$${formatUsd(today)}` }),
  }
}

function ratioRow(label: string, stated: string, recomputed: string): RoadmapRow {
  const difference = (Number(recomputed) - Number(stated)).toFixed(1)
  return { label, stated, recomputed, ...(Number(difference) === 0 ? {} : { difference }) }
}

const signed = (pico: bigint) => (pico < 0n ? `-$${formatUsd(-pico)}` : `+$${formatUsd(pico)}`)
const percent = (part: bigint, whole: bigint) => (Number((part * 100_000n) / whole) / 1000).toFixed(1)
const factorOf = (profit: bigint, cost: bigint) => (Number((profit * 10_000n) / cost) / 10_000).toFixed(1)
