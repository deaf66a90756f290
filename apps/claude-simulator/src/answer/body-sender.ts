import type { ServerResponse } from 'node:http'
import { setImmediate as nextTurn } from 'node:timers/promises'

export interface BodySender {
  /** Sends the bytes; false when the limit fell inside them (what is below it was sent) or the client has gone. */
  send(bytes: Buffer): Promise<boolean>
  sentBytes(): number
}

/**
 * Writes a body chunk by chunk and stops after `limit` bytes. Every third chunk that holds a character of several bytes
 * is cut inside it, since a client must not rely on whole characters.
 */
export function createBodySender(response: ServerResponse, gone: AbortSignal, limit: number): BodySender {
  let sent = 0
  let wide = 0

  async function write(bytes: Buffer): Promise<void> {
    if (bytes.length === 0 || gone.aborted) return
    sent += bytes.length
    if (!response.write(bytes))
      await new Promise<void>((resolve) => {
        const done = (): void => {
          response.off('drain', done)
          gone.removeEventListener('abort', done)
          resolve()
        }
        response.on('drain', done)
        gone.addEventListener('abort', done)
      })
  }

  return {
    sentBytes: () => sent,
    async send(bytes) {
      const allowed = bytes.subarray(0, Math.max(0, limit - sent))
      const inside = allowed.findIndex((byte) => byte >= 0xc0) + 1
      if (inside > 0) wide += 1
      if (inside > 0 && wide % 3 === 1) {
        await write(allowed.subarray(0, inside))
        // Without a turn between them, both halves would leave in one packet.
        await nextTurn()
        await write(allowed.subarray(inside))
      } else await write(allowed)
      return !gone.aborted && allowed.length === bytes.length
    },
  }
}
