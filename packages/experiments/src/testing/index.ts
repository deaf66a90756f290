export { type HostBehaviour, startGrowthBookHost } from './growthbook-host.ts'
