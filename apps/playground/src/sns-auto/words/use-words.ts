import { useMemo } from 'react'
import { useSpeech } from '../../page/use-speech.ts'
import { english } from './english.ts'
import { korean } from './korean.ts'

const all = { en: english, ko: korean }

/** The page's words, and dates as people say them. A date has no zone: it is formed on the clock of UTC. */
export function useWords() {
  const speech = useSpeech(all)
  const { language } = speech
  const forms = useMemo(() => {
    const moment = new Intl.DateTimeFormat(language, {
      weekday: 'long',
      month: 'long',
      day: 'numeric',
      hour: 'numeric',
      minute: '2-digit',
      timeZone: 'UTC',
    })
    const day = new Intl.DateTimeFormat(language, { month: 'short', day: 'numeric', timeZone: 'UTC' })
    const month = new Intl.DateTimeFormat(language, { year: 'numeric', month: 'long', timeZone: 'UTC' })
    const number = new Intl.NumberFormat(language)
    return {
      moment: (date: string, time: string) => moment.format(new Date(`${date}T${time}Z`)),
      day: (date: string) => day.format(new Date(date)),
      monthName: (name: string) => month.format(new Date(`${name}-01`)),
      number: (value: number) => number.format(value),
      /** `Seoul · GMT+9` */
      zoneName(zone: string) {
        const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'shortOffset' }).formatToParts(new Date())
        const city = all[language].cities[zone as keyof typeof english.cities]
        return `${city} · ${parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''}`
      },
    }
  }, [language])
  return { ...speech, ...forms }
}
