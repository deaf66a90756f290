import { guarded, matchesIn } from '../search/guarded-expression.ts'
import type { Detector } from './detection-input.ts'
import type { PersonalDataSpan } from './span.ts'

/** A prefix that an issuer puts on its keys, and what follows it: character class, least and greatest number of characters. */
type Rule = readonly [prefix: string, characters: string, least: number, greatest: number]

const word = 'A-Za-z0-9_-'
const alphanumeric = 'A-Za-z0-9'
const hexadecimal = 'a-f0-9'
const rules: readonly Rule[] = [
  ['AKIA', 'A-Z0-9', 16, 16],
  ['ASIA', 'A-Z0-9', 16, 16],
  ['ABIA', 'A-Z0-9', 16, 16],
  ['AIza', word, 30, 40],
  ['GOCSPX-', word, 24, 40],
  ['ya29.', word, 20, 400],
  ['ghp_', alphanumeric, 30, 255],
  ['gho_', alphanumeric, 30, 255],
  ['ghu_', alphanumeric, 30, 255],
  ['ghs_', alphanumeric, 30, 255],
  ['ghr_', alphanumeric, 30, 255],
  ['github_pat_', 'A-Za-z0-9_', 40, 255],
  ['glpat-', word, 18, 64],
  ['gldt-', word, 18, 64],
  ['glrt-', word, 18, 64],
  ['glptt-', hexadecimal, 40, 40],
  ['xoxb-', 'A-Za-z0-9-', 20, 120],
  ['xoxp-', 'A-Za-z0-9-', 20, 120],
  ['xoxa-', 'A-Za-z0-9-', 20, 120],
  ['xoxe-', 'A-Za-z0-9-', 20, 200],
  ['xapp-', 'A-Za-z0-9-', 20, 200],
  ['sk_live_', alphanumeric, 16, 128],
  ['sk_test_', alphanumeric, 16, 128],
  ['rk_live_', alphanumeric, 16, 128],
  ['whsec_', 'A-Za-z0-9+/=', 20, 80],
  ['sk-', word, 20, 255],
  ['hf_', alphanumeric, 30, 48],
  ['npm_', alphanumeric, 32, 48],
  ['pypi-', word, 40, 255],
  ['rubygems_', hexadecimal, 40, 64],
  ['SG.', 'A-Za-z0-9_.-', 40, 90],
  ['dop_v1_', hexadecimal, 60, 64],
  ['shpat_', 'A-Fa-f0-9', 32, 32],
  ['shpss_', 'A-Fa-f0-9', 32, 32],
  ['sq0atp-', word, 22, 22],
  ['sq0csp-', word, 43, 43],
  ['lin_api_', alphanumeric, 32, 64],
  ['ntn_', alphanumeric, 40, 60],
  ['figd_', word, 36, 60],
  ['dapi', hexadecimal, 32, 32],
  ['hvs.', word, 20, 120],
  ['PMAK-', 'a-f0-9-', 50, 64],
  ['NRAK-', 'A-Z0-9', 27, 27],
  ['glsa_', 'A-Za-z0-9_', 32, 60],
  ['sntrys_', 'A-Za-z0-9_=+/', 40, 255],
  ['gsk_', alphanumeric, 40, 64],
  ['xai-', alphanumeric, 40, 120],
  ['pplx-', alphanumeric, 32, 64],
  ['r8_', alphanumeric, 36, 40],
  ['sbp_', hexadecimal, 40, 40],
  ['tskey-', word, 20, 80],
  ['AGE-SECRET-KEY-1', 'A-Z0-9', 50, 60],
  ['eyJ', 'A-Za-z0-9_.=-', 40, 4000],
]

const escapeForm = (prefix: string) => prefix.replace(/[.+]/g, '\\$&')
const prefixes = guarded(new RegExp(`(?<![A-Za-z])(?:${rules.map(([prefix]) => escapeForm(prefix)).join('|')})`, 'g'))
const bodies = new Map(
  rules.map(([prefix, characters, least, greatest]) => [prefix, new RegExp(`[${characters}]{${least},${greatest}}`, 'y')]),
)

const privateKey = guarded(/-----BEGIN [A-Z ]{0,24}PRIVATE KEY-----/g)
const keyEnd = '-----END'
const webhook = guarded(/https:\/\/(?:hooks\.slack\.com\/services\/|discord(?:app)?\.com\/api\/webhooks\/)[A-Za-z0-9/_-]{20,120}/g)
const credentialsInUrl = guarded(/(?<=:\/\/[^\s:/@]{1,64}:)[^\s:/@]{3,128}(?=@[A-Za-z0-9])/g)
const bearer = guarded(/(?<=\bbearer\s)[A-Za-z0-9._~+/=-]{20,400}/gi)
const assigned = guarded(
  /(?:api[_-]?key|secret[_-]?key|access[_-]?key|client[_-]?secret|auth[_-]?token|access[_-]?token|secret|token|api 키|비밀 ?키|시크릿)["']?\s{0,2}[:=]\s{0,2}["']?([A-Za-z0-9_+/=.~-]{16,200})/gi,
)

/** "sk-learn-like-names" have a prefix too; keys hold digits, or capitals among small letters. */
function looksRandom(body: string): boolean {
  return /\d/.test(body) || (/[A-Z]/.test(body) && /[a-z]/.test(body))
}

/** Mixed letters and digits, as generated keys have and names in code have not. */
function looksGenerated(value: string): boolean {
  const digits = value.replace(/[^0-9]/g, '').length
  return (
    digits >= 3 && /[A-Za-z]/.test(value) && !/^[a-z]{1,64}(?:[._-][a-z]{1,64}){1,16}\d{0,64}$/i.test(value) && new Set(value).size >= 9
  )
}

export const findSecrets: Detector = (input) => {
  const { text } = input
  const spans: PersonalDataSpan[] = []
  const add = (start: number, end: number, confidence: 'certain' | 'likely') => spans.push({ start, end, type: 'SECRET', confidence })
  for (const match of matchesIn(input, prefixes)) {
    const body = bodies.get(match[0])!
    body.lastIndex = match.index + match[0].length
    const rest = body.exec(text)?.[0]
    if (rest === undefined || (match[0] === 'eyJ' && !rest.includes('.')) || !looksRandom(rest)) continue
    let end = match.index + match[0].length + rest.length
    while (text.charAt(end - 1) === '.') end--
    add(match.index, end, 'certain')
  }
  for (const match of matchesIn(input, privateKey)) {
    const close = text.indexOf(keyEnd, match.index + match[0].length)
    const lineEnd = close === -1 ? -1 : text.indexOf('-----', close + keyEnd.length)
    add(match.index, lineEnd === -1 ? text.length : lineEnd + 5, 'certain')
    // Everything behind a key without an end is taken as key.
    if (lineEnd === -1) break
  }
  for (const match of matchesIn(input, webhook)) add(match.index, match.index + match[0].length, 'certain')
  for (const match of matchesIn(input, bearer)) if (looksGenerated(match[0])) add(match.index, match.index + match[0].length, 'likely')
  for (const match of matchesIn(input, credentialsInUrl)) add(match.index, match.index + match[0].length, 'likely')
  for (const match of matchesIn(input, assigned)) {
    const value = match[1]!
    const end = match.index + match[0].length
    if (looksGenerated(value)) add(end - value.length, end, 'likely')
  }
  return spans
}
