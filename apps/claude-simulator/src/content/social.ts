import type { Bank } from './entry.ts'

export const postingTimes: Bank = {
  en: [
    {
      title: 'Lunch break peak',
      body: '{audience|Followers} scroll most over lunch, so early reactions lift the reach.',
      hashtags: ['#lunchbreak', '#behindthescenes', '#smallbusiness'],
    },
    {
      title: 'After work wind-down',
      body: 'Evening sessions are longer, which suits {contenttype|posts that need a second look}.',
      hashtags: ['#eveningvibes', '#dailyinspo', '#weeknight'],
    },
    {
      title: 'Quiet feed, early window',
      body: 'Fewer brands post at this time, so the same post is seen by more followers.',
      hashtags: ['#newpost', '#freshideas', '#community'],
    },
    {
      title: 'Weekend planning',
      body: 'People save posts for the weekend here; saves keep a post alive for days.',
      hashtags: ['#weekendplans', '#savethis', '#friyay'],
    },
    {
      title: 'Sunday reset',
      body: 'A calm slot with high comment rates for {audience|your followers}.',
      hashtags: ['#sundayreset', '#slowliving', '#letschat'],
    },
  ],
  ko: [
    {
      title: '점심시간 최고점',
      body: '{audience|팔로워}가 점심에 가장 많이 접속해 초반 반응을 얻기 좋아요.',
      hashtags: ['#점심스타그램', '#비하인드', '#소통'],
    },
    {
      title: '퇴근 후 여유 시간',
      body: '저녁에는 머무는 시간이 길어 {contenttype|자세히 볼 게시물}에 잘 맞아요.',
      hashtags: ['#퇴근후', '#저녁일상', '#오늘의영감'],
    },
    {
      title: '경쟁이 적은 이른 시간',
      body: '이 시간에는 브랜드 게시물이 적어 더 많은 사람에게 보여요.',
      hashtags: ['#새게시물', '#아이디어', '#일상'],
    },
    { title: '주말 계획 시간', body: '주말을 앞두고 저장이 늘어나 게시물의 수명이 길어져요.', hashtags: ['#주말계획', '#저장각', '#불금'] },
    { title: '일요일 정리 시간', body: '댓글 비율이 높은 차분한 시간대예요.', hashtags: ['#일요일', '#휴식', '#소통해요'] },
  ],
}

export const captions: Bank = {
  en: [
    {
      title: 'The small upgrade',
      body: 'Some upgrades are loud. {productname|This one} just makes every day a little better. Which part of your day would it change?',
      hashtags: ['#everydayupgrade', '#newin', '#smalljoys'],
    },
    {
      title: 'Made for real life',
      body: 'Made for real mornings, not perfect ones. Meet {productname|your new favourite} and tell us how you use it.',
      hashtags: ['#reallife', '#madewithcare', '#morningroutine'],
    },
    {
      title: 'Before and after',
      body: 'Before: too many tabs open. After: {productname|one simple choice}. Save this for the next busy week.',
      hashtags: ['#beforeandafter', '#simplify', '#savethis'],
    },
    {
      title: 'Ask the community',
      body: 'You asked, we listened: {productname|it} is here. Drop your first impression below.',
      hashtags: ['#youasked', '#community', '#justlanded'],
    },
    {
      title: 'Behind the scenes',
      body: 'Months of tests, one idea that stayed. This is {productname|what we made}, and this is why we are proud of it.',
      hashtags: ['#behindthescenes', '#makersofinstagram', '#craft'],
    },
  ],
  ko: [
    {
      title: '작은 변화',
      body: '큰 변화보다 매일의 작은 변화. {productname|이 제품}으로 하루가 조금 더 좋아져요. 어디에 먼저 써 보고 싶으세요?',
      hashtags: ['#작은행복', '#신제품', '#일상템'],
    },
    {
      title: '진짜 일상을 위해',
      body: '완벽하지 않은 아침도 괜찮아요. {productname|새로운 단짝}이 함께할게요. 여러분의 사용법을 들려주세요!',
      hashtags: ['#아침루틴', '#데일리템', '#추천'],
    },
    {
      title: '전과 후',
      body: '전에는 복잡했던 선택, 이제는 {productname|이거 하나}면 충분해요. 바쁜 주를 위해 저장해 두세요.',
      hashtags: ['#비포애프터', '#꿀팁', '#저장필수'],
    },
    {
      title: '기다리던 소식',
      body: '많이 물어보셨죠? {productname|신제품}이 드디어 나왔어요. 첫인상을 댓글로 남겨 주세요.',
      hashtags: ['#출시', '#소통', '#오늘의발견'],
    },
    {
      title: '제작 이야기',
      body: '수없이 시험하고 남은 단 하나. {productname|이 제품}에 담은 이야기를 들려드릴게요.',
      hashtags: ['#비하인드', '#브랜드이야기', '#정성'],
    },
  ],
}

