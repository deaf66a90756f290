import { invalid } from '../api/problem.ts'
import { isObject, type Json, type JsonObject } from '../protocol.ts'

const mostOptionalProperties = 24
const mostUnions = 16

const known = new Set(
  '$ref $defs definitions $schema title description default type properties required additionalProperties items minItems enum const anyOf allOf format'.split(
    ' ',
  ),
)
const types = new Set(['object', 'array', 'string', 'number', 'integer', 'boolean', 'null'])
const formats = new Set('date-time time date duration email hostname uri ipv4 ipv6 uuid'.split(' '))

/** Throws a 400 that names the place in the schema which structured output does not support. */
export function checkSchema(schema: JsonObject, path: string): void {
  const counts = { optional: 0, unions: 0 }
  visit(schema, schema, path, counts, [])
  if (counts.optional > mostOptionalProperties) {
    throw invalid(path, `Schemas may contain at most ${mostOptionalProperties} optional properties in total (found ${counts.optional}).`)
  }
  if (counts.unions > mostUnions) {
    throw invalid(path, `Schemas may contain at most ${mostUnions} parameters with union types (found ${counts.unions}).`)
  }
}

/** The schema a local `$ref` points at. */
export function resolveReference(root: JsonObject, reference: string): JsonObject | undefined {
  let place: Json | undefined = root
  for (const part of reference.replace(/^#\/?/, '').split('/').filter(Boolean)) {
    place = isObject(place) ? place[part.replaceAll('~1', '/').replaceAll('~0', '~')] : undefined
  }
  return reference.startsWith('#') && isObject(place) ? place : undefined
}

function visit(
  schema: Json | undefined,
  root: JsonObject,
  path: string,
  counts: { optional: number; unions: number },
  open: string[],
): void {
  if (!isObject(schema)) throw invalid(path, 'Schemas must be objects.')
  for (const keyword of Object.keys(schema)) {
    if (!known.has(keyword)) throw invalid(path, `For '${String(schema.type ?? 'any')}' type, property '${keyword}' is not supported`)
  }
  if (typeof schema.$ref === 'string') {
    if (open.includes(schema.$ref)) throw invalid(path, `Recursive schemas are not supported ('${schema.$ref}' contains itself).`)
    const target = resolveReference(root, schema.$ref)
    if (target === undefined) throw invalid(path, `'${schema.$ref}' does not resolve to a definition of this schema.`)
    if (target === root) throw invalid(path, "Recursive schemas are not supported ('#' contains itself).")
    visit(target, root, `${path}.$ref`, counts, [...open, schema.$ref])
    return
  }
  const declared = Array.isArray(schema.type) ? schema.type : [schema.type]
  for (const type of declared) {
    if (type !== undefined && !types.has(String(type))) throw invalid(`${path}.type`, `'${String(type)}' is not a valid type`)
  }
  if (Array.isArray(schema.type)) counts.unions += 1
  for (const keyword of ['anyOf', 'allOf'] as const) {
    const branches = schema[keyword]
    if (branches === undefined) continue
    if (!Array.isArray(branches) || branches.length === 0) throw invalid(`${path}.${keyword}`, 'Input should be a non-empty list')
    if (keyword === 'anyOf') counts.unions += 1
    branches.forEach((branch, index) => {
      visit(branch, root, `${path}.${keyword}.${index}`, counts, open)
    })
  }
  if (schema.enum !== undefined) {
    const values = schema.enum
    if (!Array.isArray(values) || values.length === 0 || values.some((value) => typeof value === 'object' && value !== null)) {
      throw invalid(`${path}.enum`, 'Enums must be non-empty lists of strings, numbers, booleans or null')
    }
  } else if (schema.type === undefined && schema.anyOf === undefined && schema.allOf === undefined && schema.const === undefined) {
    throw invalid(path, "Field 'type' is required")
  }
  if (typeof schema.format === 'string' && !formats.has(schema.format)) {
    throw invalid(path, `For 'string' type, format '${schema.format}' is not supported`)
  }
  if (declared.includes('object')) visitObject(schema, root, path, counts, open)
  if (declared.includes('array')) {
    if (schema.minItems !== undefined && schema.minItems !== 0 && schema.minItems !== 1) {
      throw invalid(path, "For 'array' type, 'minItems' values other than 0 or 1 are not supported")
    }
    visit(schema.items, root, `${path}.items`, counts, open)
  }
}

function visitObject(
  schema: JsonObject,
  root: JsonObject,
  path: string,
  counts: { optional: number; unions: number },
  open: string[],
): void {
  if (schema.additionalProperties !== false) {
    throw invalid(path, "For 'object' type, 'additionalProperties' must be explicitly set to false")
  }
  const properties = schema.properties ?? {}
  if (!isObject(properties)) throw invalid(`${path}.properties`, 'Input should be a valid dictionary')
  const required = Array.isArray(schema.required) ? schema.required : []
  for (const name of required) {
    if (!(String(name) in properties)) throw invalid(`${path}.required`, `'${String(name)}' is not one of the properties`)
  }
  for (const [name, property] of Object.entries(properties)) {
    if (!required.includes(name)) counts.optional += 1
    visit(property, root, `${path}.properties.${name}`, counts, open)
  }
}
