import { z } from 'zod'

/** The shortest value that a context's schema admits: optional fields absent, lists empty, texts of their least length. */
export function smallestContext(schema: z.ZodType): unknown {
  if (schema instanceof z.ZodDefault) return schema.def.defaultValue
  if (schema instanceof z.ZodObject) {
    const required = Object.entries(schema.shape).filter(([, property]) => !(property instanceof z.ZodOptional))
    return Object.fromEntries(required.map(([name, property]) => [name, smallestContext(property as z.ZodType)]))
  }
  if (schema instanceof z.ZodArray) return []
  if (schema instanceof z.ZodEnum) return schema.options.map(String).sort((a, b) => a.length - b.length)[0]
  if (schema instanceof z.ZodNumber) return schema.minValue ?? 0
  if (schema instanceof z.ZodString) return 'a'.repeat(schema.minLength ?? 0)
  throw new Error(`A context may not hold ${schema.def.type}.`)
}
