import { mintWidgetToken } from '@inkling/client'
import { locales, type OperatorRole, operatorRoles, type Product, products, tiers } from '@inkling/contracts'
import { Command, Option } from 'commander'
import { mintOperatorToken } from '../mint-operator-token.ts'
import { loadSecrets, type SecretOwner, type Secrets } from '../secrets.ts'
import { CommandFailure, requireEnvironment } from './command-failure.ts'

interface TokenOptions {
  product?: Product
  user?: string
  tier?: (typeof tiers)[number]
  locale?: (typeof locales)[number]
  debug?: boolean
  server?: boolean
  role?: OperatorRole
}

export function tokenCommand(): Command {
  return new Command('token')
    .description("Print a token, valid for 15 minutes, for a product's user or for an operator")
    .addOption(new Option('--product <product>', 'the product that the token is for').choices(products))
    .option('--user <id>', "the product's own opaque user id")
    .addOption(new Option('--tier <tier>').choices(tiers))
    .addOption(new Option('--locale <locale>', 'language of the answers').choices(locales))
    .option('--debug', 'answers show cost, model, variant and stages')
    .option('--server', "for the product's backend: may report conversions")
    .addOption(new Option('--role <role>', 'an operator token instead').choices(operatorRoles))
    .action(async (options: TokenOptions) => {
      const secrets = loadSecrets(requireEnvironment())
      process.stdout.write(`${await mint(options, secrets)}\n`)
    })
}

async function mint(options: TokenOptions, secrets: Secrets): Promise<string> {
  const { product, user, role, ...claims } = options
  if (role) {
    if (product) throw new CommandFailure('Give either --role or --product, not both.')
    return mintOperatorToken(secretOf('operators', secrets), { role, name: user ?? 'command-line' })
  }
  if (!product) throw new CommandFailure('Say whom the token is for: --product P --user U, or --role R.')
  if (!user) throw new CommandFailure("The option --user is missing. Give the product's own opaque id of the user.")
  return mintWidgetToken(secretOf(product, secrets), { ...claims, product, userId: user })
}

function secretOf(owner: SecretOwner, secrets: Secrets): string {
  const [secret] = secrets.tokens.of(owner)
  if (!secret) throw new CommandFailure(`INKLING_TOKEN_SECRETS has no secret for "${owner}". Add one with at least 32 characters.`)
  return secret
}
