import { openDatabase } from '@inkling/database'
import { processEnvironment } from '../env.ts'
import { startServer } from '../start-server.ts'
import { checkThenAddGate } from './check-then-add-gate.ts'

/** `inkling serve` with the gate that checks and then adds. */
const read = processEnvironment()
if ('problems' in read) throw new Error(JSON.stringify(read.problems))
const { environment } = read
const database = await openDatabase({ kind: 'postgres', url: environment.DATABASE_URL!, poolSize: 4 })
const server = await startServer(environment, undefined, (ports) => ({ ...ports, gate: checkThenAddGate(database, ports.gate) }))
process.once('SIGTERM', async () => {
  await server.close()
  await database.close()
})
