import { z } from 'zod'

/**
 * What a person has agreed to. `none`: the suggestion comes, by the control prompt, and neither experiments nor analytics learn of this person.
 */
export const consentSchema = z.enum(['granted', 'none'])
export type Consent = z.infer<typeof consentSchema>

/** The request header that carries it; absent, consent is granted. */
export const consentHeader = 'x-inkling-consent'
