import type { SampleAnswers } from '@inkling/widget-kit/testing/stream-sample'

/** What the server answers for the host page's three questions. */
export const sampleAnswers = {
  'aiAutomation.workflowOptimization': {
    items: [
      {
        step: 2,
        tip: 'Create the lead from the form itself',
        how: 'Map name, company and mail once, and look for the mail before a record is created.',
        effort: 'low',
        effect: 'Nobody copies, and weekend leads are not entered twice.',
      },
      {
        step: 3,
        tip: 'Retry the score, then park the lead',
        how: 'Two retries after 10 and 60 seconds, then a queue from which it can be run again.',
        effort: 'medium',
        effect: 'A short outage loses no lead.',
      },
      {
        step: 0,
        tip: 'Tell one person about a failed run',
        how: 'One message to [EMAIL_1] with the step and a link; repeats within an hour are grouped.',
        effort: 'low',
        effect: 'Failures are known before a customer calls.',
      },
      {
        step: 4,
        tip: 'Post at the hours of the team',
        how: 'Hold messages from the night and post one summary at eight.',
        effort: 'high',
        effect: 'The channel is read again.',
      },
    ],
    meta: { redactions: [{ placeholder: '[EMAIL_1]', field: 'painPoint', start: 9, end: 25 }] },
  },
  'aiAutomation.codeReview': {
    items: [
      {
        line: 3,
        severity: 'high',
        problem: 'The last round reads behind the end of the list, and the missing entry stops the run.',
        fix: 'Write i < known.length, or loop over the entries with for (const entry of known).',
      },
      {
        line: 1,
        severity: 'medium',
        problem: 'A slow CRM hangs the run, and an error page is read as if it were an answer.',
        fix: 'Pass AbortSignal.timeout(5000) and stop when response.ok is false.',
      },
      {
        line: 2,
        severity: 'medium',
        problem: 'An answer that is no JSON throws here, and the lead is lost.',
        fix: 'Catch it, and park the lead with the reason.',
      },
      {
        line: 4,
        severity: 'low',
        problem: 'Companies that differ in capitals are taken for different ones.',
        fix: 'Compare both in lower case, without the spaces around them.',
      },
    ],
  },
  'aiAutomation.successMetrics': {
    items: [
      {
        kpi: 'Leads answered in time',
        formula: 'leads answered within 10 minutes / all leads x 100',
        target: 'At least 90% from the fourth week',
        monitoring: 'CRM report by weekday; look at the missed ones below 80%.',
      },
      {
        kpi: 'Median time to first reply',
        formula: 'median(first reply - lead received) in minutes',
        target: 'Under ten minutes, weekends included',
        monitoring: 'Dashboard, daily; alert above fifteen minutes on one day.',
      },
      {
        kpi: 'Leads with the right owner',
        formula: '(leads - reassigned leads) / leads x 100',
        target: 'At least 95% each month',
        monitoring: 'CRM history, weekly; review the scores below 90%.',
      },
    ],
  },
} satisfies SampleAnswers
