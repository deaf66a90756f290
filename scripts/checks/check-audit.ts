import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../root.ts'
import { runPnpm } from '../supply-chain/run-pnpm.ts'
import type { Outcome } from './step.ts'

/** As pnpm reports it; only what decides. */
export interface AuditReport {
  advisories: Record<
    string,
    {
      id: number | string
      github_advisory_id?: string
      module_name: string
      severity: string
      title: string
      findings: { version: string; paths: string[] }[]
    }
  >
}

/** A known hole that we live with for a while. */
export interface AuditException {
  /** `GHSA-xxxx-xxxx-xxxx`. */
  advisory: string
  package: string
  /** Why it does not hurt. */
  reason: string
  /** The last day, `YYYY-MM-DD`: then somebody must look again. */
  until: string
}

/** Every advisory about a locked version fails, unless scripts/audit-exceptions.json says why not. `registry`: instead of the configured one. */
export async function checkAudit(registry?: string): Promise<Outcome> {
  const exceptions = JSON.parse(readFileSync(join(root, 'scripts', 'audit-exceptions.json'), 'utf8')) as AuditException[]
  const { stdout, stderr } = await runPnpm(['audit', '--json'], registry)
  const report = readReport(stdout)
  if (report === undefined) return describeUnaudited(stderr || stdout)
  const problems = [
    ...exceptions.flatMap(exceptionProblem),
    ...findAuditProblems(report, exceptions, new Date().toISOString().slice(0, 10)),
  ]
  return { ok: problems.length === 0, output: problems.join('\n'), note: `${exceptions.length} exceptions` }
}

/** One line for each advisory without a valid exception, and each exception that no longer holds. `today`: `YYYY-MM-DD`. */
export function findAuditProblems({ advisories }: AuditReport, exceptions: readonly AuditException[], today: string): string[] {
  const known = (id: string | undefined) => exceptions.find(({ advisory }) => advisory === id)
  const found = Object.values(advisories)
  const problems = found.flatMap((each) => {
    const exception = known(each.github_advisory_id)
    if (exception && exception.package === each.module_name && exception.until >= today) return []
    const versions = each.findings.map(({ version }) => version).join(', ')
    const where = each.findings.flatMap(({ paths }) => paths)[0] ?? ''
    const expired = exception && exception.until < today ? ` (the exception ended on ${exception.until})` : ''
    return [
      `${each.severity}: ${each.module_name} ${versions}, ${each.title}, ${each.github_advisory_id ?? each.id}, by ${where}${expired}`,
    ]
  })
  const needless = exceptions.filter(({ advisory }) => !found.some((each) => each.github_advisory_id === advisory))
  return [...problems, ...needless.map(({ advisory }) => `scripts/audit-exceptions.json: ${advisory} is not reported any more; remove it`)]
}

/** Who reads it later must find out why, and when to look again. */
export function exceptionProblem({ advisory, package: name, reason, until }: Partial<AuditException>): string[] {
  const isWhole =
    /^GHSA(-[0-9a-z]{4}){3}$/.test(advisory ?? '') &&
    (name ?? '') !== '' &&
    (reason ?? '').length >= 20 &&
    /^\d{4}-\d\d-\d\d$/.test(until ?? '')
  return isWhole ? [] : [`scripts/audit-exceptions.json: ${advisory} needs advisory, package, reason (20 characters or more) and until`]
}

function readReport(text: string): AuditReport | undefined {
  try {
    const report = JSON.parse(text) as Partial<AuditReport>
    return typeof report.advisories === 'object' ? (report as AuditReport) : undefined
  } catch {
    return undefined
  }
}

/** Not every registry answers, and some machines have no network: said loudly, and an error where the release is made. */
function describeUnaudited(what: string): Outcome {
  const reason = what
    .replace(/\s*[│×]?\s+/g, ' ')
    .trim()
    .slice(0, 200)
  const note = `NOT AUDITED: ${reason}`
  const mustAudit = process.env.INKLING_REQUIRE_AUDIT === '1'
  return mustAudit ? { ok: false, output: `${note}\nINKLING_REQUIRE_AUDIT=1 asks for an audit.` } : { ok: true, note }
}
