import { startSimulator } from '@inkling/claude-simulator'

// A million calls a minute: the simulator's own limits are not what is measured.
const unlimited = { requestsPerMinute: 1e6, inputTokensPerMinute: 1e10, outputTokensPerMinute: 1e10 }
const latency = process.env.SIM_LATENCY === 'realistic' ? 'realistic' : 'none'
const { url } = await startSimulator({ port: 0, latency, rateLimits: unlimited })
process.send?.({ url })
