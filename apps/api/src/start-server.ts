import { connect } from 'node:net'
import { systemClock } from '@inkling/suggestions'
import type { Ports } from '@inkling/suggestions/ports'
import { compose } from './compose.ts'
import type { Environment } from './env.ts'
import { createHttpServer } from './http.ts'

export interface RunningServer {
  url: string
  modelAddress: string
  reloadSecrets(): void
  /** Finishes what is under way, writes what is buffered, closes. */
  close(): Promise<void>
}

/**
 * Composes everything and listens. Rejects with one sentence where the configuration or a port does not allow it. `adapt` lets a test stand
 * in for a port.
 */
export async function startServer(
  environment: Environment,
  progress: (what: string) => void = () => {},
  adapt?: (ports: Ports) => Ports,
): Promise<RunningServer> {
  const { HOST: host, PORT: port } = environment
  // Before anything is opened: the usual cause is a server that already runs on the same data folder.
  if (await isTaken(host, port)) throw portTaken(host, port)
  const composition = await compose(environment, progress, adapt)
  const server = await createHttpServer(composition.services)
  try {
    progress('Opening the doors')
    await server.listen({ host, port })
  } catch (error) {
    await server.close()
    await composition.close()
    throw (error as NodeJS.ErrnoException).code === 'EADDRINUSE' ? portTaken(host, port) : error
  }
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    modelAddress: composition.modelAddress,
    reloadSecrets: composition.reloadSecrets,
    async close() {
      composition.beginStopping()
      // Whoever routes here looks at /readyz now and then; until it has, requests still come and are answered.
      await systemClock.wait(environment.INKLING_STOP_DELAY_MS)
      await server.close()
      await composition.close()
    },
  }
}

export function describeAddresses(environment: Environment, server: RunningServer): string {
  const open = environment.embedded && !['127.0.0.1', '::1', 'localhost'].includes(environment.HOST)
  const claude = environment.ANTHROPIC_API_KEY ? 'Claude' : 'the local simulator; its answers are marked'
  return `
  Inkling is ready.

    Playground          ${server.url}/
    API documentation   ${server.url}/api/docs
    Answers come from   ${server.modelAddress} (${claude})
    Data                ${environment.DATABASE_URL ? 'Postgres' : environment.INKLING_DATA_DIR}

${open ? `  In the embedded mode whoever reaches ${environment.HOST} gets a token of the playground. Keep this address within your own network.\n` : ''}  Ctrl-C stops it; started again, it has lost nothing.
`
}

function portTaken(host: string, port: number): Error {
  return new Error(`Port ${port} on ${host} is taken. Stop what listens there, or set PORT to another one.`)
}

function isTaken(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: host === '0.0.0.0' ? '127.0.0.1' : host, port })
    const answer = (taken: boolean) => {
      socket.destroy()
      resolve(taken)
    }
    socket.once('connect', () => answer(true))
    socket.once('error', () => answer(false))
  })
}
