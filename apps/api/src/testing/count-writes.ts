import { AsyncLocalStorage } from 'node:async_hooks'
import { Socket } from 'node:net'

/** How often a socket to each port was written to. */
export type Writes = ReadonlyMap<number, number>

const counting = new AsyncLocalStorage<{ writes: Map<number, number>; isOver: boolean }>()
const write = Socket.prototype.write
let isPatched = false

/**
 * Runs the work and counts what it writes to sockets while it runs, by the port at their other end: each write is a round trip at most. What
 * the process does meanwhile for others, or later (batches, timers), is not counted.
 */
export async function countWrites<Result>(work: () => Promise<Result>): Promise<{ result: Result; writes: Writes }> {
  if (!isPatched) Socket.prototype.write = counted as typeof write
  isPatched = true
  const state = { writes: new Map<number, number>(), isOver: false }
  try {
    const result = await counting.run(state, work)
    return { result, writes: state.writes }
  } finally {
    state.isOver = true
  }
}

function counted(this: Socket, ...given: Parameters<typeof write>): boolean {
  const state = counting.getStore()
  const port = this.remotePort
  if (state && !state.isOver && port !== undefined) state.writes.set(port, (state.writes.get(port) ?? 0) + 1)
  return write.apply(this, given)
}
