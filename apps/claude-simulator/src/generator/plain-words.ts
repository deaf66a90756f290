import type { Json } from '../protocol.ts'

/** Third parties write these texts: only short plain words of them are repeated. */
export function plainWords(value: Json | undefined): string[] {
  const list = Array.isArray(value) ? value : [value]
  return list.filter((word) => typeof word === 'string').filter((word) => /^[\p{L}\p{M} &'-]{1,30}$/u.test(word))
}
