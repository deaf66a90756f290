/** What a check found. `output` is shown when it failed, `note` always. */
export interface Outcome {
  ok: boolean
  output?: string
  note?: string
}

export interface Step {
  name: string
  /** One line for `--help`. */
  about: string
  run: () => Promise<Outcome>
}
