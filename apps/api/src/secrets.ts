import { readFileSync } from 'node:fs'
import { products } from '@inkling/contracts'
import { z } from 'zod'
import { newSecret, readOrCreate } from './embedded/data-folder.ts'
import type { Environment } from './env.ts'

const owners = [...products, 'operators'] as const
export type SecretOwner = (typeof owners)[number]

// Two are valid at once, so that a secret can be rotated without a moment in which good tokens fail; the first one signs.
const pair = z.array(z.string().min(32, 'must have at least 32 characters')).min(1).max(2)
const tokenSecretsSchema = z.partialRecord(z.enum(owners), pair)

/** The secrets that sign tokens, by product and for operators. `reload` re-reads them where they came from. */
export class TokenSecrets {
  readonly #read: () => string
  #secrets: Partial<Record<SecretOwner, string[]>> = {}

  constructor(read: () => string) {
    this.#read = read
    this.reload()
  }

  /** Throws one sentence, and keeps the former secrets, when the new ones are not valid. */
  reload(): void {
    let json: unknown
    try {
      json = JSON.parse(this.#read())
    } catch {
      throw new Error('INKLING_TOKEN_SECRETS is not valid: it must be JSON, or the path of a file with JSON.')
    }
    const parsed = tokenSecretsSchema.safeParse(json)
    if (!parsed.success) {
      const issue = parsed.error.issues[0]!
      throw new Error(`INKLING_TOKEN_SECRETS is not valid: ${issue.path.join('.') || 'it'} ${issue.message}.`)
    }
    this.#secrets = parsed.data
  }

  of(owner: SecretOwner): readonly string[] {
    return this.#secrets[owner] ?? []
  }
}

export interface Secrets {
  /** Derives the keys of pseudonyms, cache keys and suggestion ids. */
  deployment: string
  tokens: TokenSecrets
}

/** From the environment, or generated into the data folder where the deployment is embedded. */
export function loadSecrets(environment: Environment): Secrets {
  const folder = environment.INKLING_DATA_DIR
  const deployment = environment.INKLING_SECRET ?? readOrCreate(folder, 'secret', newSecret)
  const given = environment.INKLING_TOKEN_SECRETS
  if (given === undefined)
    return { deployment, tokens: new TokenSecrets(() => readOrCreate(folder, 'token-secrets.json', newTokenSecrets)) }
  return { deployment, tokens: new TokenSecrets(() => (given.trimStart().startsWith('{') ? given : readFileSync(given, 'utf8'))) }
}

function newTokenSecrets(): string {
  return JSON.stringify(Object.fromEntries(owners.map((owner) => [owner, [newSecret(), newSecret()]])), null, 2)
}
