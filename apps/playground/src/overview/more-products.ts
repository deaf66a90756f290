import type { ComponentType } from 'react'
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
  { key: 'snsAuto', name: 'SNS Auto', address: '/sns-auto/', Picture: CalendarPicture },
  { key: 'webappBuilder', name: 'WebApp Builder', address: '/webapp-builder/', Picture: EditorPicture },
]
