import type { Language } from '../preferences/use-preferences.ts'

const english = {
  skip: 'Skip to content',
  language: 'Language',
  theme: { label: 'Appearance', system: 'Follow the system', light: 'Light', dark: 'Dark' },
  playground: 'Playground',
  notice: {
    embedded: 'This server does not mint tokens for the playground',
    embeddedText: 'It runs with a real configuration. To try the page, start a server in the embedded mode:',
    unreachable: 'The Inkling server does not answer',
    unreachableText: 'Start it, then reload this page:',
  },
}

const korean: typeof english = {
  skip: '본문으로 건너뛰기',
  language: '언어',
  theme: { label: '화면 모드', system: '시스템 설정', light: '라이트', dark: '다크' },
  playground: '플레이그라운드',
  notice: {
    embedded: '이 서버는 플레이그라운드용 토큰을 발급하지 않습니다',
    embeddedText: '실제 설정으로 실행 중입니다. 이 페이지를 써 보려면 내장 모드로 서버를 시작하세요.',
    unreachable: 'Inkling 서버가 응답하지 않습니다',
    unreachableText: '서버를 시작한 뒤 이 페이지를 새로 고치세요.',
  },
}

/** What every product's page says around its content. */
export const pageWords: Record<Language, typeof english> = { en: english, ko: korean }
