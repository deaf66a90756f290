export { type DefaultPayloadOptions, defaultPayload, type PromptExperiment } from './default-payload.ts'
export { ExposureDeduplication } from './exposure-deduplication.ts'
export { filePayloadStore } from './file-payload-store.ts'
export { type GrowthBookFeatureFlagsOptions, growthBookFeatureFlags } from './growthbook-feature-flags.ts'
export {
  checkPayload,
  type ParsedPayload,
  type Payload,
  type PayloadSource,
  type PayloadStatus,
  type PayloadStore,
  parsePayload,
} from './payload.ts'
export { openPayloadFile, type PayloadFileOptions } from './payload-file.ts'
export { openPayloadHost, type PayloadHostOptions } from './payload-host.ts'
