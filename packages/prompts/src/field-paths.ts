import { z } from 'zod'
import { type FieldKind, kindKey } from './fields.ts'

/** A place in a context: names of properties, `*` for every entry of a list. */
export interface FieldPath {
  path: readonly string[]
  kind: FieldKind
}

function unwrap(schema: z.ZodType): z.ZodType {
  let inner = schema
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodDefault || inner instanceof z.ZodNullable)
    inner = inner.unwrap() as z.ZodType
  return inner
}

/** Every leaf of an object schema with its kind, in the order of declaration. Throws where a leaf has none: nothing undeclared may pass. */
export function fieldPathsOf(schema: z.ZodType, path: readonly string[] = []): FieldPath[] {
  const inner = unwrap(schema)
  if (inner instanceof z.ZodObject) {
    return Object.entries(inner.shape).flatMap(([name, property]) => fieldPathsOf(property as z.ZodType, [...path, name]))
  }
  if (inner instanceof z.ZodArray) return fieldPathsOf(inner.element as z.ZodType, [...path, '*'])
  const kind = z.globalRegistry.get(inner)?.[kindKey] as FieldKind | undefined
  if (!kind)
    throw new Error(
      `The field "${path.join('.')}" has no kind: declare it with choice, wholeNumber, decimalNumber, identifier, text or code.`,
    )
  return [{ path, kind }]
}

/**
 * A copy of `value` in which every string at `path` is replaced by `replace(string, place)`; `place` is the dotted path with indices.
 * Parts that do not change are not copied.
 */
export function mapStringsAt(
  value: unknown,
  path: readonly string[],
  replace: (text: string, place: string) => string,
  place = '',
  depth = 0,
): unknown {
  const name = path[depth]
  if (name === undefined) return typeof value === 'string' ? replace(value, place) : value
  const step = (entry: unknown, key: string) => mapStringsAt(entry, path, replace, place ? `${place}.${key}` : key, depth + 1)
  if (name === '*') {
    if (!Array.isArray(value)) return value
    const mapped = value.map((entry, index) => step(entry, String(index)))
    return mapped.every((entry, index) => entry === value[index]) ? value : mapped
  }
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return value
  const before = (value as Record<string, unknown>)[name]
  const after = step(before, name)
  return after === before ? value : { ...value, [name]: after }
}
