import { strings } from './strings.ts'
import { describeStrings } from './testing/describe-strings.ts'

describeStrings(strings)
