import { startSimulator } from '@inkling/claude-simulator'

// A million calls a minute: the simulator's own limits are not what is measured.
const unlimited = { requestsPerMinute: 1e6, inputTokensPerMinute: 1e10, outputTokensPerMinute: 1e10 }
const { url } = await startSimulator({ port: 0, latency: 'none', rateLimits: unlimited })
process.send?.({ url })
