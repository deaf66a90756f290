/** Counts what is under way, so that a process that stops can wait for it, whether or not somebody still reads the answer. */
export class TasksUnderWay {
  #count = 0
  #wake: (() => void)[] = []

  async run<Result>(task: () => Promise<Result>): Promise<Result> {
    this.#count += 1
    try {
      return await task()
    } finally {
      this.#count -= 1
      if (this.#count === 0) for (const wake of this.#wake.splice(0)) wake()
    }
  }

  /** Resolves when nothing is under way. What begins meanwhile is waited for, too. */
  async ended(): Promise<void> {
    while (this.#count > 0) await new Promise<void>((resolve) => this.#wake.push(resolve))
  }
}
