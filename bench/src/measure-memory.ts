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

/** The server's heap before and after that many cached answers, both after a forced collection and with nothing under way. */
export async function measureMemory(target: Target, requests: number): Promise<MemoryResult> {
  // Buffers grow to the size that the load needs first: what counts is whether they go on growing.
  await measure(target, { requests })
  const before = await target.process.read('collect-and-read')
  await measure(target, { requests })
  const after = await target.process.read('collect-and-read')
  return {
    requests,
    ...{ heapBytesBefore: before.heapBytes, heapBytesAfter: after.heapBytes },
    ...{ residentBytesBefore: before.residentBytes, residentBytesAfter: after.residentBytes },
  }
}
