import type { StepKind } from './steps.ts'

const paths: Record<StepKind, string> = {
  trigger: 'M13 2 5 13h6l-1 9 9-12h-6z',
  request: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 0c3 3 3 15 0 18m0-18c-3 3-3 15 0 18M3.500 9h17m-17 6h17',
  code: 'm8 7-5 5 5 5m8-10 5 5-5 5M14 4l-4 16',
  manual:
    'M8 12V5.500a1.500 1.500 0 0 1 3 0V11m0-1V4a1.500 1.500 0 0 1 3 0v7m0-5a1.500 1.500 0 0 1 3 0v8a7 7 0 0 1-7 7c-3 0-4-2-6-6l-1-2a1.600 1.600 0 0 1 2.800-1.500L8 13.500',
  message: 'M4 5h16v11H10l-4 4v-4H4zm4 4h8m-8 3h5',
}

export function StepIcon({ kind }: { kind: StepKind }) {
  return (
    <svg className="step-icon" data-kind={kind} viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
      <path d={paths[kind]} />
    </svg>
  )
}
