/**
 * A prompt variant's instructions: plain text with `{{variables}}`. Variables are closed values (choices, numbers) or ours (`count`, `answerLanguage`),
 * so that no text of a person can reach the instructions, whoever wrote the variant.
 */
export const ownVariables = ['count', 'answerLanguage'] as const

// Long enough for a careful prompt, short enough to keep its cost bound and its first token early.
export const maximumInstructionsLength = 4_000

const variablePattern = /\{\{\s*([a-zA-Z]\w*)\s*\}\}/g

/** What is wrong with the instructions, in one sentence, or `undefined`. */
export function instructionsProblem(instructions: string, knownVariables: ReadonlySet<string>): string | undefined {
  if (instructions.trim() === '') return 'the instructions are empty'
  if (instructions.length > maximumInstructionsLength) {
    return `the instructions have ${instructions.length} characters; at most ${maximumInstructionsLength} are allowed`
  }
  const unknown = [...instructions.matchAll(variablePattern)].map((match) => match[1]!).find((name) => !knownVariables.has(name))
  if (unknown !== undefined) return `the variable {{${unknown}}} is not known; known are ${[...knownVariables].sort().join(', ')}`
  if (/\{\{|\}\}/.test(instructions.replace(variablePattern, ''))) return 'a "{{" or "}}" does not belong to a variable'
  return undefined
}

/** Lists become "a, b"; an empty list or an absent value "none". */
export function renderInstructions(instructions: string, values: Readonly<Record<string, unknown>>): string {
  return instructions.replace(variablePattern, (_, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined
    const words = Array.isArray(value) ? value.join(', ') : String(value ?? '')
    return words === '' ? 'none' : words
  })
}
