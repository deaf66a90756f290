import type { PartOfDay } from '../generator/dates.ts'
import type { Bank } from './entry.ts'

export const postingTimes: Record<PartOfDay, Bank> = {
  morning: {
    en: [
      {
        title: 'Before the first meeting',
        body: '{audience|People} look through their feed once before the first task of the day.',
        hashtags: ['#morningread', '#newweek', '#worthknowing'],
      },
      {
        title: 'On the way',
        body: 'Commutes leave time for {contenttype|a short read}, and early reactions carry it through the day.',
        hashtags: ['#commute', '#dailyread', '#goodmorning'],
      },
      {
        title: 'First coffee',
        body: 'With the first coffee people answer rather than only scroll.',
        hashtags: ['#firstcoffee', '#letstalk', '#community'],
      },
      {
        title: 'A quiet quarter of an hour',
        body: 'Fewer accounts post at this time, so a new post stays on top a little longer.',
        hashtags: ['#freshideas', '#newpost', '#smallstart'],
      },
      {
        title: 'A test slot',
        body: 'Earlier than usual: an experiment that shows whether {audience|your followers} are early risers.',
        hashtags: ['#earlybird', '#tryout', '#feedback'],
      },
    ],
    ko: [
      {
        title: '첫 일과 전',
        body: '{audience|팔로워}가 하루를 시작하기 전에 피드를 한 번 훑어보는 때예요.',
        hashtags: ['#아침읽기', '#오늘의정보', '#하루시작'],
      },
      {
        title: '이동하는 시간',
        body: '출근길에는 {contenttype|짧은 글}을 볼 여유가 있고, 이른 반응이 하루 내내 이어져요.',
        hashtags: ['#출근길', '#데일리', '#굿모닝'],
      },
      {
        title: '첫 커피와 함께',
        body: '커피를 마시며 보는 시간이라 그냥 넘기지 않고 댓글을 남기는 분이 많아요.',
        hashtags: ['#모닝커피', '#소통', '#함께이야기'],
      },
      {
        title: '조용한 15분',
        body: '이 시간에는 올라오는 글이 적어 새 게시물이 조금 더 오래 위에 남아요.',
        hashtags: ['#새글', '#아이디어', '#작은시작'],
      },
      {
        title: '실험해 볼 시간',
        body: '평소보다 이른 실험 시간이에요. {audience|팔로워}가 아침형인지 알 수 있어요.',
        hashtags: ['#얼리버드', '#실험', '#의견환영'],
      },
    ],
  },
  midday: {
    en: [
      {
        title: 'Just before the break',
        body: 'The first reactions are there when {audience|followers} reach for the phone at lunch.',
        hashtags: ['#lunchbreak', '#todaysfind', '#littlebreak'],
      },
      {
        title: 'In the lunch queue',
        body: 'Waiting for the food is a moment for {contenttype|something quick to look at}.',
        hashtags: ['#lunchtime', '#quicklook', '#dailyfind'],
      },
      {
        title: 'A quiet feed',
        body: 'Fewer brands post at this time, so the same post is seen by more followers.',
        hashtags: ['#freshideas', '#newpost', '#community'],
      },
      {
        title: 'After the meal',
        body: 'Ten calm minutes are left: people save posts for later.',
        hashtags: ['#savethis', '#forlater', '#ideas'],
      },
      {
        title: 'A slow start',
        body: 'Nobody is in a hurry now: {audience|followers} write longer answers than usual.',
        hashtags: ['#slowday', '#letschat', '#goodmood'],
      },
    ],
    ko: [
      {
        title: '점심 직전',
        body: '{audience|팔로워}가 점심에 휴대폰을 들 때 이미 첫 반응이 모여 있어요.',
        hashtags: ['#점심시간', '#오늘의발견', '#잠깐휴식'],
      },
      {
        title: '기다리는 동안',
        body: '주문한 음식을 기다리며 {contenttype|가볍게 볼 게시물}을 찾는 시간이에요.',
        hashtags: ['#점심스타그램', '#잠깐보기', '#데일리'],
      },
      {
        title: '경쟁이 적은 시간',
        body: '이 시간에는 브랜드 게시물이 적어 더 많은 분에게 보여요.',
        hashtags: ['#새게시물', '#아이디어', '#일상'],
      },
      { title: '식사 후', body: '식사 뒤 남은 10분, 나중에 보려고 저장하는 분이 늘어나요.', hashtags: ['#저장각', '#나중에보기', '#꿀팁'] },
      {
        title: '느긋한 시간',
        body: '서두르지 않는 시간이라 {audience|팔로워}의 댓글이 평소보다 길어요.',
        hashtags: ['#여유', '#소통해요', '#기분좋은날'],
      },
    ],
  },
  evening: {
    en: [
      {
        title: 'After work',
        body: 'Evening sessions are longer, which suits {contenttype|posts that need a second look}.',
        hashtags: ['#eveningvibes', '#dailyinspo', '#weeknight'],
      },
      {
        title: 'On the sofa',
        body: '{audience|Followers} have put the day away and watch to the end.',
        hashtags: ['#winddown', '#watchthis', '#cosynight'],
      },
      {
        title: 'Before the crowd',
        body: 'A little before the peak: early likes lift the post when most people arrive.',
        hashtags: ['#fresh', '#justposted', '#firstlook'],
      },
      {
        title: 'Late and talkative',
        body: 'Later in the evening comments get longer, good for a question.',
        hashtags: ['#nighttalk', '#yourturn', '#community'],
      },
      {
        title: 'A calm slot',
        body: 'A calmer evening for {audience|your followers}: less is posted, more is read.',
        hashtags: ['#slowliving', '#letschat', '#goodnight'],
      },
    ],
    ko: [
      {
        title: '퇴근 후',
        body: '저녁에는 머무는 시간이 길어 {contenttype|자세히 볼 게시물}에 잘 맞아요.',
        hashtags: ['#퇴근후', '#저녁일상', '#오늘의영감'],
      },
      {
        title: '소파에서 쉬는 시간',
        body: '하루를 마친 {audience|팔로워}가 끝까지 보는 시간이에요.',
        hashtags: ['#쉬는시간', '#집콕', '#오늘의영상'],
      },
      {
        title: '붐비기 직전',
        body: '이용이 가장 많아지기 직전이라 이른 반응이 게시물을 밀어 줘요.',
        hashtags: ['#방금올림', '#첫공개', '#신상'],
      },
      { title: '늦은 저녁', body: '늦은 저녁에는 댓글이 길어져 질문을 던지기 좋아요.', hashtags: ['#밤수다', '#여러분생각은', '#소통'] },
      { title: '차분한 시간', body: '올라오는 글은 적고 읽는 분은 많은 차분한 저녁이에요.', hashtags: ['#차분한저녁', '#휴식', '#굿나잇'] },
    ],
  },
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
      body: 'Before: a long list of maybes. After: {productname|one simple choice}. Save this for the next busy week.',
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
      hashtags: ['#behindthescenes', '#makers', '#craft'],
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
      ['Myth check', 'Three myths about {niche|everyday habits}', 'A short carousel, one myth a slide, sources in the caption.'],
      ['Behind the scenes', 'What a normal day really looks like', 'Raw clips from one working day, no voice-over.'],
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
      ['오해 바로잡기', '{niche|일상}에 대한 오해 세 가지', '카드 한 장에 오해 하나씩 정리해요.'],
      ['비하인드', '평범한 하루의 진짜 모습', '하루의 장면을 꾸밈없이 이어 붙여요.'],
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
