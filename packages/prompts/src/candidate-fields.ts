import { z } from 'zod'
import { candidateKey } from './fields.ts'

/** Paths of an answer's fields that name a candidate. */
export function candidateFieldsOf(schema: z.ZodType, path: readonly string[] = []): (readonly string[])[] {
  if (schema instanceof z.ZodObject) {
    return Object.entries(schema.shape).flatMap(([name, property]) => candidateFieldsOf(property as z.ZodType, [...path, name]))
  }
  if (schema instanceof z.ZodArray) return candidateFieldsOf(schema.element as z.ZodType, [...path, '*'])
  if (schema instanceof z.ZodOptional) return candidateFieldsOf(schema.unwrap() as z.ZodType, path)
  return z.globalRegistry.get(schema)?.[candidateKey] ? [path] : []
}
