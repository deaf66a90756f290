import type { Locale } from '@inkling/contracts'
import type { WorkflowType } from './choices.ts'

interface Kpi {
  kpi: string
  formula: string
  target: string
  monitoring: string
}

type Row = readonly [kpi: string, formula: string, target: string, monitoring: string]
const kpi = ([name, formula, target, monitoring]: Row): Kpi => ({ kpi: name, formula, target, monitoring })

/** What holds for every automation: does it run, does it save work, are its results right? */
export const generalKpis: Record<Locale, Kpi[]> = {
  en: [
    kpi([
      'Success rate',
      'successful runs / all runs x 100',
      'At least 98% each week',
      'Run log, daily; look into it below 95% on one day.',
    ]),
    kpi([
      'Hours saved per week',
      '(minutes by hand - minutes per run) x runs / 60',
      'At least twice the hours spent on upkeep',
      'Time ten items by hand once, then read the runs each week; review below the target twice in a row.',
    ]),
    kpi([
      'Corrected by hand',
      'items changed afterwards / all items x 100',
      'Below 3% after four weeks',
      'Weekly sample of twenty items; pause the workflow above 10%.',
    ]),
  ],
  ko: [
    kpi(['성공률', '성공한 실행 / 전체 실행 x 100', '매주 98% 이상', '실행 기록에서 매일 확인하고 95% 미만인 날은 원인을 찾으세요.']),
    kpi([
      '주당 절약 시간',
      '(수작업 분 - 실행당 분) x 실행 수 / 60',
      '관리에 쓰는 시간의 두 배 이상',
      '수작업 10건의 시간을 한 번 재고 매주 실행 수를 보세요. 두 주 연속 미달이면 점검하세요.',
    ]),
    kpi([
      '수동 수정 비율',
      '나중에 고친 항목 / 전체 항목 x 100',
      '4주 뒤 3% 미만',
      '매주 20건을 표본으로 확인하고 10%를 넘으면 잠시 멈추세요.',
    ]),
  ],
}

