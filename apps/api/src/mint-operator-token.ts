import { maxTokenLifetimeSeconds, type OperatorRole, tokenAudience } from '@inkling/contracts'
import { SignJWT } from 'jose'

/** A token (JWT, HS256) for a person who runs the deployment. `name` stands in the audit log. */
export async function mintOperatorToken(secret: string, operator: { role: OperatorRole; name: string }): Promise<string> {
  return new SignJWT({ role: operator.role })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setAudience(tokenAudience)
    .setSubject(operator.name)
    .setExpirationTime(Math.floor(Date.now() / 1000) + maxTokenLifetimeSeconds)
    .sign(Buffer.from(secret))
}
