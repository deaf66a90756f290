import type { Locale } from '@inkling/contracts'

export const formats = [
  'instagram-post',
  'instagram-reel',
  'instagram-story',
  'tiktok-video',
  'youtube-video',
  'youtube-short',
  'livestream',
  'blog-post',
] as const
export type Format = (typeof formats)[number]

export interface Deliverable {
  format: Format
  count: number
}

// Singular and plural in English; Korean has one form.
const names: Record<Format, { one: string; many: string; ko: string }> = {
  'instagram-post': { one: 'Instagram post', many: 'Instagram posts', ko: '인스타그램 게시물' },
  'instagram-reel': { one: 'Instagram Reel', many: 'Instagram Reels', ko: '인스타그램 릴스' },
  'instagram-story': { one: 'Instagram Story', many: 'Instagram Stories', ko: '인스타그램 스토리' },
  'tiktok-video': { one: 'TikTok video', many: 'TikTok videos', ko: '틱톡 영상' },
  'youtube-video': { one: 'YouTube video', many: 'YouTube videos', ko: '유튜브 영상' },
  'youtube-short': { one: 'YouTube Short', many: 'YouTube Shorts', ko: '유튜브 쇼츠' },
  livestream: { one: 'livestream', many: 'livestreams', ko: '라이브 방송' },
  'blog-post': { one: 'blog post', many: 'blog posts', ko: '블로그 글' },
}

export function deliverableInWords({ format, count }: Deliverable, locale: Locale): string {
  const name = names[format]
  return locale === 'ko' ? `${name.ko} ${count}개` : `${count} ${count === 1 ? name.one : name.many}`
}
