// Loaded into every measured process before its own code: answers its parent's questions about time and memory, and ends with its parent.

/** What a measured process says of itself. */
export interface MeterReading {
  /** User and system time since the process began. */
  cpuMicroseconds: number
  /** After a forced collection where one was asked for. */
  heapBytes: number
  residentBytes: number
}

export type MeterQuestion = 'read' | 'collect-and-read'

process.on('message', (question: MeterQuestion) => {
  if (question === 'collect-and-read') globalThis.gc?.()
  const { user, system } = process.cpuUsage()
  const { heapUsed, rss } = process.memoryUsage()
  process.send?.({ cpuMicroseconds: user + system, heapBytes: heapUsed, residentBytes: rss } satisfies MeterReading)
})
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
// Waiting for questions is no reason to live on.
process.channel?.unref()
