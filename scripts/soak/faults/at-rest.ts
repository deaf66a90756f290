import { readdirSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { Database } from '../../../packages/database/src/database.ts'

/** What is held although nothing is under way. All zero: nothing. */
export interface Held {
  reservations: number
  /** Pico-dollars reserved in any scope. */
  reserved: bigint
  ratePlaces: number
  /** Leads of flights that nobody has given back. */
  flights: number
  spooledFiles: number
}

export async function readHeld(database: Database, redisPort: number, spools: readonly string[]): Promise<Held> {
  const [row] = await database.statement<{ reservations: bigint; reserved: bigint; places: bigint }>(
    `select (select count(*) from attempts where state = 'reserved') as reservations,
       (select coalesce(sum(reserved_pico), 0)::int8 from spend) as reserved,
       (select count(*) from rate_lines where until > clock_timestamp()) as places`,
    [],
    10_000,
  )
  return {
    reservations: Number(row?.reservations ?? 0n),
    reserved: row?.reserved ?? 0n,
    ratePlaces: Number(row?.places ?? 0n),
    flights: await countKeys(redisPort, '*:{flight:*}:lock'),
    spooledFiles: spools.reduce((sum, folder) => sum + filesIn(folder), 0),
  }
}

const isNothing = ({ reservations, reserved, ratePlaces, flights, spooledFiles }: Held) =>
  reservations === 0 && reserved === 0n && ratePlaces === 0 && flights === 0 && spooledFiles === 0

export const describeHeld = ({ reservations, reserved, ratePlaces, flights, spooledFiles }: Held) =>
  `${reservations} reservations, ${reserved} pico-dollars, ${ratePlaces} rate places, ${flights} flights, ${spooledFiles} spooled files`

/** How many keys of Redis fit the pattern. */
async function countKeys(port: number, pattern: string): Promise<number> {
  const socket = connect(port, '127.0.0.1')
  socket.end(`KEYS ${pattern}\r\n`)
  const [head = ''] = (await text(socket)).split('\r\n')
  if (!head.startsWith('*')) throw new Error(`Redis answers ${head}`)
  return Number(head.slice(1))
}

function filesIn(folder: string): number {
  try {
    return readdirSync(join(folder, 'spool'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length
  } catch {
    // Nothing was ever spooled.
    return 0
  }
}

/** Looks until nothing is held, at most that long; what is held then. */
export async function untilRest(read: () => Promise<Held>, longestMs: number): Promise<{ rest: boolean; held: Held }> {
  const deadline = Date.now() + longestMs
  for (;;) {
    const held = await read()
    if (isNothing(held) || Date.now() > deadline) return { rest: isNothing(held), held }
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}
