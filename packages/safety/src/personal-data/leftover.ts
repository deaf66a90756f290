/** A label, and what its value looks like where no detector knew the form. Labels are looked at 32 characters ahead. */
const leftovers: readonly { label: RegExp; value: RegExp }[] = [
  { label: /phone|mobile|\btel\b|\bfax\b|전화|연락처|휴대폰|핸드폰|팩스/g, value: /\d(?:[^\da-z\n]{0,3}\d){6}/ },
  { label: /\be?-?mail\b|메일/g, value: /[^\s@]@\s?[^\s@]|[a-z0-9]\s?(?:\[|\()at/ },
  {
    label:
      /\bssn\b|social security|passport|licen[cs]e|\biban\b|account (?:no|number|id)|tax id|card (?:no|number)|주민|여권|계좌|카드 ?번호|면허|등록번호/g,
    value: /\d(?:[^\da-z\n]{0,2}\d){4}|[a-z]\d{4}|\d{4}[a-z]/,
  },
  {
    label: /passwords?(?= is|:|=| was| ')|passcode|\bpin(?: code)?(?= is|:|=| was)|\bpwd?[:=]|비밀번호(?=[:=는은])|비번/g,
    value: /[a-z]{1,20}[\d!@#$%^&*]|\d{3}|\d[a-z]/,
  },
]
const reach = 32
const placeholder = /\[[a-z_]{2,16}_\d{1,6}\]/g

/** Whether behind a word such as "passport" or "계좌" something stands that could be its value. Placeholders do not count. */
export function hasUnknownValue(redacted: string): boolean {
  const lower = redacted.toLowerCase().replace(placeholder, ' ')
  return leftovers.some(({ label, value }) => {
    for (const match of lower.matchAll(label)) {
      const behind = match.index + match[0].length
      if (value.test(lower.slice(behind, behind + reach).split('\n')[0]!)) return true
    }
    return false
  })
}
