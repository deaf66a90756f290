import { generateKeySync } from 'node:crypto'
import { createSeal } from '../seal.ts'

/** With a key of this test run. */
export const seal = createSeal(generateKeySync('aes', { length: 256 }))
