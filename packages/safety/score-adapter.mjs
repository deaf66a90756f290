// What the score tool loads: the package's own functions, as the product calls them.
import { createPlaceholderNumbering, inspectText } from './src/index.ts'

export { detectInjection, findPersonalData } from './src/index.ts'

export const refusesAtHigh = (text) =>
  inspectText(text, { kind: 'text', level: 'high', personalData: 'redact', placeholders: createPlaceholderNumbering() }).refusal !==
  undefined
