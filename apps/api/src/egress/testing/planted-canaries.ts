import { createHash } from 'node:crypto'

/** A made-up value of a person, in the words around it that a person would write. */
export interface Canary {
  shape: string
  value: string
  text: string
}

/** Digits that look random and are the same in every run. */
function digitsOf(seed: string, count: number): string {
  let digits = ''
  for (let block = 0; digits.length < count; block++) {
    digits += createHash('sha256')
      .update(`${seed} ${block}`)
      .digest()
      .map((byte) => byte % 10)
      .join('')
  }
  return digits.slice(0, count)
}

const lettersOf = (seed: string, count: number) => createHash('sha256').update(seed).digest('hex').slice(0, count)
const pick = <Value>(values: readonly Value[], digit: string) => values[Number(digit) % values.length]!

/** Luhn (ISO/IEC 7812-1). */
function withCheckDigit(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 0 ? 2 : 1)
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return digits + ((10 - (sum % 10)) % 10)
}

/** ISO 13616: country and check digits move to the end, letters count from 10, the whole modulo 97 is 1. */
function germanIban(account: string): string {
  const remainder = BigInt(`${account}131400`) % 97n
  return `DE${String(98n - remainder).padStart(2, '0')}${account}`
}

const shapes: Record<string, (seed: string) => { value: string; text: string }> = {
  email: (seed) => {
    const value = `${lettersOf(seed, 9)}@mail.example`
    return { value, text: `write to ${value}` }
  },
  'mobile phone in Korea': (seed) => {
    const digits = digitsOf(seed, 8)
    const value = `010-${digits.slice(0, 4)}-${digits.slice(4)}`
    return { value, text: `연락처는 ${value}입니다` }
  },
  'phone with a country code': (seed) => {
    const value = `+44 7${pick(['400', '500', '700', '911'], digitsOf(seed, 1))} ${digitsOf(seed, 6)}`
    return { value, text: `call ${value} please` }
  },
  'credit card': (seed) => {
    const digits = withCheckDigit(`4539${digitsOf(seed, 11)}`)
    const value = digits.replace(/(\d{4})(?=\d)/g, '$1 ')
    return { value, text: `paid with ${value}` }
  },
  IBAN: (seed) => {
    const value = germanIban(`50010517${digitsOf(seed, 10)}`)
    return { value, text: `transfer to ${value}` }
  },
  'resident registration number': (seed) => {
    const digits = digitsOf(seed, 9)
    const value = `${80 + (Number(digits[0]) % 10)}0${1 + (Number(digits[1]) % 9)}1${digits[2]}-${1 + (Number(digits[3]) % 2)}${digits.slice(3, 9)}`
    return { value, text: `주민번호 ${value}` }
  },
  'social security number': (seed) => {
    const digits = digitsOf(seed, 8)
    const value = `${200 + Number(digits.slice(0, 2))}-${10 + Number(digits[2])}-${1000 + Number(digits.slice(3, 6))}`
    return { value, text: `my SSN is ${value}` }
  },
  'IP address': (seed) => {
    const octets = digitsOf(seed, 6)
      .match(/../g)!
      .map((pair) => 100 + Number(pair))
    const value = `81.${octets.join('.')}`
    return { value, text: `from ${value}` }
  },
  'access key': (seed) => {
    const value = `AKIA${lettersOf(seed, 16).toUpperCase()}`
    return { value, text: `token ${value}` }
  },
  password: (seed) => {
    const value = `Xk${lettersOf(seed, 8)}!7`
    return { value, text: `password: ${value}` }
  },
}

/** As many as asked for, in all ten shapes in turn. No value is anybody's; each text has at most 40 characters. */
export function plantCanaries(count: number): Canary[] {
  const makers = Object.entries(shapes)
  return Array.from({ length: count }, (_, index) => {
    const [shape, make] = makers[index % makers.length]!
    return { shape, ...make(`canary ${index}`) }
  })
}
