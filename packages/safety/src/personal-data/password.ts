import { guarded, matchesInLower } from '../search/guarded-expression.ts'
import type { Detector } from './detection-input.ts'
import type { PersonalDataSpan } from './span.ts'

const label = guarded(
  /(?<![a-z])(?:passwords?|passwd|passphrase|passcode|pwd|pw|access code)(?![a-z])|비밀번호|비번|패스워드|암호|접근 ?코드|액세스 ?코드/g,
)
const connector =
  /^["']?(?:\s{0,3}(?:[:=]{1,2}|->|=>)|(?:은|는|이|가|을|를)(?=\s)|\s(?:is|was|to|as|of|for it is)(?=[\s:]))?\s{0,3}:?\s{0,2}(["'`]?)/
const value = /[!-~]{4,64}/y
const strong = /[0-9!@#$%^&*+?~]/
// Code and markup that computes or names a password rather than being one.
const expression = /^(?:\$\{|\$\(|<|\{\{|process\.env|https?:|[A-Za-z_][\w.]*\(|\*+$|\.\.\.)|\(\)|=>/

/** What a word for "password" introduces, where it looks like one: at least four characters with a digit or a sign. */
export const findPasswords: Detector = (input) => {
  const { text, lower } = input
  const spans: PersonalDataSpan[] = []
  for (const match of matchesInLower(input, label)) {
    const behind = match.index + match[0].length
    const [gap = '', quote = ''] = connector.exec(lower.slice(behind, behind + 24)) ?? []
    if (gap === '') continue
    const start = behind + gap.length
    value.lastIndex = start
    let found = value.exec(text)?.[0]
    if (found === undefined) continue
    if (quote !== '') {
      const close = found.indexOf(quote)
      if (close !== -1) found = found.slice(0, close)
    }
    found = found.replace(/["'`<>)\]},;:.]{1,64}$/, '')
    if (found.length < 4 || !strong.test(found) || expression.test(found)) continue
    // Without a sign between them only a value that no word or number looks like.
    const linked = /[:=]|["'`]|\s(?:is|was)|[은는]/.test(gap)
    if (!linked && !(/[A-Za-z]/.test(found) && (/\d/.test(found) || /[!@#$%^&*+]/.test(found)))) continue
    spans.push({ start, end: start + found.length, type: 'PASSWORD', confidence: 'likely' })
  }
  return spans
}
