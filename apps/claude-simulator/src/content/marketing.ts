import type { Bank, Entry } from './entry.ts'

export const campaign: Bank = {
  en: [
    {
      part: 'audience',
      title: 'One group, one promise',
      body: 'Speak to {audience|one clear group} with one promise about {productcategory|the product}; compare two wordings on stories before booking anyone.',
      kpi: 'Audience match',
      target: '60% or more for each creator before signing',
      formula: 'followers in the group / all followers * 100',
      timeline: 'Week 1',
      budget: '5% of the budget',
    },
    {
      part: 'kpis',
      title: 'A source for every result',
      body: 'One link and one code for each creator, tested before the first post, so that every result has a name on it.',
      kpi: 'Cost per order',
      target: '$28 or less within 30 days',
      formula: 'campaign cost / orders with a code',
      timeline: 'Week 1',
      budget: '4% of the budget',
    },
    {
      part: 'creators',
      title: 'Eight small voices, one large',
      body: 'Eight creators under 40,000 followers for trust and one larger account for reach; each shows one real use.',
      kpi: 'Engagement rate',
      target: '4.5% or more over all posts after 7 days',
      formula: '(likes + comments + saves) / reach * 100',
      timeline: 'Weeks 1-2',
      budget: '48% of the budget',
    },
    {
      part: 'brief',
      title: 'One page, one scene',
      body: 'Ask for {productcategory|the product} in use within three seconds, one honest drawback, and the advertising label at the start.',
      kpi: 'First drafts approved',
      target: '70% or more in the first round',
      formula: 'drafts without changes / all drafts * 100',
      timeline: 'Week 2',
      budget: '12% of the budget',
    },
    {
      part: 'amplification',
      title: 'Boost what people save',
      body: 'Five days after posting, put paid budget behind the three posts with the best save rate and nothing else.',
      kpi: 'Save rate',
      target: '2% or more on boosted posts by week 4',
      formula: 'saves / reach * 100',
      timeline: 'Week 3',
      budget: '18% of the budget',
    },
    {
      part: 'timeline',
      title: 'Five weeks, two decisions',
      body: 'Drafts in week 2, posts in weeks 3 and 4, a one-page review in week 5: which creator and message earned {goal|the goal} at the lowest cost.',
      kpi: 'Posts on time',
      target: '90% or more in weeks 3 and 4',
      formula: 'posts on the agreed day / agreed posts * 100',
      timeline: 'Week 5',
      budget: '3% of the budget',
    },
  ],
  ko: [
    {
      part: 'audience',
      title: '고객 하나, 약속 하나',
      body: '{audience|핵심 고객}에게 전할 {productcategory|제품}의 약속 하나를 두 가지 문구로 스토리에서 먼저 비교해요.',
      kpi: '목표 고객 일치율',
      target: '계약 전 크리에이터별 60% 이상',
      formula: '목표 고객 팔로워 / 전체 팔로워 * 100',
      timeline: '1주차',
      budget: '예산의 5%',
    },
    {
      part: 'kpis',
      title: '모든 성과에 출처를',
      body: '크리에이터마다 링크와 코드를 하나씩 만들고 첫 게시 전에 작동을 확인해요.',
      kpi: '주문당 비용',
      target: '30일 안에 28달러 이하',
      formula: '캠페인 비용 / 코드 주문 수',
      timeline: '1주차',
      budget: '예산의 4%',
    },
    {
      part: 'creators',
      title: '소규모 8명과 대형 1명',
      body: '신뢰를 위한 팔로워 4만 명 이하 8명과 도달을 위한 1명이 실제 사용 장면을 보여 줘요.',
      kpi: '참여율',
      target: '게시 7일 뒤 4.5% 이상',
      formula: '(좋아요 + 댓글 + 저장) / 도달 * 100',
      timeline: '1-2주차',
      budget: '예산의 48%',
    },
    {
      part: 'brief',
      title: '한 장, 한 장면',
      body: '첫 3초 안의 사용 장면, 솔직한 아쉬운 점 하나, 시작 부분의 광고 표시를 요청해요.',
      kpi: '초안 통과율',
      target: '첫 회차에 70% 이상',
      formula: '수정 없는 초안 / 전체 초안 * 100',
      timeline: '2주차',
      budget: '예산의 12%',
    },
    {
      part: 'amplification',
      title: '저장이 많은 게시물만 키우기',
      body: '게시 5일 뒤 저장률이 높은 세 게시물에만 광고비를 써요.',
      kpi: '저장률',
      target: '4주차까지 2% 이상',
      formula: '저장 / 도달 * 100',
      timeline: '3주차',
      budget: '예산의 18%',
    },
    {
      part: 'timeline',
      title: '5주 일정, 두 번의 결정',
      body: '2주차 초안, 3-4주차 게시, 5주차에 어떤 메시지가 {goal|목표}에 가장 효과적이었는지 한 장으로 정리해요.',
      kpi: '제때 게시한 비율',
      target: '3-4주차에 90% 이상',
      formula: '약속한 날 게시한 수 / 약속한 게시물 수 * 100',
      timeline: '5주차',
      budget: '예산의 3%',
    },
  ],
}

