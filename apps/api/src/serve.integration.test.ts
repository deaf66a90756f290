import { rmSync } from 'node:fs'
import { type Simulator, startSimulator } from '@inkling/claude-simulator'
import type { Answer } from '@inkling/contracts'
import { ledger, openDatabase } from '@inkling/database'
import { registry } from '@inkling/prompts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ReadinessReport } from './readiness.ts'
import { freePort, runCommand, runServer, type ServerProcess, temporaryFolder, until } from './testing/run-server.ts'

const { chefRecommendation } = registry.coocook
const folder = temporaryFolder()
let simulator: Simulator

beforeAll(async () => {
  simulator = await startSimulator({ port: 0, latency: 'none' })
})
afterAll(async () => {
  await simulator.close()
  folder.remove()
  rmSync(`${folder.path}-other`, { recursive: true, force: true })
})

async function simulatedRequests(): Promise<number> {
  const { requests } = (await (await fetch(`${simulator.url}/_sim/requests`)).json()) as { requests: unknown[] }
  return requests.length
}

const environment = (changes: Record<string, string> = {}) => ({
  INKLING_DATA_DIR: folder.path,
  ANTHROPIC_BASE_URL: simulator.url,
  ...changes,
})

async function ask(server: ServerProcess, partySize = 4): Promise<Response> {
  const minted = await runCommand(['token', '--product', 'coocook', '--user', 'u1', '--debug'], environment())
  return fetch(`${server.url}/api/v1/suggestions/coocook/chef-recommendation`, {
    method: 'POST',
    headers: { authorization: `Bearer ${minted.stdout.trim()}`, 'content-type': 'application/json' },
    body: JSON.stringify({ ...chefRecommendation.example, partySize }),
  })
}

describe('a server', () => {
  test('that is stopped and started again has lost nothing, and one that was killed in mid-call books the open call in full', async () => {
    const first = await runServer(environment())
    const answer = (await (await ask(first)).json()) as Answer
    expect(answer.meta.source).toBe('claude')
    expect(await first.stop('SIGINT')).toBe(0)
    expect(first.output()).toContain('Nothing was lost.')

    const second = await runServer(environment())
    await fetch(`${simulator.url}/_sim/faults`, {
      method: 'PUT',
      body: JSON.stringify({ rules: [{ kind: 'delay-body', delayMs: 60_000 }] }),
    })
    const before = await simulatedRequests()
    const hanging = ask(second, 5).catch(() => undefined)
    await until(async () => (await simulatedRequests()) > before)
    await second.stop('SIGKILL')
    await hanging
    await fetch(`${simulator.url}/_sim/faults`, { method: 'DELETE' })

    const third = await runServer(environment())
    await until(
      async () => ((await (await fetch(`${third.url}/readyz`)).json()) as ReadinessReport).dependencies.postgres?.state === 'embedded',
    )
    await third.stop()
    const database = await openDatabase({ kind: 'pglite', folder: `${folder.path}/database` })
    try {
      const rows = await database.kysely.selectFrom('attempts').selectAll().orderBy('reserved_at').execute()
      expect(rows.map(({ state, estimated }) => [state, estimated])).toEqual([
        ['settled', false],
        ['settled', true],
      ])
      expect(rows[1]?.charged_pico).toBe(rows[1]?.reserved_pico)
      expect(await ledger.openReservations(database)).toEqual([])
    } finally {
      await database.close()
    }
  })

  test('says in one sentence that its port is taken, and ends with code 1', async () => {
    const port = String(await freePort())
    const running = await runServer(environment({ PORT: port }))
    const refused = await runCommand(['serve'], environment({ PORT: port, INKLING_DATA_DIR: `${folder.path}-other` }))
    await running.stop()
    expect(refused).toMatchObject({
      code: 1,
      stdout: '',
      stderr: `Port ${port} on 127.0.0.1 is taken. Stop what listens there, or set PORT to another one.\n`,
    })
  })

  test('ends with one sentence when the simulator cannot have its port, or the model has no price', async () => {
    const own = { INKLING_DATA_DIR: `${folder.path}-other`, PORT: String(await freePort()) }
    const taken = String(simulator.port)
    expect(await runCommand(['serve'], { ...own, SIM_PORT: taken })).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(`port ${taken} is taken`),
    })
    expect(await runCommand(['serve'], { ...own, CLAUDE_MODEL: 'made-up' })).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('CLAUDE_MODEL cannot be used'),
    })
  })

  test('says that its data folder belongs to another server', async () => {
    const running = await runServer(environment())
    const refused = await runCommand(['serve'], environment({ PORT: String(await freePort()) }))
    await running.stop()
    expect(refused.code).toBe(1)
    expect(refused.stderr).toMatch(/database.*(in use|another)/i)
  })
})

