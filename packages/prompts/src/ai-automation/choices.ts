/** What a workflow is for: the kinds that automation platforms sort their templates by. */
export const workflowTypes = [
  'lead-routing',
  'customer-support',
  'invoicing',
  'reporting',
  'onboarding',
  'marketing',
  'data-sync',
  'approvals',
  'other',
] as const
export type WorkflowType = (typeof workflowTypes)[number]

export const codeLanguages = ['javascript', 'typescript', 'python', 'sql', 'shell', 'other'] as const
export type CodeLanguage = (typeof codeLanguages)[number]
