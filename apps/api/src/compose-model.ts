import { type AnthropicLanguageModel, createAnthropicLanguageModel } from '@inkling/claude'
import { startSimulator } from './embedded/start-simulator.ts'
import type { Environment } from './env.ts'

const officialAddress = 'https://api.anthropic.com'
// The simulator takes any key; it is not a secret.
const simulatorKey = 'simulator'

export interface Model {
  model: AnthropicLanguageModel
  /** Where answers come from, for the people who start the server. */
  address: string
  close(): Promise<void>
}

/** Claude over HTTP: the real one, or the local simulator as a process of its own. */
export async function composeModel(environment: Environment): Promise<Model> {
  const { ANTHROPIC_API_KEY: apiKey, ANTHROPIC_BASE_URL: given } = environment
  if (apiKey) {
    const baseURL = given ?? officialAddress
    return {
      model: createAnthropicLanguageModel({ apiKey, baseURL, simulated: isLoopback(baseURL) }),
      address: baseURL,
      close: async () => {},
    }
  }
  const simulator = given ? { url: given, close: async () => {} } : await startSimulator(environment.SIM_PORT)
  const model = createAnthropicLanguageModel({ apiKey: simulatorKey, baseURL: simulator.url, simulated: true })
  return { model, address: simulator.url, close: () => simulator.close() }
}

/** Claude does not answer on this machine: whatever does is a stand-in, and people must see that. */
function isLoopback(address: string): boolean {
  const { hostname } = new URL(address)
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.')
}