/** What the kind of workflow is for, in two measures. */
export const kpisOf: Record<WorkflowType, Record<Locale, Kpi[]>> = {
  'lead-routing': {
    en: [
      kpi([
        'Median time to first reply',
        'median(first reply - lead received) in minutes',
        'Half of the baseline after four weeks',
        'CRM report by weekday; alert when a day is above the old median.',
      ]),
      kpi([
        'Leads with the right owner',
        '(leads - reassigned leads) / leads x 100',
        'At least 95% each month',
        'CRM history, weekly; review the rules below 90%.',
      ]),
    ],
    ko: [
      kpi([
        '첫 응답 시간 중앙값(분)',
        '중앙값(첫 응답 - 리드 접수)',
        '4주 뒤 기준치의 절반',
        'CRM 요일별 보고서에서 보고 예전 중앙값을 넘으면 알리세요.',
      ]),
      kpi([
        '담당자 배정 정확도',
        '(리드 - 재배정 리드) / 리드 x 100',
        '매월 95% 이상',
        'CRM 이력을 매주 보고 90% 미만이면 규칙을 고치세요.',
      ]),
    ],
  },
  'customer-support': {
    en: [
      kpi([
        'Solved without a person',
        'tickets closed by the workflow / all tickets x 100',
        'A quarter of the tickets in three months',
        'Ticket system, weekly; check the rules when it falls twice in a row.',
      ]),
      kpi([
        'Reopened tickets',
        'reopened within 7 days / closed tickets x 100',
        'Below 5% each month',
        'Ticket system, weekly; read the reopened ones above 8%.',
      ]),
    ],
    ko: [
      kpi([
        '자동 해결 비율',
        '자동 종료 티켓 / 전체 티켓 x 100',
        '3개월 안에 25%',
        '티켓 시스템에서 매주 보고 두 번 연속 떨어지면 점검하세요.',
      ]),
      kpi(['재문의 비율', '7일 내 재문의 / 종료 티켓 x 100', '매월 5% 미만', '매주 확인하고 8%를 넘으면 해당 문의를 읽어 보세요.']),
    ],
  },
  invoicing: {
    en: [
      kpi([
        'Invoices paid on time',
        'invoices paid by due date / invoices due x 100',
        'At least 97% each month',
        'Ledger, weekly; act on each one that is three days from due.',
      ]),
      kpi([
        'Straight-through share',
        'invoices without a manual step / all invoices x 100',
        '70% after three months',
        'Run log, monthly; list the suppliers that break it most.',
      ]),
    ],
    ko: [
      kpi(['기한 내 지급률', '기한 내 지급 / 지급 예정 x 100', '매월 97% 이상', '장부를 매주 보고 기한 3일 전 건부터 처리하세요.']),
      kpi([
        '무수작업 처리율',
        '수작업 없는 건 / 전체 청구서 x 100',
        '3개월 뒤 70%',
        '실행 기록을 매월 보고 자주 막히는 거래처를 찾으세요.',
      ]),
    ],
  },
  reporting: {
    en: [
      kpi([
        'Reports on time',
        'reports delivered by the hour / reports due x 100',
        'At least 99% each month',
        'Run log, daily; alert ten minutes after the hour has passed.',
      ]),
      kpi([
        'Difference from the source',
        '(reported total - source total) / source total x 100',
        'Below 0.5% in every report',
        'Compare one total in each run; hold the report back above 1%.',
      ]),
    ],
    ko: [
      kpi(['보고서 정시 발송률', '정시 발송 / 예정 보고서 x 100', '매월 99% 이상', '매일 확인하고 예정 시각 10분 뒤까지 없으면 알리세요.']),
      kpi([
        '원본과의 차이',
        '(보고 합계 - 원본 합계) / 원본 합계 x 100',
        '모든 보고서 0.5% 미만',
        '실행마다 비교하고 1%를 넘으면 발송을 멈추세요.',
      ]),
    ],
  },
  onboarding: {
    en: [
      kpi([
        'Ready on the first day',
        'people with every access on day 1 / people who start x 100',
        '100% each month',
        'Checklist, two working days ahead; alert for every open entry.',
      ]),
      kpi([
        'Days to the last open task',
        'average(last task done - start date) in days',
        'Half of the baseline after three months',
        'Monthly report; look at the task that closes last.',
      ]),
    ],
    ko: [
      kpi(['첫날 준비 완료율', '첫날 준비 완료 인원 / 시작 인원 x 100', '매월 100%', '이틀 전에 점검 목록을 보고 남은 항목을 알리세요.']),
      kpi([
        '마지막 작업까지 일수',
        '평균(마지막 작업 완료일 - 시작일)',
        '3개월 뒤 기준치의 절반',
        '매월 보고 가장 늦게 끝나는 작업을 살피세요.',
      ]),
    ],
  },
  marketing: {
    en: [
      kpi([
        'Cost per qualified contact',
        'campaign cost / qualified contacts',
        'A fifth below the baseline in a quarter',
        'Campaign dashboard, weekly; stop a segment above twice the target.',
      ]),
      kpi([
        'Unsubscribe rate',
        'unsubscribed / delivered messages x 100',
        'Below 0.5% per message',
        'After each message; pause the series above 1%.',
      ]),
    ],
    ko: [
      kpi([
        '유효 연락처당 비용',
        '캠페인 비용 / 유효 연락처',
        '한 분기 안에 기준치보다 20% 낮게',
        '매주 보고 목표의 두 배인 세그먼트는 멈추세요.',
      ]),
      kpi(['수신 거부율', '수신 거부 / 전달된 메시지 x 100', '메시지당 0.5% 미만', '발송마다 보고 1%를 넘으면 잠시 멈추세요.']),
    ],
  },
  'data-sync': {
    en: [
      kpi([
        'Records out of step',
        'records that differ / records compared x 100',
        'Below 0.1% each day',
        'Nightly comparison of both systems; alert above 0.5%.',
      ]),
      kpi([
        'Sync delay',
        '95th percentile(written at target - changed at source)',
        'Under five minutes',
        'Run log, hourly; alert when two hours in a row are above ten minutes.',
      ]),
    ],
    ko: [
      kpi([
        '불일치 레코드 비율',
        '다른 레코드 / 비교한 레코드 x 100',
        '매일 0.1% 미만',
        '매일 밤 두 시스템을 비교하고 0.5%를 넘으면 알리세요.',
      ]),
      kpi(['동기화 지연', '95백분위(대상 기록 - 원본 변경)', '5분 미만', '매시간 보고 두 시간 연속 10분을 넘으면 알리세요.']),
    ],
  },
  approvals: {
    en: [
      kpi([
        'Median time to a decision',
        'median(decided - requested) in working hours',
        'Under eight working hours',
        'Approval log, weekly; remind after four hours, pass on after a day.',
      ]),
      kpi([
        'Decided by rule',
        'requests approved by rule / all requests x 100',
        '60% after two months',
        'Approval log, monthly; audit ten rule decisions each time.',
      ]),
    ],
    ko: [
      kpi([
        '승인 시간 중앙값(근무 시간)',
        '중앙값(결정 시각 - 요청 시각)',
        '8시간 미만',
        '매주 보고 4시간 뒤 알림, 하루 뒤에는 대리인에게 넘기세요.',
      ]),
      kpi(['규칙 승인 비율', '규칙으로 승인한 요청 / 전체 요청 x 100', '2개월 뒤 60%', '매월 보고 규칙 승인 10건을 함께 검토하세요.']),
    ],
  },
  other: {
    en: [
      kpi([
        'Median time to finish',
        'median(end of run - start of run) in minutes',
        'Half of the baseline after four weeks',
        'Run log, daily; look at the slowest step above twice the median.',
      ]),
      kpi([
        'Cost per item',
        '(platform cost + upkeep hours x hourly cost) / items',
        'Below the cost by hand within two months',
        'Monthly bill and time sheet; review when it rises twice in a row.',
      ]),
    ],
    ko: [
      kpi([
        '처리 시간 중앙값(분)',
        '중앙값(실행 종료 - 실행 시작)',
        '4주 뒤 기준치의 절반',
        '매일 보고 중앙값의 두 배면 느린 단계를 찾으세요.',
      ]),
      kpi([
        '건당 비용',
        '(이용료 + 관리 시간 x 시간당 비용) / 처리 건수',
        '2개월 안에 수작업 비용보다 낮게',
        '매월 확인하고 두 번 연속 오르면 점검하세요.',
      ]),
    ],
  },
}
