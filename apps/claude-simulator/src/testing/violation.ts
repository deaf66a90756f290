import { isObject, type Json, type JsonObject } from '../protocol.ts'
import { resolveReference } from '../request/check-schema.ts'

/** Why a value is no instance of the schema, null when it is one. Written apart from the generator. */
export function violation(schema: Json | undefined, value: Json | undefined, root: JsonObject, path = '$'): string | null {
  if (!isObject(schema)) return `${path}: no schema`
  if (typeof schema.$ref === 'string') return violation(resolveReference(root, schema.$ref), value, root, path)
  if (schema.const !== undefined) return value === schema.const ? null : `${path}: not the constant`
  if (Array.isArray(schema.enum)) return value !== undefined && schema.enum.includes(value) ? null : `${path}: not in the enum`
  if (Array.isArray(schema.anyOf))
    return schema.anyOf.some((branch) => violation(branch, value, root, path) === null) ? null : `${path}: no branch fits`
  const allowed = Array.isArray(schema.type) ? schema.type : [schema.type]
  const type = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value
  const fits = allowed.some((name) => name === type || (name === 'integer' && Number.isInteger(value)))
  if (!fits) return `${path}: ${type} instead of ${allowed.join(', ')}`
  if (Array.isArray(value)) {
    if (value.length < Number(schema.minItems ?? 0)) return `${path}: too short`
    return value.map((element, index) => violation(schema.items, element, root, `${path}.${index}`)).find((found) => found !== null) ?? null
  }
  if (!isObject(value)) return null
  const properties = isObject(schema.properties) ? schema.properties : {}
  const missing = (Array.isArray(schema.required) ? schema.required : []).find((name) => !(String(name) in value))
  if (missing !== undefined) return `${path}: ${String(missing)} is missing`
  return (
    Object.entries(value)
      .map(([name, inner]) =>
        name in properties ? violation(properties[name], inner, root, `${path}.${name}`) : `${path}: ${name} is too many`,
      )
      .find((found) => found !== null) ?? null
  )
}
