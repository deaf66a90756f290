/** In which answers are written. */
export type Language = 'en' | 'ko'
