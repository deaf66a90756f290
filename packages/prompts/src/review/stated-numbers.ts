const plainNumber = (digits: string) => Number(digits.replaceAll(',', ''))

const digits = String.raw`\d[\d,]*(?:\.\d+)?`
const scales: Record<string, number> = {
  k: 1_000,
  thousand: 1_000,
  m: 1_000_000,
  million: 1_000_000,
  천: 1_000,
  만: 10_000,
  백만: 1_000_000,
  억: 100_000_000,
}
const scaleWord = '(?:(k|m|thousand|million|백만|천|만|억)(?![a-z]))?'
const chained = new RegExp(String.raw`(${digits})\s*${scaleWord}(?:\s*(?<=[만억]\s*)(${digits})\s*(천|만)?)?`, 'gi')
const dollarSign = new RegExp(String.raw`(?:US)?\$\s?(${digits})\s*${scaleWord}`, 'gi')
const dollarWord = new RegExp(String.raw`(${digits})\s*${scaleWord}\s*(?:USD|dollars?|달러|불)(?![a-z가-힣]{2})`, 'gi')
const percentage = new RegExp(String.raw`(${digits})\s*(?:%|percent|퍼센트|프로)`, 'gi')

function scaled(number: string | undefined, word: string | undefined): number {
  return number === undefined ? 0 : plainNumber(number) * (scales[word?.toLowerCase() ?? ''] ?? 1)
}

/** Sums of US dollars that a text names: `$1,200`, `$1.2K`, `1,200 USD`, `1만 달러`. */
export function dollarsIn(text: string): number[] {
  return [...text.matchAll(dollarSign), ...text.matchAll(dollarWord)].map(([, number, word]) => scaled(number, word))
}

/** Percentages that a text names: `4.2%`, `4 percent`, `4퍼센트`. */
export function percentagesIn(text: string): number[] {
  return [...text.matchAll(percentage)].map(([, number]) => plainNumber(number!))
}

/** Numbers of at least a thousand that a text names: `84,000`, `84K`, `1.2 million`, `8만 4천`. Percentages are none. */
export function largeNumbersIn(text: string): number[] {
  return [...text.replace(percentage, ' ').matchAll(chained)]
    .map(([, number, word, rest, restWord]) => scaled(number, word) + scaled(rest, restWord))
    .filter((value) => value >= 1_000)
}
