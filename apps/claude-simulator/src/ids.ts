import { randomBytes } from 'node:crypto'

const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'

function letters(count: number): string {
  return [...randomBytes(count)].map((byte) => alphabet[byte % alphabet.length]).join('')
}

export const newMessageId = (): string => `msg_01${letters(22)}`
export const newRequestId = (): string => `req_011C${letters(20)}`
export const newToolUseId = (): string => `toolu_01${letters(22)}`
