import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { registry } from '@inkling/prompts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePort, runCommand, runServer, type ServerProcess, temporaryFolder } from '../testing/run-server.ts'

const { chefRecommendation } = registry.coocook
const folder = temporaryFolder()
let environment: Record<string, string>
let server: ServerProcess
let billAddress: string

beforeAll(async () => {
  const simulatorPort = String(await freePort())
  environment = { INKLING_DATA_DIR: folder.path, PORT: String(await freePort()), SIM_PORT: simulatorPort }
  billAddress = `http://127.0.0.1:${simulatorPort}/_sim/bill`
  server = await runServer(environment)
  const authorization = `Bearer ${(await inkling('token', '--product', 'coocook', '--user', 'u1')).stdout.trim()}`
  for (const partySize of [4, 5, 6]) {
    await fetch(`${server.url}/api/v1/suggestions/coocook/chef-recommendation`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify({ ...chefRecommendation.example, partySize }),
    })
  }
})
afterAll(async () => {
  await server.stop()
  folder.remove()
})

const inkling = (...args: string[]) => runCommand(args, environment)

interface Bill {
  entries: { requestId: string; usd: string }[]
}
const readBill = async () => (await (await fetch(billAddress)).json()) as Bill

async function reconcileWith(change: (bill: Bill) => void) {
  const bill = await readBill()
  change(bill)
  const file = join(folder.path, 'bill.json')
  writeFileSync(file, JSON.stringify(bill))
  return inkling('reconcile', '--bill', file)
}

test("the ledger equals the simulator's bill", async () => {
  const { code, stdout } = await inkling('reconcile', '--bill', billAddress)
  expect(code).toBe(0)
  expect(stdout).toContain('Bill: 3 requests')
  expect(stdout).toContain('No difference.')
})

test('every difference is named, and the exit code tells', async () => {
  const added = await reconcileWith(({ entries }) => entries.push({ requestId: 'req_foreign', usd: '0.000001' }))
  expect(added.code).toBe(1)
  expect(added.stdout).toContain('missing-row: req_foreign was billed $0.000001')
  const [first] = (await readBill()).entries
  const changed = await reconcileWith(({ entries }) => {
    entries[0]!.usd = '0.5'
  })
  expect(changed.stdout).toMatch(
    new RegExp(`different-amount: row \\S+ holds \\$${first!.usd} for ${first!.requestId}, which was billed \\$0\\.5`),
  )
  const shortened = await reconcileWith(({ entries }) => void entries.pop())
  expect(shortened.stdout).toContain('not-billed: row ')
})

test.each([
  [['--bill', 'nowhere.json'], 'cannot be read'],
  [['--bill', join(folder.path, 'secret')], 'it is not JSON'],
])('%j is told to be no bill', async (args, sentence) => {
  const { code, stderr } = await inkling('reconcile', ...args)
  expect(code).toBe(1)
  expect(stderr).toContain(sentence)
})
