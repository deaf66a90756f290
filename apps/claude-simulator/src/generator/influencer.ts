import type { Json, JsonObject } from '../protocol.ts'

/** 0 where there is none. */
export const numberOf = (value: Json | undefined): number => (typeof value === 'number' ? value : 0)

export function isInfluencer(attributes: JsonObject): boolean {
  return typeof attributes.engagementRate === 'number' && typeof attributes.reach === 'number'
}

// What people of a group follow, as far as an outsider knows.
const interests: readonly { group: RegExp; niches: RegExp }[] = [
  { group: /cook|food|요리/, niches: /food|recipe|cook|bak|cafe|kitchen|meal|요리|레시피|베이킹|카페|집밥/ },
  { group: /beauty|skin|뷰티/, niches: /beauty|skin|make.?up|cosmetic|뷰티|스킨|메이크업|화장/ },
  { group: /fashion|패션/, niches: /fashion|style|outfit|패션|스타일|코디/ },
  { group: /fitness|운동/, niches: /fitness|gym|workout|yoga|running|운동|요가|러닝/ },
  { group: /parent|family|부모/, niches: /parent|bab(?:y|ies)|mom|dad|family|육아|아기|엄마|가족/ },
  { group: /gam(?:er|ing)|게이머/, niches: /gam(?:es?|ing)|esports|게임/ },
  { group: /tech/, niches: /tech|gadget|review|테크|전자|리뷰/ },
  { group: /travel|여행/, niches: /travel|trip|camping|hik|여행|캠핑|등산/ },
  { group: /pet|반려/, niches: /pet|dog|cat|animal|반려|강아지|고양이/ },
  { group: /student|teen|학생|10대/, niches: /study|campus|school|dance|game|공부|대학|학교|댄스/ },
  { group: /professional|직장/, niches: /office|work|career|productiv|lifestyle|daily|skin|직장|일상|라이프/ },
  { group: /50|senior|시니어/, niches: /garden|health|senior|walk|텃밭|건강|시니어/ },
]

/** Whether what the person posts about is followed by the audience of the request. */
export function suitsAudience({ niche }: JsonObject, data: ReadonlyMap<string, Json>): boolean {
  const audience = String(data.get('audience') ?? '').toLowerCase()
  const known = interests.find(({ group }) => group.test(audience))
  return known?.niches.test(String(niche).toLowerCase()) ?? false
}

/** Among all that are offered: first by audience, then by engagement. */
export function influencerWorth(attributes: JsonObject, data: ReadonlyMap<string, Json>): number {
  return (
    (suitsAudience(attributes, data) ? 1_000 : 0) + numberOf(attributes.engagementRate) * 10 + Math.log10(1 + numberOf(attributes.reach))
  )
}

/** What a campaign would take the person for: among those who suit the audience the highest rate, the most reach, the subject itself; else a try. */
export function influencerRole(
  attributes: JsonObject,
  offered: readonly JsonObject[],
  data: ReadonlyMap<string, Json>,
): 'reach' | 'engagement' | 'expertise' | 'test' {
  if (!suitsAudience(attributes, data)) return 'test'
  const suiting = offered.filter((other) => suitsAudience(other, data))
  const most = (name: string) => Math.max(...suiting.map((other) => numberOf(other[name])))
  if (numberOf(attributes.engagementRate) === most('engagementRate')) return 'engagement'
  return numberOf(attributes.reach) === most('reach') ? 'reach' : 'expertise'
}
