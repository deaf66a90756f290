import type { SampleAnswers } from '@inkling/widget-kit/testing/stream-sample'

const entry = (day: number, platform: 'instagram' | 'x', theme: string, hook: string) => ({
  date: `2031-08-${String(day).padStart(2, '0')}`,
  platform,
  theme,
  hook,
})

/** What the server answers for the host page's three questions. Far from today, so that the week is that of the answer. */
export const sampleAnswers = {
  'snsAuto.postingTimes': {
    items: [
      {
        date: '2031-08-07',
        time: '12:15',
        confidence: 0.72,
        reasoning: 'Between two lectures students look at their phones, and the weekend is close enough to plan.',
        hashtags: ['#campus', '#studybreak'],
      },
      {
        date: '2031-08-05',
        time: '18:30',
        confidence: 0.6,
        reasoning: 'On the way home there is time for a carousel of six pictures.',
        hashtags: ['#afterclass'],
      },
      {
        date: '2031-08-07',
        time: '08:30',
        confidence: 0.51,
        reasoning: 'An early test: before the first lecture few others post.',
        hashtags: ['#earlybird'],
      },
      {
        date: '2031-08-10',
        time: '20:00',
        confidence: 0.44,
        reasoning: 'Sunday evenings are for saving ideas for the new week.',
        hashtags: ['#newweek', '#ideas'],
      },
    ],
  },
  'snsAuto.captions': {
    items: [
      {
        angle: 'Easy question',
        caption: 'Your first coffee: by the window or on the way? Ours is by the roaster. Write us at [EMAIL_1].',
        hashtags: ['#MorningBlend', '#coffee'],
      },
      { angle: 'Moment of use', caption: 'Six in the morning, one lamp, the first cup. That is what we roast for.', hashtags: ['#coffee'] },
      { angle: 'A small detail', caption: 'The bag goes on the compost. The smell stays in the kitchen.', hashtags: ['#MorningBlend'] },
    ],
    meta: { redactions: [{ placeholder: '[EMAIL_1]', field: 'description', start: 50, end: 67 }] },
  },
  'snsAuto.contentStrategy': {
    items: [
      entry(1, 'instagram', 'Introduce the roaster', 'This is the machine that wakes us up'),
      entry(5, 'x', 'Easy question', 'Milk first or coffee first?'),
      entry(8, 'instagram', 'Beginner guide', 'Grind it right before you brew'),
      entry(12, 'x', 'Myth check', 'Dark roast does not have more caffeine'),
      entry(15, 'instagram', 'Behind the scenes', 'Monday, six bags, one scale'),
      entry(19, 'x', 'Quick win', 'Rinse the filter and taste the difference'),
      entry(26, 'instagram', 'Customer story', 'Her kitchen, our beans, thirty mornings'),
      entry(31, 'x', 'Month in review', 'What sold out, and what nobody wanted'),
    ],
  },
} satisfies SampleAnswers
