/** What a node of the canvas does; its icon and colour follow from it. */
export const stepKinds = ['trigger', 'request', 'code', 'manual', 'message'] as const
export type StepKind = (typeof stepKinds)[number]

/** The steps of the workflow in the order in which they run. Their names are in the page's words. */
export const steps: readonly { kind: StepKind; milliseconds: number }[] = [
  { kind: 'trigger', milliseconds: 40 },
  { kind: 'request', milliseconds: 620 },
  { kind: 'code', milliseconds: 90 },
  { kind: 'manual', milliseconds: 0 },
  { kind: 'message', milliseconds: 210 },
]
