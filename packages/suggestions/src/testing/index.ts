export { countingRandomness, type FakePorts, fakePorts, RememberingRecords } from './fake-ports.ts'
export { ManualClock, settled } from './manual-clock.ts'
export { MemoryGate } from './memory-gate.ts'
export { answerText, completeOutcome, ScriptedModel } from './scripted-model.ts'
