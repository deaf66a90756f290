import { z } from 'zod'

/**
 * Kinds of context fields. `text` and `code` are free text of a person or a third party: untrusted, inspected, never part of instructions.
 * `identifier` is opaque and never leaves the process. `choice` and `number` are closed sets and may fill an instruction's variables.
 */
export const fieldKinds = ['choice', 'number', 'identifier', 'text', 'code'] as const
export type FieldKind = (typeof fieldKinds)[number]

/** Where a schema's metadata names its kind; also the name of the OpenAPI extension. */
export const kindKey = 'x-inkling-kind'
/** Marks a field of an answer that names one of the offered candidates. */
export const candidateKey = 'x-inkling-candidate'

const withKind = <Schema extends z.ZodType>(schema: Schema, kind: FieldKind, description: string): Schema =>
  schema.meta({ description, [kindKey]: kind }) as Schema

/** One of a closed set of values that we wrote ourselves. */
export function choice<const Values extends readonly [string, ...string[]]>(values: Values, description: string) {
  return withKind(z.enum(values), 'choice', description)
}

export function wholeNumber(limits: { minimum: number; maximum: number }, description: string) {
  return withKind(z.int().min(limits.minimum).max(limits.maximum), 'number', description)
}

export function decimalNumber(limits: { minimum: number; maximum: number }, description: string) {
  return withKind(z.number().min(limits.minimum).max(limits.maximum), 'number', description)
}

/** A zone of the IANA database, as `Intl` knows it: closed, though longer than a list of choices could be. */
export function timeZone(description: string) {
  const name = z
    .string()
    .min(2)
    .refine(isTimeZone, { error: 'must be an IANA time zone, such as Asia/Seoul or Europe/Berlin', abort: true })
  return withKind(name, 'choice', description).meta({ format: 'time-zone' })
}

function isTimeZone(name: string): boolean {
  // `Intl` takes offsets such as +09:00, too; they know nothing of daylight saving time.
  if (!/^[A-Za-z][\w+/-]{1,63}$/.test(name)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/** A month of this century as `2026-12`. */
export function yearMonth(description: string) {
  return withKind(z.string().regex(/^20\d{2}-(?:0[1-9]|1[0-2])$/, 'must be a month such as 2026-12'), 'choice', description)
}

/** The product's own opaque id of a thing. */
export function identifier(description: string) {
  return withKind(z.string().regex(/^[\w.:-]{1,64}$/, 'must be 1 to 64 letters, digits or . _ : -'), 'identifier', description)
}

/** Words of a person or a third party. Personal data in it is redacted before it leaves the process. */
export function text(maximumLength: number, description: string) {
  return withKind(z.string().min(1).max(maximumLength), 'text', description)
}

/** Source code of a person: inspected line by line. */
export function code(maximumLength: number, description: string) {
  return withKind(z.string().min(1).max(maximumLength), 'code', description)
}

/** A list whose kind is that of its entries. */
export function list<Schema extends z.ZodType>(entry: Schema, maximumItems: number, description: string, minimumItems = 0) {
  const kind = z.globalRegistry.get(entry)?.[kindKey] as FieldKind | undefined
  return withKind(z.array(entry).min(minimumItems).max(maximumItems), kind ?? 'identifier', description)
}

// Twenty candidates fit a prompt of about 1,500 tokens; more make answers slower, not better.
export const maximumCandidates = 20

/** The host's own rows to choose from. Fields that are not declared are dropped, so that a host may pass its rows as they are. */
export function candidates<Shape extends { id: z.ZodType<string> } & z.ZodRawShape>(shape: Shape, description: string) {
  const unique = z
    .array(z.object(shape))
    .max(maximumCandidates)
    .superRefine((rows, context) => {
      const ids = rows.map((row) => (row as { id: string }).id)
      const repeated = ids.findIndex((id, index) => ids.indexOf(id) < index)
      if (repeated >= 0) context.addIssue({ code: 'custom', path: [repeated, 'id'], message: `repeats the id "${ids[repeated]}"` })
    })
  return withKind(unique, 'identifier', description)
}

/** A field of an answer that names a candidate by its id. */
export function candidateReference(description: string) {
  return z.string().meta({ description, [candidateKey]: true })
}
