import { describeStrings } from '@inkling/widget-kit/testing'
import { reviewStrings } from './strings.ts'

describeStrings(reviewStrings)
