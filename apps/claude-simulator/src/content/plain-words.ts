import type { Language } from '../generator/request-facts.ts'

/** How codes of a request are said in a sentence, where the code without its hyphens is not it. */
export const plainWords: Record<Language, Readonly<Record<string, string>>> = {
  en: {
    everyone: 'people',
    professionals: 'people at work',
    'short-video': 'a short video',
    'long-video': 'a longer video',
    live: 'a live stream',
    photo: 'a photo',
    carousel: 'a carousel',
    story: 'a story',
    text: 'a text post',
  },
  ko: {
    everyone: '팔로워',
    students: '학생들',
    'young-adults': '20대 팔로워',
    parents: '부모님들',
    professionals: '직장인들',
    'small-businesses': '소상공인들',
    hobbyists: '취미를 즐기는 분들',
    'short-video': '짧은 영상',
    'long-video': '긴 영상',
    live: '라이브 방송',
    photo: '사진',
    carousel: '카드 게시물',
    story: '스토리',
    text: '글 게시물',
  },
}
