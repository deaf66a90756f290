import type { OutgoingHttpHeaders } from 'node:http'
import type { FastifyReply } from 'fastify'
import { sendWhole } from './send-whole.ts'

/** Sends a value as JSON with status 200 and the headers that hooks have set. */
export function sendJson(reply: FastifyReply, value: unknown): void {
  sendText(reply, 200, { 'content-type': 'application/json; charset=utf-8' }, JSON.stringify(value))
}

/**
 * Sends a whole body with the headers that hooks have set and those given. Head and body leave in one write: Fastify's own way needs two, which
 * cost more than making the answer.
 */
export function sendText(reply: FastifyReply, status: number, headers: OutgoingHttpHeaders, body: string): void {
  reply.hijack()
  sendWhole(reply.raw, status, { ...(reply.getHeaders() as OutgoingHttpHeaders), ...headers }, body)
}
