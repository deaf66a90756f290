import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { openDatabase } from '@inkling/database'
import { boundOf, type Overrun, type OverrunRow, overrunOf } from './overrun.ts'

/** A program: looks at every scope again and again until its input ends, then prints what it saw. Arguments: address, tier. */
const [url = '', tier = 'standard'] = process.argv.slice(2)
const database = await openDatabase({ kind: 'postgres', url, poolSize: 1 })
const overruns: Overrun[] = []
let samples = 0
let stopped = false
// Often enough to see each group of reservations, and rare enough to leave the machine to those who make them.
const intervalMs = 5
once(process.stdin.resume(), 'end').then(() => {
  stopped = true
})
while (!stopped) {
  const rows = await database.statement<OverrunRow>(
    `select scope, period, $1::text as tier, settled_pico + reserved_pico - bound as over
       from spend join (select scope, period, ${boundOf('$1::text')} as bound from limits) limits using (scope, period)
       where settled_pico + reserved_pico > bound`,
    [tier],
    10_000,
  )
  overruns.push(...rows.map(overrunOf))
  if (samples++ === 0) process.stderr.write('watching\n')
  await setTimeout(intervalMs)
}
await database.close()
process.stdout.write(JSON.stringify({ samples, overruns }))
