import type { ShellWords } from '../../page/shell-words.ts'
import type { SampleLanguage } from '../code-samples.ts'
import type { StepKind } from '../steps.ts'

export const english = {
  shell: {
    pageTitle: 'AI Automation · Inbound leads',
    navigation: {
      label: 'Sections',
      links: [
        ['#build', 'Build'],
        ['#test', 'Test'],
        ['#deploy', 'Deploy'],
      ],
    },
    account: 'Signed in as Mara Lind',
    footer: 'AI Automation is a made-up product, and so are its leads. It shows suggestions by Inkling in a place where they would live.',
  } as ShellWords,
  head: {
    folder: 'Sales',
    name: 'Inbound leads',
    draft: (version: number) => `Draft of version ${version}`,
    live: (version: number) => `Version ${version} is live`,
    text: 'From the contact form to the right person, in one run.',
    facts: [
      ['1,284', 'runs this week'],
      ['97.1%', 'succeeded'],
      ['4 min', 'of handwork a lead'],
    ] as [string, string][],
  },
  build: {
    title: 'Build',
    text: 'Five steps, one of them still a person. Select a step, or ask what to improve.',
    canvas: 'Steps of the workflow',
    kinds: {
      trigger: 'Trigger',
      request: 'HTTP request',
      code: 'Code',
      manual: 'By hand',
      message: 'Message',
    } satisfies Record<StepKind, string>,
    steps: [
      'Contact form is sent',
      'Look up the company by HTTP request',
      'Score the lead in a code node',
      'Copy the lead into the CRM by hand',
      'Post to the sales channel',
    ] as [string, string, string, string, string],
    changes: (count: number) => (count === 1 ? '1 change planned' : `${count} changes planned`),
    painPoint: 'What annoys you about it?',
    painPointExample: 'Weekend leads wait until Monday, and some are entered twice.',
    suggestions: 'Ways to improve this workflow',
    planned: 'Planned changes',
    nothingPlanned: 'Nothing planned yet. Apply a tip, and it stands here and at its step.',
    whole: 'Whole workflow',
    remove: (tip: string) => `Remove ${tip}`,
  },
  test: {
    title: 'Test',
    text: 'The code node runs unattended. Have it read once before it does.',
    run: 'Run a test',
    running: 'Running …',
    passed: (time: string) => `Passed in ${time}. The lead waited at the step by hand.`,
    editor: 'Code of “Score the lead”',
    codeLanguage: 'Language of the node',
    languages: { javascript: 'JavaScript', python: 'Python' } satisfies Record<SampleLanguage, string>,
    suggestions: 'Review of this code',
    empty: 'Write some code, and it is reviewed.',
    taken: (count: number) => (count === 1 ? '1 finding to fix' : `${count} findings to fix`),
    marked: (line: number) => `Line ${line} is marked to be fixed`,
  },
  deploy: {
    title: 'Deploy',
    text: 'Say what it is for, choose what to watch, and let it run.',
    goal: 'Goal of the automation',
    goalExample: 'Answer every new lead within ten minutes, also on weekends.',
    suggestions: 'Measures for the goal',
    empty: 'Write down the goal, and measures for it are suggested.',
    dashboard: 'Dashboard',
    nothingTracked: 'Nothing is watched yet. Track a measure, and it stands here from the first run on.',
    target: 'Target',
    noData: 'from the first run on',
    remove: (kpi: string) => `Stop tracking ${kpi}`,
    production: 'Production',
    deploy: (version: number) => `Deploy version ${version}`,
    rollBack: (version: number) => `Roll back to version ${version}`,
    ready: 'Credentials are connected, and no step is missing a field.',
    done: 'New leads run through it from now on.',
  },
}

export type Words = typeof english
