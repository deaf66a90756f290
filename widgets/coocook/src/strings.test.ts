import { describeStrings } from '@inkling/widget-kit/testing'
import { coocookStrings } from './strings.ts'

describeStrings(coocookStrings)
