import { captions } from './captions.ts'
import { contentStrategy } from './content-strategy.ts'
import { postingTimes } from './posting-times.ts'

export const snsAuto = { captions, contentStrategy, postingTimes }
