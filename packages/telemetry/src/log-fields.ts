/** How the value of a field may look. `name`: one word of letters, digits and `. _ : / -`. `sentence`: text written by us, cut at 300. */
type FieldForm = 'name' | 'number' | 'boolean' | 'sentence'

/**
 * All that a log line may hold besides time, level and message. Nothing of a context, an answer, a token or a person has a name here, so it
 * cannot be logged by mistake; a field that is missing here is added here first.
 */
const forms: Readonly<Record<string, FieldForm>> = {
  event: 'name',
  suggestion: 'name',
  product: 'name',
  stage: 'name',
  outcome: 'name',
  source: 'name',
  reason: 'name',
  model: 'name',
  flag: 'name',
  kind: 'name',
  action: 'name',
  check: 'name',
  scope: 'name',
  severity: 'name',
  periodStart: 'name',
  period: 'name',
  dependency: 'name',
  command: 'name',
  signal: 'name',
  version: 'name',
  host: 'name',
  method: 'name',
  requestId: 'name',
  reqId: 'name',
  suggestionId: 'name',
  attemptId: 'name',
  errorType: 'name',
  errorCode: 'name',
  milliseconds: 'number',
  responseTime: 'number',
  statusCode: 'number',
  port: 'number',
  pid: 'number',
  count: 'number',
  suppressed: 'number',
  threshold: 'number',
  embedded: 'boolean',
  simulated: 'boolean',
  stale: 'boolean',
  problem: 'sentence',
}

const namePattern = /^[\w.:/-]{1,120}$/
const longestSentence = 300
// Where it was thrown; deeper frames are the framework's.
const mostFrames = 12

export interface SafeFields {
  fields: Record<string, string | number | boolean | string[]>
  /** How many were left out. Their names are not told: a name can be data, too. */
  dropped: number
}

/** Keeps the fields that are on the list and have the listed form. An error leaves its type, code and frames; its message may quote data. */
export function safeFields(candidate: unknown): SafeFields {
  if (candidate instanceof Error) return { fields: errorFields(candidate), dropped: 0 }
  if (typeof candidate !== 'object' || candidate === null) return { fields: {}, dropped: 0 }
  const fields: SafeFields['fields'] = {}
  let dropped = 0
  for (const key of Object.keys(candidate)) {
    const value = read(candidate, key)
    const safe = Object.hasOwn(forms, key) ? safeValue(value, forms[key]) : undefined
    if ((key === 'err' || key === 'error') && value instanceof Error) Object.assign(fields, errorFields(value))
    else if (safe !== undefined) fields[key] = safe
    else if (value !== undefined) dropped += 1
  }
  return { fields, dropped }
}

/** The candidate itself or its direct values, as far as they are errors. */
export function errorsIn(candidate: unknown): Error[] {
  if (typeof candidate !== 'object' || candidate === null) return []
  return [candidate, ...Object.keys(candidate).map((key) => read(candidate, key))].filter((value) => value instanceof Error)
}

/** One line, cut at 300 characters. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').slice(0, longestSentence)
}

function safeValue(value: unknown, form: FieldForm | undefined): string | number | boolean | undefined {
  if (form === 'number') return typeof value === 'number' && Number.isFinite(value) ? value : undefined
  if (form === 'boolean') return typeof value === 'boolean' ? value : undefined
  if (typeof value !== 'string') return undefined
  if (form === 'sentence') return oneLine(value)
  return namePattern.test(value) ? value : undefined
}

function errorFields(error: Error): Record<string, string | string[]> {
  const name = safeValue(read(error, 'name'), 'name')
  const code = safeValue(read(error, 'code'), 'name')
  const frames = framesOf(error)
  return {
    errorType: typeof name === 'string' ? name : 'Error',
    ...(typeof code === 'string' && { errorCode: code }),
    ...(frames.length > 0 && { frames }),
  }
}

function framesOf(error: Error): string[] {
  const stack = read(error, 'stack')
  const message = read(error, 'message')
  if (typeof stack !== 'string' || typeof message !== 'string') return []
  // The stack begins with the message, which may have lines that look like frames.
  const start = stack.indexOf(message)
  const rest = start === -1 ? '' : stack.slice(start + message.length)
  return rest
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^at .{1,300}:\d+:\d+\)?$/.test(line))
    .slice(0, mostFrames)
}

/** A getter that throws is no reason for a log line to. */
function read(candidate: object, key: string): unknown {
  try {
    return (candidate as Record<string, unknown>)[key]
  } catch {
    return undefined
  }
}
