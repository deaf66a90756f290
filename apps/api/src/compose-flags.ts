import { join } from 'node:path'
import type { Product } from '@inkling/contracts'
import {
  defaultPayload,
  filePayloadStore,
  growthBookFeatureFlags,
  openPayloadFile,
  openPayloadHost,
  type PayloadSource,
} from '@inkling/experiments'
import { registry } from '@inkling/prompts'
import type { FeatureFlags } from '@inkling/suggestions/ports'
import { readOrCreate } from './embedded/data-folder.ts'
import type { Environment } from './env.ts'

export interface Flags {
  flags: FeatureFlags
  source: PayloadSource
}

const payloadFile = 'growthbook.json'

/** From a GrowthBook host with the last known copy on disk, or from a payload file in the data folder that people may edit. */
export async function composeFlags(environment: Environment, onProblem: (problem: string) => void): Promise<Flags> {
  const { GROWTHBOOK_API_HOST: apiHost, GROWTHBOOK_CLIENT_KEY: clientKey, INKLING_DATA_DIR: folder } = environment
  const source =
    apiHost && clientKey
      ? await openPayloadHost({ apiHost, clientKey, store: filePayloadStore(join(folder, 'growthbook-last-known.json')), onProblem })
      : await openEmbedded(folder, onProblem)
  return { source, flags: growthBookFeatureFlags({ source, onProblem }) }
}

function openEmbedded(folder: string, onProblem: (problem: string) => void): Promise<PayloadSource> {
  readOrCreate(folder, payloadFile, () => JSON.stringify(embeddedPayload(), null, 2))
  return openPayloadFile({ path: join(folder, payloadFile), onProblem })
}

/** Everything on, and one experiment running, so that the first minute shows what flags do. */
function embeddedPayload() {
  const chef = registry.coocook.chefRecommendation
  const [control = '', treatment = ''] = Object.keys(chef.variants)
  return defaultPayload({
    products: Object.keys(registry) as Product[],
    experiments: [{ suggestion: chef.name, key: 'coocook-chef-prompt-202611', variants: [control, treatment] }],
  })
}
