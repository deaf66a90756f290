import { createHmac } from 'node:crypto'

export interface WebhookMessage {
  /** The same for every try: by it the receiver drops what it has. */
  id: string
  type: string
  data: unknown
}

export interface IncidentWebhook {
  /** Whether the receiver has confirmed (2xx within five seconds). Never rejects. */
  deliver(message: WebhookMessage): Promise<boolean>
}

const timeoutMs = 5_000

/**
 * Sends JSON `{ type, timestamp, data }`, signed as Standard Webhooks has it: `webhook-id`, `webhook-timestamp` (seconds) and
 * `webhook-signature` = `v1,` + base64 of HMAC-SHA-256 over `id.timestamp.body`. A secret with the prefix `whsec_` is base64.
 */
export function createIncidentWebhook({ url, secret, now }: { url: string; secret: string; now: () => number }): IncidentWebhook {
  const key = secret.startsWith('whsec_') ? Buffer.from(secret.slice('whsec_'.length), 'base64') : Buffer.from(secret)
  return {
    async deliver({ id, type, data }) {
      const at = now()
      const seconds = Math.floor(at / 1000).toString()
      const body = JSON.stringify({ type, timestamp: new Date(at).toISOString(), data })
      const signature = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')
      const headers = {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': seconds,
        'webhook-signature': `v1,${signature}`,
      }
      try {
        // A redirect would send what is meant for one host to another.
        const response = await fetch(url, { method: 'POST', headers, body, redirect: 'error', signal: AbortSignal.timeout(timeoutMs) })
        await response.body?.cancel()
        return response.ok
      } catch {
        return false
      }
    },
  }
}
