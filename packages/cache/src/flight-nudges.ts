/** The subscribing half of a connection: nothing else may be sent on it. */
export interface FlightSubscriber {
  subscribe(channel: string): Promise<unknown>
  unsubscribe(channel: string): Promise<unknown>
  on(event: 'message', listener: (channel: string, message: string) => void): unknown
}

export interface FlightNudges {
  /** Hears each message of the channel until the returned function is called. Resolves to false where Redis does not take the subscription. */
  listen(channel: string, onMessage: (message: string) => void): { ready: Promise<boolean>; stop(): void }
}

/** All flights of a process over one connection, each channel for as long as somebody listens. */
export function createFlightNudges(subscriber: FlightSubscriber): FlightNudges {
  const listeners = new Map<string, (message: string) => void>()
  subscriber.on('message', (channel, message) => listeners.get(channel)?.(message))
  return {
    listen(channel, onMessage) {
      listeners.set(channel, onMessage)
      const ready = Promise.resolve(subscriber.subscribe(channel)).then(
        () => true,
        () => false,
      )
      return {
        ready,
        stop() {
          if (listeners.get(channel) !== onMessage) return
          listeners.delete(channel)
          // Whoever listens again meanwhile has subscribed anew, and keeps it.
          void ready.then(() => (listeners.has(channel) ? undefined : subscriber.unsubscribe(channel))).catch(() => {})
        },
      }
    },
  }
}
