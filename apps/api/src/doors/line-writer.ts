import type { OutgoingHttpHeaders } from 'node:http'
import type { FastifyReply } from 'fastify'
import { sendText } from './send-json.ts'

/**
 * The lines of one body, sent as they come; those of one turn of the event loop leave together, and an answer that is at hand is one write.
 * Nothing waits for a slow reader: an answer has a few kilobytes, which its queue would hold otherwise.
 */
export class LineWriter {
  readonly #reply: FastifyReply
  readonly #headers: OutgoingHttpHeaders
  #text = ''
  #flush: NodeJS.Immediate | undefined

  constructor(reply: FastifyReply, headers: OutgoingHttpHeaders) {
    reply.hijack()
    this.#reply = reply
    this.#headers = headers
  }

  /** Whoever waited for the lines has left. */
  get isGone(): boolean {
    return this.#reply.raw.destroyed
  }

  write(value: unknown): void {
    this.#text += `${JSON.stringify(value)}\n`
    this.#flush ??= setImmediate(() => {
      this.#flush = undefined
      const { raw } = this.#reply
      if (!raw.headersSent) raw.writeHead(200, { ...this.#reply.getHeaders(), ...this.#headers } as OutgoingHttpHeaders)
      raw.write(this.#text)
      this.#text = ''
    })
  }

  end(): void {
    clearImmediate(this.#flush)
    const { raw } = this.#reply
    if (raw.headersSent) raw.end(this.#text)
    else sendText(this.#reply, 200, this.#headers, this.#text)
  }

  /** Breaks the connection: what was sent so far must not pass for the whole. */
  abandon(): void {
    clearImmediate(this.#flush)
    this.#reply.raw.destroy()
  }
}
