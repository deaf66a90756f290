import type { Bank } from './entry.ts'

export const reviewSections: Bank = {
  en: [
    {
      title: 'The evening in one line',
      body: 'We booked for our {occasion|special evening} and would do it again: calm, friendly and on time.',
    },
    { title: 'The food', body: 'The highlight was {dishes|the main course}. Everything came out warm and well seasoned.' },
    { title: 'The chef', body: 'The chef explained each course, adapted to our wishes and left the kitchen spotless.' },
    { title: 'What stood out', body: '{highlights|The small details made it feel personal}.' },
    { title: 'What could be better', body: 'A slightly longer pause before dessert would have been perfect.' },
    { title: 'Who should book', body: 'Ideal for any {occasion|small celebration} where you want to stay at the table with your guests.' },
  ],
  ko: [
    { title: '한 줄 요약', body: '{occasion|특별한 날}을 위해 예약했는데 다시 부르고 싶을 만큼 만족스러웠어요.' },
    { title: '음식', body: '가장 좋았던 메뉴는 {dishes|메인 요리}였어요. 모두 따뜻하고 간이 잘 맞았어요.' },
    { title: '셰프', body: '코스마다 설명해 주시고 요청도 잘 반영해 주셨어요. 주방 정리도 깔끔했어요.' },
    { title: '기억에 남는 점', body: '{highlights|작은 배려 덕분에 더 특별했어요}.' },
    { title: '아쉬운 점', body: '디저트 전에 조금 더 쉬어 가면 더 좋겠어요.' },
    { title: '추천 대상', body: '{occasion|소규모 모임}을 여유롭게 즐기고 싶은 분께 추천해요.' },
  ],
}
