import type { SampleAnswers } from '@inkling/widget-kit/testing/stream-sample'

/** What the server answers for the host page's three questions. */
export const sampleAnswers = {
  'review.campaignStrategy': {
    items: [
      {
        part: 'audience',
        headline: 'One group, one promise',
        plan: 'Speak to young professionals with one promise about their morning; compare two wordings on stories first.',
        kpi: 'Audience match',
        formula: 'followers in the group / all followers * 100',
        target: '60% or more for each creator, before signing',
        budgetPercent: 5,
      },
      {
        part: 'kpis',
        headline: 'A source for every result',
        plan: 'One link and one code for each creator, tested before the first post.',
        kpi: 'Cost per order',
        formula: 'campaign cost / orders with a code',
        target: '$28 or less within 30 days',
        budgetPercent: 4,
      },
      {
        part: 'creators',
        headline: 'Eight small voices, one large',
        plan: 'Eight creators under 40,000 followers for trust and one larger account for reach; each shows one real use.',
        kpi: 'Engagement rate',
        formula: '(likes + comments + saves) / reach * 100',
        target: '4.5% or more over all posts after 7 days',
        budgetPercent: 48,
      },
      {
        part: 'amplification',
        headline: 'Boost what people save',
        plan: 'Five days after posting, put paid budget behind the three posts with the best save rate.',
        kpi: 'Save rate',
        formula: 'saves / reach * 100',
        target: '2% or more on boosted posts by week 4',
        budgetPercent: 18,
      },
      {
        part: 'timeline',
        headline: 'Five weeks, two decisions',
        plan: 'Drafts in week 2, posts in weeks 3 and 4, a review in week 5.',
        kpi: 'Posts on time',
        formula: 'posts on the agreed day / agreed posts * 100',
        target: '90% or more in weeks 3 and 4',
        budgetPercent: 0,
      },
    ],
  },
  'review.influencerMatching': {
    items: [
      {
        influencerId: 'inf-203',
        role: 'engagement',
        reasoning: 'Morning routines are her subject, and 6.1% of 22,500 people react; that is strong for the size.',
        postIdea: 'A real weekday morning, the bottle on the counter before the coffee is ready.',
        confidence: 0.91,
      },
      {
        influencerId: 'inf-118',
        role: 'reach',
        reasoning: 'Carries the numbers with 310,000 people; 1.8% is fair there, and office life fits the audience.',
        postIdea: 'Three drops between two video calls, in one cut.',
        confidence: 0.78,
      },
      {
        influencerId: 'inf-042',
        role: 'expertise',
        reasoning: 'Explains ingredients, which is what careful buyers look for; 4.2% is solid for 64,000 people.',
        postIdea: 'What the texture says about a serum, filmed in daylight.',
        confidence: 0.72,
      },
      {
        influencerId: 'inf-377',
        role: 'test',
        reasoning: 'Another subject, but 5.4% react; worth one small post before more.',
        postIdea: 'The gym bag, unpacked: what stays and what goes.',
        confidence: 0.44,
      },
    ],
  },
  'review.briefGenerator': {
    items: [
      {
        section: 'campaign',
        heading: 'Why this campaign',
        body: 'Morning Dew should find its place in an ordinary day. Fee: [fee]. Questions: [EMAIL_1].',
      },
      {
        section: 'message',
        heading: 'What should stay',
        body: 'Three drops before the sunscreen.\nTone: warm, concrete, in your own words.',
      },
      { section: 'deliverables', heading: 'What you deliver', body: '- 2 Instagram Reels\n- 3 Instagram Stories' },
      { section: 'dos', heading: 'Please do', body: '- Show the texture in daylight\n- Mark every post as advertising at its beginning' },
      { section: 'donts', heading: 'Please avoid', body: '- No before and after pictures' },
      {
        section: 'schedule',
        heading: 'Dates and approval',
        body: '- Draft 7 days before posting\n- One round of changes\n- Final version 2 days before posting',
      },
    ],
    meta: { redactions: [{ placeholder: '[EMAIL_1]', field: 'keyMessage', start: 41, end: 56 }] },
  },
} satisfies SampleAnswers
