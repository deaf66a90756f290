export interface SoakContext {
  /** Decides every draw: users, products, aborts, faults, and when what is killed. */
  seed: number
  /** How many requests the scenario with faults sends. */
  requests: number
  /** How many rows of history the scenario with retention drops. */
  rows: number
  /** Progress, for whoever waits. */
  say(text: string): void
}

export interface SoakCheck {
  /** What must hold, as a sentence. */
  sentence: string
  holds: boolean
  /** What was seen instead, or the figure behind it. */
  seen: string
}

export interface SoakFindings {
  /** Figures, in the order in which they are reported. */
  figures: [name: string, value: string][]
  checks: SoakCheck[]
}

export interface ScenarioResult extends SoakFindings {
  name: string
  summary: string
}

/** One part of `npm run soak`. It starts the servers that it hurts, and ends them. */
export interface Scenario {
  name: string
  summary: string
  run(context: SoakContext): Promise<SoakFindings>
}
