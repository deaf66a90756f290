import type { GetToken } from '@inkling/widget-kit'
import { useMemo, useState } from 'react'
import type { Language } from '../preferences/use-preferences.ts'

export type Tier = 'standard' | 'premium'
type TokenProblem = 'not-embedded' | 'unreachable'

/** The signed-in user as the playground pretends it, and the token for that user. */
export interface Session {
  /** Changes with everything that a token carries: widgets below it start afresh. */
  key: string
  userId: string
  tier: Tier
  getToken: GetToken
  problem: TokenProblem | undefined
  setTier(tier: Tier): void
  /** Somebody else signs in, who may see another arm of an experiment. */
  switchUser(): void
}

const userKey = 'playground.user'

export function useSession(product: string, locale: Language): Session {
  const [userId, setUserId] = useState(() => rememberUser(sessionStorage.getItem(userKey) ?? newUserId()))
  const [tier, setTier] = useState<Tier>('standard')
  const [problem, setProblem] = useState<TokenProblem>()
  const getToken = useMemo<GetToken>(
    () => async () => {
      const response = await fetch('/playground/token', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ product, userId, locale, tier }),
      }).catch(() => undefined)
      if (!response?.ok) {
        const missing = response?.status === 404 ? 'not-embedded' : 'unreachable'
        setProblem(missing)
        throw new Error(missing)
      }
      setProblem(undefined)
      const { token } = (await response.json()) as { token: string }
      return token
    },
    [product, userId, locale, tier],
  )
  return {
    key: `${userId} ${locale} ${tier}`,
    userId,
    tier,
    getToken,
    problem,
    setTier,
    switchUser: () => setUserId(rememberUser(newUserId())),
  }
}

function newUserId(): string {
  return `guest-${crypto.getRandomValues(new Uint32Array(1))[0]?.toString(36)}`
}

function rememberUser(userId: string): string {
  sessionStorage.setItem(userKey, userId)
  return userId
}
