import type { Degree } from './context.ts'

const english = {
  workflowTitle: 'Ways to make this workflow better',
  codeTitle: 'What a review of this code found',
  metricTitle: 'How to tell that it works',
  apply: 'Apply',
  takeUp: 'Take up',
  track: 'Track',
  step: (step: number) => `Step ${step}`,
  wholeWorkflow: 'Whole workflow',
  showStep: (step: number) => `Show step ${step}`,
  line: (line: number) => `Line ${line}`,
  showLine: (line: number) => `Show line ${line} in the code`,
  effort: { low: 'Quick to do', medium: 'Half a day', high: 'A project' } satisfies Record<Degree, string>,
  severity: { low: 'Minor', medium: 'Should fix', high: 'Serious' } satisfies Record<Degree, string>,
  target: 'Target',
  monitoring: 'Watch',
}

type AutomationStrings = typeof english

const korean: AutomationStrings = {
  workflowTitle: '이 워크플로를 개선하는 방법',
  codeTitle: '코드 검토 결과',
  metricTitle: '성과를 확인할 지표',
  apply: '적용',
  takeUp: '반영',
  track: '추적',
  step: (step) => `${step}단계`,
  wholeWorkflow: '워크플로 전체',
  showStep: (step) => `${step}단계 보기`,
  line: (line) => `${line}번째 줄`,
  showLine: (line) => `코드에서 ${line}번째 줄 보기`,
  effort: { low: '금방 가능', medium: '반나절', high: '큰 작업' },
  severity: { low: '사소함', medium: '고칠 것', high: '심각' },
  target: '목표',
  monitoring: '확인',
}

export const automationStrings = { en: english, ko: korean }
