import type { Locale } from '@inkling/contracts'
import { isPlainName } from '../plain-name.ts'
import { customsOf, type Platform } from './platforms.ts'

interface Caption {
  angle: string
  caption: string
  hashtags: string[]
}

/** Captions with gaps in square brackets: they begin and end like a good one, and say nothing about the product that is not known. */
export function captionSkeletons(productName: string, platform: Platform, locale: Locale): Caption[] {
  const known = isPlainName(productName)
  const { maximum } = customsOf[platform].hashtags
  const own = known ? nameAsHashtag(productName) : undefined
  return skeletons[locale](known ? productName : unnamed[locale]).map(({ angle, caption, hashtags }) => ({
    angle,
    caption,
    hashtags: [...(own === undefined ? [] : [own]), ...hashtags].slice(0, Math.min(maximum, 4)),
  }))
}

const unnamed: Record<Locale, string> = { en: '[product]', ko: '[제품 이름]' }

/** `Morning Blend` -> `#MorningBlend`. */
function nameAsHashtag(name: string): string | undefined {
  const letters = name
    .split(/[^\p{L}\p{M}]+/u)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
  return letters.length > 0 && letters.length <= 24 && /^\p{L}/u.test(letters) ? `#${letters}` : undefined
}

const skeletons: Record<Locale, (product: string) => Caption[]> = {
  en: (product) => [
    {
      angle: 'Moment of use',
      caption: `[When or where], that is when ${product} earns its place. [One detail people notice first.]`,
      hashtags: ['#EverydayFinds', '#SmallJoys', '#ShopSmall'],
    },
    {
      angle: 'Easy question',
      caption: `${product}: [first choice] or [second choice]? Tell us which, we are honestly curious.`,
      hashtags: ['#ThisOrThat', '#YourTurn', '#ShopSmall'],
    },
    {
      angle: 'Behind the scenes',
      caption: `This is how ${product} begins: [the first step]. It takes [time], and it shows in [detail].`,
      hashtags: ['#BehindTheScenes', '#HowItsMade', '#ShopSmall'],
    },
    {
      angle: 'Plain announcement',
      caption: `${product} is here. [What it is, in five words.] From [day], [where to find it].`,
      hashtags: ['#NewIn', '#JustArrived', '#ShopSmall'],
    },
  ],
  ko: (product) => [
    {
      angle: '쓰는 순간',
      caption: `[언제, 어디서] 가장 생각나는 ${product}. [가장 먼저 눈에 띄는 점 한 가지]`,
      hashtags: ['#일상템', '#작은행복', '#오늘의발견'],
    },
    {
      angle: '쉬운 질문',
      caption: `${product}, [선택 1]과 [선택 2] 중 어느 쪽이세요? 댓글로 알려 주세요.`,
      hashtags: ['#여러분의선택', '#소통해요', '#취향'],
    },
    {
      angle: '만드는 이야기',
      caption: `${product}의 시작은 [첫 단계]예요. [시간] 동안 공들인 만큼 [달라지는 점]에서 느껴져요.`,
      hashtags: ['#비하인드', '#만드는과정', '#브랜드이야기'],
    },
    {
      angle: '담백한 소식',
      caption: `${product} 소식을 전해요. [한 줄 소개] [날짜]부터 [만나는 곳]에서 만나요.`,
      hashtags: ['#새소식', '#신제품', '#출시'],
    },
  ],
}
