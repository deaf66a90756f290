/**
 * The tables whose rows belong to one person. In this order they are locked: the writers' own, so that nobody waits in a circle. The ledger is
 * not among them; its rows are the deployment's, and only name a person.
 */
export const personalTables = [
  { name: 'exposureKeys', table: 'exposure_keys', order: 'seen_on, experiment_id, variation_id' },
  { name: 'exposures', table: 'experiment_viewed', order: 'at, id' },
  { name: 'servedAnswers', table: 'served_answers', order: 'at, suggestion_id' },
  { name: 'securityEvents', table: 'security_events', order: 'at, id' },
  { name: 'events', table: 'events', order: 'at, id' },
] as const