/** The number that decides about a campaign follows from its goal. */
export const goalNumbers: Record<string, Record<'en' | 'ko', Pick<Entry, 'kpi' | 'formula' | 'target'>>> = {
  awareness: {
    en: { kpi: 'Cost per 1,000 people', formula: 'campaign cost / people reached * 1,000', target: '$18 or less by week 5' },
    ko: { kpi: '1,000명 도달 비용', formula: '캠페인 비용 / 도달한 사람 수 * 1,000', target: '5주차까지 18달러 이하' },
  },
  engagement: {
    en: { kpi: 'Cost per reaction', formula: 'campaign cost / (likes + comments + saves)', target: '$0.40 or less after 7 days' },
    ko: { kpi: '반응당 비용', formula: '캠페인 비용 / (좋아요 + 댓글 + 저장)', target: '게시 7일 뒤 0.4달러 이하' },
  },
  traffic: {
    en: { kpi: 'Cost per visit', formula: 'campaign cost / visits from creator links', target: '$1.20 or less by week 5' },
    ko: { kpi: '방문당 비용', formula: '캠페인 비용 / 크리에이터 링크 방문 수', target: '5주차까지 1.2달러 이하' },
  },
  'sign-ups': {
    en: { kpi: 'Cost per sign-up', formula: 'campaign cost / sign-ups from creator links', target: '$7 or less within 30 days' },
    ko: { kpi: '가입당 비용', formula: '캠페인 비용 / 크리에이터 링크 가입 수', target: '30일 안에 7달러 이하' },
  },
  content: {
    en: { kpi: 'Cost per usable asset', formula: 'campaign cost / assets cleared for reuse', target: '$180 or less by week 5' },
    ko: { kpi: '활용 콘텐츠 단가', formula: '캠페인 비용 / 재사용 승인 콘텐츠 수', target: '5주차까지 180달러 이하' },
  },
}

