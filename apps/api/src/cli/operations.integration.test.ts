import type { Answer, FeedbackResult, OperationOutput } from '@inkling/contracts'
import { registry } from '@inkling/prompts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freePort, runCommand, runServer, type ServerProcess, temporaryFolder, until } from '../testing/run-server.ts'

const { chefRecommendation } = registry.coocook
const folder = temporaryFolder()
let environment: Record<string, string>
let server: ServerProcess
let authorization: string

beforeAll(async () => {
  environment = { INKLING_DATA_DIR: folder.path, PORT: String(await freePort()), SIM_PORT: String(await freePort()) }
  server = await runServer(environment)
  authorization = `Bearer ${(await inkling('token', '--product', 'coocook', '--user', 'u1')).stdout.trim()}`
})
afterAll(async () => {
  await server.stop()
  folder.remove()
})

const inkling = (...args: string[]) => runCommand(args, environment)

async function post<Body>(path: string, body: unknown): Promise<Body> {
  const headers = { authorization, 'content-type': 'application/json' }
  return (await (await fetch(`${server.url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })).json()) as Body
}

const ask = () => post<Answer>('/api/v1/suggestions/coocook/chef-recommendation', chefRecommendation.example)
const sourceOf = async () => (await ask()).meta.source

describe('an operator at the command line', () => {
  test('switches a product off in the running server, and on again', async () => {
    expect(await inkling('disable', '--product', 'coocook', '--reason', 'wrong prices')).toMatchObject({
      code: 0,
      stdout: 'coocook is off\n',
    })
    expect(await ask()).toMatchObject({ items: [], meta: { source: 'off', reason: 'disabled' } })
    const status = JSON.parse((await inkling('status')).stdout) as OperationOutput<'status'>
    expect(status.disabled).toMatchObject([{ target: 'coocook', reason: 'wrong prices', by: 'command-line' }])
    expect((await inkling('enable', '--product', 'coocook')).stdout).toBe('coocook is on again\n')
    expect((await inkling('enable', '--product', 'coocook')).stdout).toBe('coocook was not switched off\n')
    await until(async () => (await sourceOf()) !== 'off')
  })

  test('removes a cached answer by the id under which somebody saw it', async () => {
    await until(async () => (await sourceOf()) === 'cache')
    const { suggestionId } = await ask()
    const report = { id: crypto.randomUUID(), suggestionId, type: 'report' }
    expect(await post<FeedbackResult>('/api/v1/feedback', { events: [report] })).toMatchObject({ accepted: [report.id] })
    const incidents = JSON.parse((await inkling('incidents', '--open')).stdout) as OperationOutput<'incidents'>['incidents']
    const [incident] = incidents.filter(({ kind }) => kind === 'report')
    expect(incident?.details).toMatchObject({ suggestionId: suggestionId.split('.')[0], suggestion: 'coocook.chefRecommendation' })
    // What was served is written in batches.
    await until(async () => (await inkling('purge', '--answer', suggestionId)).stdout === '1\n')
    expect(await sourceOf()).toBe('claude')
  })

  test('sets limits that hold after a restart, over the environment, also without a server', async () => {
    expect((await inkling('limits', 'get', '--scope', 'global', '--period', 'day')).stdout).toBe('0.2\n')
    expect((await inkling('limits', 'set', '--scope', 'global', '--period', 'day', '--usd', '0.55')).stdout).toBe('0.55\n')
    expect((await inkling('limits', 'set', '--scope', 'review', '--period', 'month', '--usd', '1.5')).stdout).toBe('1.5\n')
    await server.stop()
    const listed = (await inkling('limits', 'get')).stdout
    expect(listed).toContain('global\tday\t0.55\tset by command-line\n')
    expect(listed).toContain('review\tmonth\t1.5\tset by command-line\n')
    expect((await inkling('limits', 'set', '--scope', 'review', '--period', 'month', '--usd', 'none')).stdout).toBe('none\n')
    server = await runServer(environment)
    expect((await inkling('limits', 'get', '--scope', 'global', '--period', 'day')).stdout).toBe('0.55\n')
  })

  test('holds all spending and lets it go on', async () => {
    expect((await inkling('hold', '--reason', 'looking into it')).code).toBe(0)
    const held = JSON.parse((await inkling('status')).stdout) as OperationOutput<'status'>
    expect(held.held).toMatchObject({ reason: 'looking into it', by: 'command-line' })
    expect((await inkling('resume')).stdout).toBe('spending goes on\n')
    expect(JSON.parse((await inkling('status')).stdout)).not.toHaveProperty('held')
  })

  test('finds the record of all of it intact', async () => {
    expect(await inkling('audit', 'verify')).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+ rows, intact/) })
  })

  test.each([
    [['limits', 'set', '--scope', 'global', '--period', 'day', '--usd', 'much'], '"much" is no amount'],
    [['limits', 'set', '--scope', 'shop', '--period', 'day', '--usd', '1'], 'Allowed choices are global, coocook'],
    [['disable', '--suggestion', 'coocook/soup'], 'There is no suggestion "coocook/soup". Known: coocook/chef-recommendation'],
    [['purge'], 'Say what to remove'],
    [['hold'], '--reason'],
  ])('is told what is wrong with %j', async (args, sentence) => {
    const { code, stdout, stderr } = await inkling(...args)
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toContain(sentence)
  })
})
