import type { KnownAudience } from './choices.ts'

// What a niche is called where this audience is at home, in English and Korean spellings. Creators write their niches themselves.
const nicheWords: Record<KnownAudience, RegExp> = {
  teens: /\b(?:teens?|school|dance|comedy|k ?pop|gaming|gamers?)\b|10대|학교|댄스|게임|아이돌/,
  students: /\b(?:students?|study|campus|college|university|dorm)\b|대학|공부|자취|캠퍼스/,
  'young-professionals': /\b(?:career|office|work|productivity|finance|lifestyle|commuters?|daily life)\b|직장|커리어|재테크|라이프|일상/,
  'new-parents': /\b(?:parents?|parenting|bab(?:y|ies)|moms?|mums?|dads?|family|kids?|toddlers?)\b|육아|아기|엄마|아빠|가족/,
  'beauty-fans': /\b(?:beauty|skin ?care|make ?up|cosmetics?|hair|nails?)\b|뷰티|스킨|메이크업|화장|헤어/,
  'fashion-fans': /\b(?:fashion|style|styling|outfits?|street ?wear|sneakers?)\b|패션|스타일|코디|스니커/,
  'home-cooks': /\b(?:food|cook(?:ing|s)?|recipes?|bak(?:ing|ery)|kitchens?)\b|요리|레시피|베이킹|집밥|먹/,
  'fitness-fans': /\b(?:fitness|gym|workouts?|yoga|pilates|running|runners?|sports?|wellness)\b|운동|헬스|요가|필라테스|러닝/,
  gamers: /\b(?:gam(?:es|ing|ers?)|e ?sports|streamers?)\b|게임|게이머|스트리머/,
  'tech-fans': /\b(?:tech|technology|gadgets?|software|phones?|ai|reviews?)\b|테크|기술|전자|가젯|리뷰/,
  travellers: /\b(?:travel(?:s|ling|lers?)?|trips?|hotels?|camping|hiking|outdoors?)\b|여행|호텔|캠핑|등산/,
  'pet-owners': /\b(?:pets?|dogs?|puppy|puppies|cats?|animals?)\b|반려|강아지|고양이|펫/,
  'over-50s': /\b(?:seniors?|over 50|retire(?:d|ment)|gardens?|gardening|health)\b|시니어|중장년|은퇴|건강|텃밭/,
}

/** Whether a niche, in a creator's own words, is one where this audience is at home. */
export function nicheSuits(niche: string, audience: KnownAudience): boolean {
  const plain = niche
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[-_\s]+/g, ' ')
  return nicheWords[audience].test(plain)
}