const themes = (rows: readonly (readonly [string, string, string])[], tags: readonly string[]) =>
  rows.map(([title, hook, body]) => ({ title, hook, body, hashtags: tags }))

export const calendar: Bank = {
  en: themes(
    [
      ['Myth check', 'Three {niche|everyday} myths you can drop today', 'A short carousel, one myth a slide, sources in the caption.'],
      ['Behind the scenes', 'What a normal Tuesday really looks like', 'Raw clips from one working day, no voice-over.'],
      ['Beginner guide', 'Start with this before you buy anything', 'Five steps with one picture each and a saved checklist.'],
      ['Customer story', 'She tried it for thirty days', 'One honest before and after in the words of a customer.'],
      ['Quick win', 'Do this in ten minutes tonight', 'One tip, filmed from above, no cuts.'],
      ['Question round', 'Ask us anything about {niche|the craft}', 'Collect questions in stories and answer the best three.'],
      ['Side by side', 'Cheap or expensive: can you tell?', 'A blind comparison with the answer on the last slide.'],
      ['Seasonal special', 'The one thing we change this month', 'Tie one idea to the season and give a reason to act now.'],
      ['Mistake of the week', 'We got this wrong for years', 'Own a mistake and show what works instead.'],
      ['Tools we use', 'Our five most used tools, ranked', 'Rank them, invite disagreement in the comments.'],
      ['Community pick', 'Your best ideas, tested by us', 'Try the follower idea with the most votes.'],
      ['Month in review', 'What worked, what failed, what is next', 'Three numbers and one promise for next month.'],
    ],
    ['#contentplan', '#tips'],
  ),
  ko: themes(
    [
      ['오해 바로잡기', '{niche|일상} 속 오해 세 가지', '카드 한 장에 오해 하나씩 정리해요.'],
      ['비하인드', '평범한 화요일의 진짜 모습', '하루의 장면을 꾸밈없이 이어 붙여요.'],
      ['입문 가이드', '사기 전에 이것부터 보세요', '다섯 단계와 저장용 체크리스트를 담아요.'],
      ['고객 이야기', '30일 동안 직접 써 봤어요', '고객의 말로 솔직한 변화를 보여 줘요.'],
      ['10분 팁', '오늘 밤 10분이면 끝나요', '팁 하나를 끊김 없이 촬영해요.'],
      ['질문 받기', '무엇이든 물어보세요', '스토리로 질문을 받고 세 가지를 골라 답해요.'],
      ['나란히 비교', '차이를 맞혀 보세요', '마지막 장에서 정답을 공개해요.'],
      ['시즌 특집', '이번 달에 바꾸는 한 가지', '계절과 연결하고 지금 해야 할 이유를 줘요.'],
      ['이번 주 실수', '우리도 몇 년을 틀렸어요', '실수를 인정하고 더 나은 방법을 보여 줘요.'],
      ['애용 도구', '가장 많이 쓰는 도구 다섯', '순위를 매기고 의견을 물어요.'],
      ['팔로워 픽', '여러분의 아이디어를 시험했어요', '가장 많은 표를 받은 아이디어를 해 봐요.'],
      ['한 달 돌아보기', '잘된 것과 안된 것', '숫자 세 개와 다음 달 약속을 적어요.'],
    ],
    ['#콘텐츠', '#꿀팁'],
  ),
}
