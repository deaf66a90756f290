import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { type AuditException, type AuditReport, checkAudit, exceptionProblem, findAuditProblems } from './check-audit.ts'

const id = 'GHSA-aaaa-bbbb-cccc'
const advisory = {
  id: 1,
  url: `https://github.com/advisories/${id}`,
  title: 'Everything is open',
  severity: 'high',
  vulnerable_versions: '<99',
}
const exception: AuditException = { advisory: id, package: 'zod', reason: 'Only a tool of the build is concerned.', until: '2026-12-31' }
const report: AuditReport = {
  advisories: {
    1: { ...advisory, github_advisory_id: id, module_name: 'zod', findings: [{ version: '4.0.0', paths: ['apps__api>zod'] }] },
  },
}

describe('an advisory about a locked version', () => {
  test('fails, with the package, its version, the advisory and who needs it', () => {
    expect(findAuditProblems(report, [], '2026-11-25')).toEqual([`high: zod 4.0.0, Everything is open, ${id}, by apps__api>zod`])
  })

  test('is let pass by a written exception until its last day, and for its own package alone', () => {
    expect(findAuditProblems(report, [exception], '2026-12-31')).toEqual([])
    expect(findAuditProblems(report, [exception], '2027-01-01')).toEqual([expect.stringContaining('ended on 2026-12-31')])
    expect(findAuditProblems(report, [{ ...exception, package: 'fastify' }], '2026-11-25')).toHaveLength(1)
  })

  test.each([{ until: 'never' }, { reason: 'no' }, { package: '' }, { advisory: '1234' }])(
    'needs an exception that is whole: not %j',
    (part) => {
      expect(exceptionProblem(exception)).toEqual([])
      expect(exceptionProblem({ ...exception, ...part })).toHaveLength(1)
    },
  )

  test('that is gone takes its exception with it', () => {
    expect(findAuditProblems({ advisories: {} }, [exception], '2026-11-25')).toEqual([expect.stringContaining('remove it')])
  })
})

describe('the audit asks the registry', () => {
  let registry: Server | undefined
  afterEach(() => {
    registry?.close()
    vi.unstubAllEnvs()
  })

  async function registryThat(status: number, body: object): Promise<string> {
    registry = createServer((request, response) => {
      request.resume()
      request.on('end', () => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body)))
    })
    await new Promise<void>((resolve) => registry?.listen(0, '127.0.0.1', resolve))
    return `http://127.0.0.1:${(registry.address() as AddressInfo).port}/`
  }

  test('and fails for what it reports about the lock file', async () => {
    const outcome = await checkAudit(await registryThat(200, { zod: [advisory] }))
    expect(outcome).toMatchObject({
      ok: false,
      output: expect.stringMatching(new RegExp(`^high: zod (?:\\d[.\\d]*, )*4[.\\d]+, Everything is open, ${id}`)),
    })
  })

  test('and passes where nothing is known', async () => {
    expect(await checkAudit(await registryThat(200, {}))).toMatchObject({ ok: true, output: '', note: '0 exceptions' })
  })

  test('and says loudly where there is no answer, which is an error where an audit is asked for', async () => {
    const silent = await registryThat(405, {})
    expect(await checkAudit(silent)).toEqual({ ok: true, note: expect.stringMatching(/^NOT AUDITED: .*405/) })
    vi.stubEnv('INKLING_REQUIRE_AUDIT', '1')
    expect(await checkAudit(silent)).toMatchObject({ ok: false })
  })
})
