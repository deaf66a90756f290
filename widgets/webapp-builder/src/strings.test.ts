import { describeStrings } from '@inkling/widget-kit/testing'
import { webappBuilderStrings } from './strings.ts'

describeStrings(webappBuilderStrings)
