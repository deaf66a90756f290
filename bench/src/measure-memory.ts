import type { Amount } from './doors/load.ts'
import { measure } from './doors/measure-doors.ts'
import type { Target } from './doors/targets.ts'

export interface MemoryResult {
  requests: number
  /** After forced collections. */
  heapBytesBefore: number
  heapBytesAfter: number
  residentBytesBefore: number
  residentBytesAfter: number
}

const warmUpRequests = 20_000

/** The server's heap before and after so many cached answers (or so many seconds of them), both after a forced collection and with nothing under way. */
export async function measureMemory(target: Target, amount: Amount): Promise<MemoryResult> {
  // Buffers grow to the size that the load needs first: what counts is whether they go on growing.
  await measure(target, { requests: 'requests' in amount ? amount.requests : warmUpRequests })
  const before = await target.process.read('collect-and-read')
  const { requests } = await measure(target, amount)
  const after = await target.process.read('collect-and-read')
  return {
    requests,
    ...{ heapBytesBefore: before.heapBytes, heapBytesAfter: after.heapBytes },
    ...{ residentBytesBefore: before.residentBytes, residentBytesAfter: after.residentBytes },
  }
}
