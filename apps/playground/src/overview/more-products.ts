import type { ComponentType } from 'react'
import { WorkflowPicture } from '../ai-automation/workflow-picture.tsx'
import { LaunchPicture } from '../review/art/launch-picture.tsx'
import { CalendarPicture } from '../sns-auto/art/calendar-picture.tsx'
import { EditorPicture } from '../webapp-builder/art/editor-picture.tsx'
import type { OverviewWords } from './words.ts'

export interface Product {
  key: keyof OverviewWords['products']
  name: string
  address: string
  Picture: ComponentType
}

/** Every product beside CooCook, which opens the page. */
export const moreProducts: readonly Product[] = [
  { key: 'aiAutomation', name: 'AI Automation', address: '/ai-automation/', Picture: WorkflowPicture },
  { key: 'snsAuto', name: 'SNS Auto', address: '/sns-auto/', Picture: CalendarPicture },
  { key: 'review', name: 'Review', address: '/review/', Picture: LaunchPicture },
  { key: 'webappBuilder', name: 'WebApp Builder', address: '/webapp-builder/', Picture: EditorPicture },
]
