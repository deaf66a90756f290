import type { Locale } from '@inkling/contracts'
import type { WorkflowType } from './choices.ts'

interface Tip {
  step: number
  tip: string
  how: string
  effort: 'low' | 'medium' | 'high'
  effect: string
}

interface Workflow {
  useCase: WorkflowType
  steps: readonly string[]
}

/** Names of steps that tell where work is done by hand, where another system is called, and where a message goes out. */
const telltale = {
  manual: /manual|by hand|copy|paste|type in|re-?enter|spreadsheet|excel|csv|수기|수동|손으로|직접|복사|붙여|엑셀|시트/i,
  call: /\bapi\b|http|webhook|request|sync|upload|fetch|post\b|send|update|create|code|crm|erp|호출|연동|전송|업로드|동기화|등록|보내|코드/i,
} as const

const placeOf = (steps: readonly string[], words: RegExp, taken = 0) =>
  steps.findIndex((name, index) => index + 1 !== taken && words.test(name)) + 1

/** Cut manual entry, add a condition, handle errors, tell a person about failures: what nearly every workflow lacks, in the words of its kind. */
export function adviseWithoutModel({ useCase, steps }: Workflow, locale: Locale): Tip[] {
  const manual = placeOf(steps, telltale.manual)
  const places = {
    manual,
    // A condition stands right behind the trigger, before anything costs money.
    condition: Math.min(1, steps.length),
    // What a person does by hand calls nothing.
    call: placeOf(steps, telltale.call, manual),
  }
  return tips[locale](places, kinds[useCase][locale])
}

const tips: Record<Locale, (places: { manual: number; condition: number; call: number }, kind: Kind) => Tip[]> = {
  en: (places, kind) => [
    {
      step: places.manual,
      tip: 'Cut out manual entry',
      how: `${kind.entry} Map each field once in the editor.`,
      effort: 'low',
      effect: 'Nobody copies, and no typing mistakes get in.',
    },
    {
      step: places.condition,
      tip: 'Add a condition after the trigger',
      how: `${kind.condition} End the run there for all others.`,
      effort: 'low',
      effect: 'Later steps run only for what matters.',
    },
    {
      step: places.call,
      tip: 'Handle errors where another system is called',
      how: 'Set a time limit, retry twice with growing pauses, then park the item so that it can be run again.',
      effort: 'medium',
      effect: 'A short outage loses nothing and repeats nothing.',
    },
    {
      step: 0,
      tip: 'Notify one person on failure',
      how: 'Send one message for each failed run with the step, the reason and a link; group what repeats within an hour.',
      effort: 'low',
      effect: 'Failures are known before a customer calls.',
    },
  ],
  ko: (places, kind) => [
    {
      step: places.manual,
      tip: '수작업 입력 없애기',
      how: `${kind.entry} 필드 연결은 편집기에서 한 번만 설정하면 됩니다.`,
      effort: 'low',
      effect: '옮겨 적는 일이 없어지고 오타가 생기지 않습니다.',
    },
    {
      step: places.condition,
      tip: '시작 직후에 조건 넣기',
      how: `${kind.condition} 나머지는 그 자리에서 실행을 끝내세요.`,
      effort: 'low',
      effect: '꼭 필요한 경우에만 다음 단계가 실행됩니다.',
    },
    {
      step: places.call,
      tip: '외부 시스템 호출에 오류 처리 넣기',
      how: '시간 제한을 두고, 간격을 늘려 두 번 재시도한 뒤, 다시 실행할 수 있게 항목을 보관하세요.',
      effort: 'medium',
      effect: '짧은 장애에도 빠지거나 중복되는 항목이 없습니다.',
    },
    {
      step: 0,
      tip: '실패하면 담당자 한 명에게 알리기',
      how: '실패한 단계, 이유, 실행 링크를 한 메시지에 담고, 한 시간 안에 반복되는 알림은 묶으세요.',
      effort: 'low',
      effect: '고객이 연락하기 전에 문제를 알 수 있습니다.',
    },
  ],
}

interface Kind {
  /** Where the data comes from instead of a person's hands. */
  entry: string
  /** Which cases the workflow is for. */
  condition: string
}

const kinds: Record<WorkflowType, Record<Locale, Kind>> = {
  'lead-routing': {
    en: {
      entry: 'Create the lead in the CRM from the form itself.',
      condition: 'Go on only for new leads with a business mail address.',
    },
    ko: { entry: '폼에 입력된 값으로 CRM 리드를 바로 만드세요.', condition: '회사 메일을 쓰는 신규 리드만 다음 단계로 보내세요.' },
  },
  'customer-support': {
    en: {
      entry: 'Open the ticket from the message, with customer and order filled in.',
      condition: 'Go on only for questions that no saved reply answers.',
    },
    ko: { entry: '받은 문의로 고객과 주문 정보가 채워진 티켓을 만드세요.', condition: '저장된 답변으로 해결되지 않는 문의만 넘기세요.' },
  },
  invoicing: {
    en: {
      entry: 'Read supplier, amount and due date from the invoice file.',
      condition: 'Go on only when the amount matches an open order.',
    },
    ko: { entry: '거래처, 금액, 지급일을 청구서 파일에서 읽어 오세요.', condition: '금액이 진행 중인 주문과 일치할 때만 진행하세요.' },
  },
  reporting: {
    en: {
      entry: 'Query the figures from their source on a schedule.',
      condition: 'Go on only when the source has data for the whole period.',
    },
    ko: { entry: '정해진 시각에 원본에서 수치를 조회하세요.', condition: '해당 기간의 데이터가 모두 모였을 때만 진행하세요.' },
  },
  onboarding: {
    en: {
      entry: 'Take name, role and start date from the signed contract record.',
      condition: 'Branch by role, so that each person gets only what they need.',
    },
    ko: { entry: '이름, 직무, 시작일을 계약 기록에서 가져오세요.', condition: '직무별로 나누어 필요한 항목만 받게 하세요.' },
  },
  marketing: {
    en: {
      entry: 'Sync the audience from the CRM segment instead of uploading lists.',
      condition: 'Go on only for contacts who agreed to messages.',
    },
    ko: { entry: '목록을 올리는 대신 CRM 세그먼트를 동기화하세요.', condition: '수신에 동의한 연락처만 다음 단계로 보내세요.' },
  },
  'data-sync': {
    en: {
      entry: 'Match records by a stable key instead of comparing lists.',
      condition: 'Go on only for records that changed since the last run.',
    },
    ko: { entry: '목록을 비교하는 대신 고유 키로 레코드를 맞추세요.', condition: '지난 실행 이후 바뀐 레코드만 처리하세요.' },
  },
  approvals: {
    en: {
      entry: 'Fill the request from the record that it is about.',
      condition: 'Approve small amounts by a rule and ask a person for the rest.',
    },
    ko: {
      entry: '신청서는 대상 레코드의 값으로 자동으로 채우세요.',
      condition: '작은 금액은 규칙으로 승인하고 큰 금액만 사람에게 보내세요.',
    },
  },
  other: {
    en: {
      entry: 'Take the values from the record that starts the run.',
      condition: 'Go on only for the cases that the workflow is made for.',
    },
    ko: { entry: '실행을 시작한 레코드에서 값을 그대로 가져오세요.', condition: '이 워크플로가 맡은 경우만 다음 단계로 보내세요.' },
  },
}
