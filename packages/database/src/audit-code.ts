import { createHmac, type KeyObject } from 'node:crypto'

export type AuditValue = null | boolean | number | string | AuditValue[] | { [name: string]: AuditValue }

/** One act of an operator. `before` and `after`: the state of the target, as JSON; never a text or an id of a user. */
export interface AuditEntry {
  /** Milliseconds since 1970. */
  at: number
  actor: string
  role: string
  action: string
  target: string
  before: AuditValue
  after: AuditValue
}

/** HMAC-SHA-256 over the row and the code of the row before it: without the key nobody can write a row that fits. */
export function auditCode(key: KeyObject, previous: string, sequence: bigint, entry: AuditEntry): string {
  const { at, actor, role, action, target, before, after } = entry
  const row = [previous, sequence.toString(), at, actor, role, action, target, sorted(before), sorted(after)]
  return createHmac('sha256', key).update(JSON.stringify(row)).digest('base64url')
}

/** Says which row is the last one. */
export function auditSeal(key: KeyObject, sequence: bigint, code: string): string {
  return createHmac('sha256', key).update(`head\0${sequence}\0${code}`).digest('base64url')
}

/** The database keeps an object's keys in an order of its own. */
function sorted(value: AuditValue): AuditValue {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((name) => [name, sorted(value[name] as AuditValue)]),
  )
}