describe('the command line', () => {
  test('prints a token and nothing else', async () => {
    const { code, stdout, stderr } = await runCommand(['token', '--product', 'coocook', '--user', 'u1'], environment())
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/)
  })

  test.each([
    [
      ['price', '--model', 'claude-3-5-sonnet-20241022', '--usage', '{"input_tokens":150,"output_tokens":75}', '--at', '2025-06-01'],
      '0.001575\n',
    ],
    [['price', '--model', 'claude-haiku-5-5', '--usage', '{"input_tokens":150,"output_tokens":75}', '--stop-reason', 'refusal'], '0\n'],
  ])('%j prints the exact price', async (args, stdout) => {
    expect(await runCommand(args, environment())).toEqual({ code: 0, stdout, stderr: '' })
  })

  test.each([
    [['price', '--model', 'gpt', '--usage', '{"input_tokens":1,"output_tokens":1}'], /gpt/],
    [['price', '--model', 'claude-haiku-5-5', '--usage', '{"input_tokens":1,"output_tokens":1}', '--at', '2020-01-01'], /2020-01-01|price/],
    [['price', '--model', 'claude-haiku-5-5', '--usage', 'oops'], /--usage/],
    [['token', '--product', 'shop', '--user', 'u1'], /shop/],
    [['token', '--product', 'coocook'], /--user/],
    [['unknown'], /unknown/],
  ])('%j fails with a sentence on standard error', async (args, message) => {
    const { code, stdout, stderr } = await runCommand(args, environment())
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(message)
  })

  test('explains itself for every command', async () => {
    for (const command of ['serve', 'migrate', 'check-env', 'token', 'price']) {
      const { code, stdout } = await runCommand([command, '--help'], environment())
      expect([code, stdout]).toEqual([0, expect.stringContaining(`Usage: inkling ${command}`)])
    }
  })

  test.each(['serve', 'check-env', 'migrate'])('%s refuses a half-set configuration with one clear error', async (command) => {
    const { code, stderr } = await runCommand([command], {
      DATABASE_URL: 'postgres://127.0.0.1:1/none',
      REDIS_URL: 'redis://127.0.0.1:1',
      INKLING_SECRET: 'x'.repeat(32),
      INKLING_TOKEN_SECRETS: '{}',
      GROWTHBOOK_API_HOST: 'http://127.0.0.1:1',
      GROWTHBOOK_CLIENT_KEY: 'k',
    })
    expect(code).toBe(1)
    expect(stderr).toMatch(/^ANTHROPIC_API_KEY is missing while .* are set\. Set it, or set INKLING_EMBEDDED=1 .*\n$/)
  })

  test('brings tables up and takes them back', async () => {
    const other = temporaryFolder()
    const run = (...args: string[]) => runCommand(['migrate', ...args], { INKLING_DATA_DIR: other.path })
    expect((await run()).stdout).toMatch(/001-history applied/)
    expect((await run()).stdout).toBe('Nothing to do.\n')
    expect((await run('--down')).stdout).toMatch(/taken back/)
    other.remove()
  })
})

test('a suggestion can be tried from the command line: prompt, bound, cost and answer', async () => {
  const run = (...args: string[]) => runCommand(['try', ...args], { INKLING_DATA_DIR: folder.path, ANTHROPIC_BASE_URL: simulator.url })
  const tried = await run('coocook/chef-recommendation', '--input', 'example', '--variant', 'concierge')
  expect(tried).toMatchObject({ code: 0, stderr: '' })
  for (const part of [
    'variant concierge',
    'Write every text in English',
    '"id":"c1"',
    'Cost bound\n  $0.',
    'claude, simulated',
    '"chefId"',
  ]) {
    expect(tried.stdout).toContain(part)
  }
  expect((await run('coocook/unknown', '--input', 'example')).stderr).toContain('There are coocook/chef-recommendation')
  expect((await run('coocook/menu-curation', '--input', 'example', '--variant', 'x')).stderr).toContain('it has balanced-arc')
  expect((await run('coocook/menu-curation', '--input', '/nowhere.json')).stderr).toContain('cannot be read')
})
