/** Many values are looked for in texts of hundreds of megabytes: in one pass, by how they begin. */
export type ValueSearch = (text: string) => Set<string>

const beginning = 3

/** Finds which of the values a text holds, as they are or as JSON writes them. */
export function searchFor(values: Iterable<string>): ValueSearch {
  const byBeginning = new Map<string, { form: string; value: string }[]>()
  const short: { form: string; value: string }[] = []
  for (const value of values) {
    // Data travels in JSON.
    for (const form of new Set([value, JSON.stringify(value).slice(1, -1)])) {
      const group = form.length < beginning ? short : (byBeginning.get(form.slice(0, beginning)) ?? [])
      group.push({ form, value })
      if (group !== short) byBeginning.set(form.slice(0, beginning), group)
    }
  }
  return (text) => {
    const found = new Set(short.filter(({ form }) => text.includes(form)).map(({ value }) => value))
    for (let at = 0; at <= text.length - beginning; at++) {
      const group = byBeginning.get(text.slice(at, at + beginning))
      if (group) for (const { form, value } of group) if (text.startsWith(form, at)) found.add(value)
    }
    return found
  }
}
