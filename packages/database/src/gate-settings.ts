/** What every process of a deployment must agree on. */
export interface GateSettings {
  /** IANA zone in which days and months begin. */
  timeZone: string
  /** Calls at Claude in any 60 seconds, over the whole deployment. */
  requestsPerMinute: number
  /** Pico-dollars: the smallest bound over the registered suggestions. Where settled money plus this does not fit, nothing ever will. */
  cheapestReservation: bigint
  /**
   * How much longer than 60 s a place in the rate stays taken, 1 s unless given: a call spends time on its way (400 ms until the gate's reply
   * is given up, and then to the provider), and two calls a minute apart here may reach the provider closer together.
   */
  rateMarginMs?: number
  /** Milliseconds since 1970 in place of the database's clock. For tests. */
  now?: () => number
}

/** As the gate's functions take the time: null means the database's own clock. */
export function instantOf(settings: Pick<GateSettings, 'now'>): string | null {
  return settings.now === undefined ? null : new Date(settings.now()).toISOString()
}

/** A zone or number that cannot work is a mistake of the configuration, found at the start. */
export function checkSettings(settings: GateSettings): void {
  new Intl.DateTimeFormat('en', { timeZone: settings.timeZone })
  // Twice what the provider's highest tier allows; the ring of places is built within the gate's lock.
  if (!Number.isInteger(settings.requestsPerMinute) || settings.requestsPerMinute < 1 || settings.requestsPerMinute > 20_000) {
    throw new RangeError('requestsPerMinute must be a whole number from 1 to 20000')
  }
  if (settings.cheapestReservation < 0n) throw new RangeError('cheapestReservation must not be negative')
}
