import { readEnvironment } from './env.ts'
import { type Simulator, startSimulator } from './start-simulator.ts'

function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

function sentenceFor(error: unknown, host: string, port: number): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'EADDRINUSE') return `The port ${port} is taken: stop the other program or set SIM_PORT to a free port.`
  if (code === 'EACCES') return `The port ${port} needs more rights: set SIM_PORT to a port above 1023.`
  return `The simulator cannot listen on ${host}:${port} (${code || String(error)}): check HOST and SIM_PORT.`
}

const environment = readEnvironment()
if ('mistake' in environment) fail(environment.mistake)
const { host, port, latency, requestsPerMinute } = environment
const simulator: Simulator = await startSimulator({
  host,
  port,
  latency,
  ...(requestsPerMinute === undefined ? {} : { rateLimits: { requestsPerMinute } }),
}).catch((error: unknown) => fail(sentenceFor(error, host, port)))

async function stop(): Promise<void> {
  await simulator.close()
  process.exit(0)
}
process.once('SIGINT', stop)
process.once('SIGTERM', stop)
process.stderr.write(`The Claude simulator listens on ${simulator.url}\n`)
if (process.send !== undefined) {
  process.once('disconnect', stop)
  process.send({ type: 'ready', url: simulator.url })
}
