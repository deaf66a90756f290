import { createPlaceholderNumbering, inspectText } from '@inkling/safety'
import { deriveKeys } from '@inkling/suggestions'
import type { Replicas } from '../../testing/run-replicas.ts'
import { contextWithText, type FreeTextField } from './free-text-fields.ts'

export interface Sending {
  field: FreeTextField
  text: string
  /** Parts of the text that are personal data. */
  values: readonly string[]
}

export interface Sent extends Sending {
  status: number
  /** What was said to the caller where the request was refused as such. */
  error: string
  /** All strings of all bodies that went to Claude for this request. */
  outgoing: string
  /** What the detectors leave of the text at this suggestion's level, by themselves; empty where they refuse it. */
  detectorsLeave: string
}

export interface SendOptions {
  replicas: Replicas
  simulatorUrl: string
  /** Distinguishes the users of several rounds. */
  round: string
}

// The simulator remembers its last thousand requests; an attempt may be repeated twice.
const batch = 250
const atOnce = 12

/** Sends each text in its field as a user of its own, through the plain HTTP door. */
export async function sendTexts(sendings: readonly Sending[], options: SendOptions): Promise<Sent[]> {
  const sent: Sent[] = []
  for (let start = 0; start < sendings.length; start += batch) {
    await clearRequests(options.simulatorUrl)
    const queue = sendings.slice(start, start + batch).map((sending, index) => ({ sending, userId: `${options.round}-${start + index}` }))
    const answers: (Omit<Sent, 'outgoing'> & { userKey: string })[] = []
    const work = async () => {
      for (let next = queue.pop(); next; next = queue.pop()) answers.push(await send(next.sending, next.userId, options.replicas))
    }
    await Promise.all(Array.from({ length: atOnce }, work))
    const bodies = await requestsByUser(options.simulatorUrl)
    for (const { userKey, ...answer } of answers) sent.push({ ...answer, outgoing: bodies.get(userKey) ?? '' })
  }
  return sent
}

async function send(sending: Sending, userId: string, replicas: Replicas) {
  const { field, text } = sending
  const { product, path, safety } = field.suggestion
  const headers = { authorization: await replicas.authorization({ product, userId }), 'content-type': 'application/json' }
  const body = JSON.stringify(contextWithText(field, text))
  const response = await fetch(`${replicas.urls[0]}/api/v1/suggestions/${path}`, { method: 'POST', headers, body })
  const answer = await response.text()
  const inspected = inspectText(text, {
    ...{ kind: field.kind, level: safety, personalData: 'redact' },
    placeholders: createPlaceholderNumbering(),
  })
  const userKey = deriveKeys(replicas.environment.INKLING_SECRET!).userKey(product, userId)
  return {
    ...sending,
    ...{ userKey, status: response.status, error: response.ok ? '' : answer },
    detectorsLeave: inspected.refusal === undefined ? inspected.text : '',
  }
}

async function clearRequests(simulatorUrl: string): Promise<void> {
  await fetch(`${simulatorUrl}/_sim/requests`, { method: 'DELETE' })
}

async function requestsByUser(simulatorUrl: string): Promise<Map<string, string>> {
  const answer = await fetch(`${simulatorUrl}/_sim/requests`)
  const { requests } = (await answer.json()) as { requests: { body: { metadata?: { user_id?: string } } }[] }
  const bodies = new Map<string, string>()
  for (const { body } of requests) {
    const user = body.metadata?.user_id ?? ''
    bodies.set(user, `${bodies.get(user) ?? ''}\n${stringsIn(body).join('\n')}`)
  }
  return bodies
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : []
}

/** As it is, or as JSON writes it: data travels in JSON. */
export function holds(text: string, value: string): boolean {
  return text.includes(value) || text.includes(JSON.stringify(value).slice(1, -1))
}
