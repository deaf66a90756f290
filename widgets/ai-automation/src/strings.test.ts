import { describeStrings } from '@inkling/widget-kit/testing'
import { automationStrings } from './strings.ts'

describeStrings(automationStrings)