/** First posts that any creator could make. */
export const postIdeas: Bank = {
  en: [
    { title: 'Morning', postIdea: 'A real weekday morning, the product on the counter before the coffee is ready.', body: '' },
    { title: 'Hand over', postIdea: 'Hand it to a friend without a word and film the first ten seconds.', body: '' },
    { title: 'Question', postIdea: 'Answer the three questions that your followers ask most, product in hand.', body: '' },
    { title: 'Side by side', postIdea: 'Your old way and the new one side by side, in the same light, no music.', body: '' },
    { title: 'One week', postIdea: 'One photo a day for a week, and an honest sentence under each.', body: '' },
    { title: 'Mistake', postIdea: 'Show the mistake you made on the first day and how you use it now.', body: '' },
    { title: 'Evening', postIdea: 'A slow evening in five pictures, with the product in only one of them.', body: '' },
  ],
  ko: [
    { title: '아침', postIdea: '평일 아침, 커피가 내려지는 동안 제품을 쓰는 장면을 담아 보세요.', body: '' },
    { title: '건네기', postIdea: '아무 설명 없이 친구에게 건네고 첫 10초를 찍어 보세요.', body: '' },
    { title: '질문', postIdea: '팔로워가 가장 많이 묻는 질문 세 가지에 답해 보세요.', body: '' },
    { title: '비교', postIdea: '예전 방법과 지금 방법을 같은 조명에서 나란히 보여 주세요.', body: '' },
    { title: '일주일', postIdea: '일주일 동안 하루 한 장, 사진마다 솔직한 한 문장을 남겨 보세요.', body: '' },
    { title: '실수', postIdea: '첫날 했던 실수와 지금의 사용법을 함께 보여 주세요.', body: '' },
    { title: '저녁', postIdea: '느긋한 저녁을 사진 다섯 장으로, 제품은 한 장에만 담아 보세요.', body: '' },
  ],
}

export const brief: Bank = {
  en: [
    {
      section: 'campaign',
      title: 'Why this campaign',
      body: '{productname|The product} should find its place in an ordinary day. Goal: {goal|more people know it}. Fee: [fee]. Contact: [contact].',
    },
    {
      section: 'audience',
      title: 'Who it is for',
      body: 'We speak to {audience|our audience}: people who decide quickly whether a post is worth their time. Talk to them as you always do.',
    },
    {
      section: 'message',
      title: 'What should stay',
      body: '{-keymessage|[One sentence that people should remember]}\nTone: {brandvoice|warm}, concrete, in your own words.',
    },
    {
      section: 'deliverables',
      title: 'What you deliver',
      body: '{-deliverables|[agree on formats and number]}\nEach shows the product in use within the first three seconds.',
    },
    {
      section: 'dos',
      title: 'Please do',
      body: '{-dos|Name one detail that you truly like}\n- Mark every post as advertising at its beginning',
    },
    { section: 'donts', title: 'Please avoid', body: '{-donts|Comparisons with other brands}\n- Promises about results' },
    {
      section: 'schedule',
      title: 'Dates and approval',
      body: '- Draft first, then one round of changes\n- We answer within two working days\n- Final version, then the post',
    },
  ],
  ko: [
    {
      section: 'campaign',
      title: '캠페인 목적',
      body: '{productname|제품}을 평범한 하루 속에서 자연스럽게 보여 주고 싶어요. 목표: {goal|인지도}. 비용: [금액]. 담당자: [연락처].',
    },
    {
      section: 'audience',
      title: '누구를 위한 캠페인인가요',
      body: '대상은 {audience|핵심 고객}이에요. 볼 만한 게시물인지 빠르게 판단하니 평소 말투 그대로 이야기해 주세요.',
    },
    {
      section: 'message',
      title: '기억에 남길 한마디',
      body: '{-keymessage|[사람들이 기억할 한 문장]}\n말투: {brandvoice|따뜻한} 느낌으로, 본인의 말로 전해 주세요.',
    },
    {
      section: 'deliverables',
      title: '요청 결과물',
      body: '{-deliverables|[형식과 개수를 정해 주세요]}\n첫 3초 안에 사용 장면을 보여 주세요.',
    },
    {
      section: 'dos',
      title: '꼭 지켜 주세요',
      body: '{-dos|정말 마음에 든 점 하나를 말해 주세요}\n- 게시물 첫 부분에 광고임을 표시해 주세요',
    },
    { section: 'donts', title: '피해 주세요', body: '{-donts|다른 브랜드와의 비교}\n- 효과를 보장하는 표현' },
    {
      section: 'schedule',
      title: '일정과 확인',
      body: '- 초안을 먼저 보내고 수정은 한 번 해요\n- 영업일 이틀 안에 답을 드려요\n- 최종본 확인 뒤 게시해요',
    },
  ],
}
