import { describeStrings } from '@inkling/widget-kit/testing'
import { snsAutoStrings } from './strings.ts'

describeStrings(snsAutoStrings)
