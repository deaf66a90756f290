import { EventSource } from 'eventsource'

export interface HostStreamOptions {
  url: string
  onOpen: () => void
  /** The payload itself, as JSON text. */
  onPayload: (text: string) => void
  /** The payload has changed and must be fetched. */
  onChanged: () => void
  /** The connection broke or was refused; the stream is over and opens no new one by itself. */
  onLost: () => void
}

export interface HostStream {
  close(): void
}

/** One connection to a GrowthBook host's server-sent events (`/sub/<client key>`, offered by `x-sse-support: enabled`). */
export function openHostStream({ url, onOpen, onPayload, onChanged, onLost }: HostStreamOptions): HostStream {
  const source = new EventSource(url)
  let over = false
  function close(): void {
    over = true
    source.close()
  }
  source.addEventListener('open', () => {
    if (!over) onOpen()
  })
  source.addEventListener('features', (event) => {
    if (!over && typeof event.data === 'string') onPayload(event.data)
  })
  source.addEventListener('features-updated', () => {
    if (!over) onChanged()
  })
  source.addEventListener('error', () => {
    if (over) return
    close()
    onLost()
  })
  return { close }
}
