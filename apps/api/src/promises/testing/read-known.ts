import type { Composition } from '../../compose.ts'

export interface KnownOfPerson {
  /** Suggestion ids that were answered, in the ledger of served answers. */
  answers: string[]
  events: { type: string; suggestionId: string; itemIndex: number | null; variant: string; arm: string }[]
  /** `<experiment>.<variation>` of each exposure. */
  exposures: string[]
  /** Prompt variants of CooCook's chefs that answers were given with; an answer that ended before a prompt was chosen has none. */
  variants: string[]
}

/** Reads everything that the database holds of one person, by pseudonym. */
export async function readKnown({ kysely }: Composition['database'], userKey: string): Promise<KnownOfPerson> {
  const [served, events, viewed] = await Promise.all([
    kysely.selectFrom('served_answers').select(['suggestion_id', 'suggestion', 'variant']).where('user_key', '=', userKey).execute(),
    kysely.selectFrom('events').selectAll().where('user_key', '=', userKey).execute(),
    kysely.selectFrom('experiment_viewed').select(['experiment_id', 'variation_id']).where('user_key', '=', userKey).execute(),
  ])
  const ofChefs = served.filter(({ suggestion, variant }) => suggestion === 'coocook.chefRecommendation' && variant !== '')
  return {
    answers: served.map(({ suggestion_id }) => suggestion_id),
    events: events.map((event) => ({
      ...{ type: event.type, suggestionId: event.suggestion_id, itemIndex: event.item_index, variant: event.variant },
      arm: event.experiments.map(({ experimentId, variationId }) => `${experimentId}.${variationId}`).join(),
    })),
    exposures: viewed.map(({ experiment_id, variation_id }) => `${experiment_id}.${variation_id}`),
    variants: [...new Set(ofChefs.map(({ variant }) => variant))],
  }
}
