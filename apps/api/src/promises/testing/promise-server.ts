import { startSimulator } from '@inkling/claude-simulator'
import { mintWidgetToken } from '@inkling/client'
import { strictPolicy } from '@inkling/widget-kit/testing'
import type { FastifyInstance } from 'fastify'
import { type Composition, compose } from '../../compose.ts'
import { readEnvironment } from '../../env.ts'
import { createHttpServer } from '../../http.ts'
import { temporaryFolder } from '../../testing/run-server.ts'
import { type Form, type HostDocument, hostDocument } from './forms.ts'
import { type KnownOfPerson, readKnown } from './read-known.ts'
import { createReins, type Reins } from './reins.ts'

/** The whole product on this machine, embedded database and simulator included, with pages of a host beside its doors. */
export interface PromiseServer {
  origin: string
  composition: Composition
  reins: Reins
  /** Requests for answers: how many have begun, and how many connections their streams hold now and held at most. */
  streams: { begun: number; open: number; most: number }
  /** Method and path of every request for answers or with feedback. */
  requests: string[]
  /** A page of the host, at this address from now on. */
  page(form: Form, document?: HostDocument): Promise<string>
  /** What the database knows of one person. */
  knows(person: string): Promise<KnownOfPerson>
  close(): Promise<void>
}

// A test run asks far more than the budgets and rates of one person's day.
const plenty = {
  CLAUDE_DAILY_BUDGET_USD: '100',
  CLAUDE_MONTHLY_BUDGET_USD: '1000',
  CLAUDE_RATE_LIMIT_RPM: '20000',
  CLAUDE_TIMEOUT_MS: '60000',
}

/** Browsers open six HTTP/1.1 connections to an origin; what the widgets leave belongs to the host. */
export const connectionsOfTheHost = 4

type Files = Map<string, { type: string; body: string }>

export async function startPromiseServer(forms: readonly Form[]): Promise<PromiseServer> {
  const folder = temporaryFolder()
  const simulator = await startSimulator()
  const read = readEnvironment({ INKLING_DATA_DIR: folder.path, ANTHROPIC_BASE_URL: simulator.url, INKLING_LOG_LEVEL: 'silent', ...plenty })
  if ('problems' in read) throw new Error(JSON.stringify(read.problems))
  const { reins, adapt } = createReins()
  const composition = await compose(read.environment, () => {}, adapt)
  const server = await createHttpServer(composition.services)
  const streams = { begun: 0, open: 0, most: 0 }
  const requests: string[] = []
  countStreams(server, streams, requests)
  loseAnswers(server, reins)
  const documents: Files = new Map()
  for (const form of forms) await serveForm(server, form)
  await serveHost(server, composition, documents)
  const origin = await server.listen({ host: '127.0.0.1', port: 0 })
  return {
    ...{ origin, composition, reins, streams, requests },
    async page(form, document = {}) {
      const path = `/host/pages/${form.name}-${documents.size}`
      documents.set(path, {
        type: 'text/html; charset=utf-8',
        body: hostDocument(form, document, `${path}.css`, await form.markup(document.rendered ?? [])),
      })
      documents.set(`${path}.css`, { type: 'text/css', body: document.css ?? '' })
      return origin + path
    },
    knows: (person) => readKnown(composition.database, composition.services.userKey('coocook', person)),
    async close() {
      await server.close()
      await composition.close()
      await simulator.close()
      folder.remove()
    },
  }
}

/** Over HTTP/1.1 a request under way holds one of the browser's six connections. */
function countStreams(server: FastifyInstance, streams: PromiseServer['streams'], requests: string[]) {
  server.addHook('onRequest', async (request, reply) => {
    if (request.method === 'OPTIONS') return
    const path = request.url.split('?')[0] ?? ''
    if (path.startsWith('/trpc/') || path === '/api/v1/feedback') requests.push(`${request.method} ${path}`)
    if (!path.startsWith('/trpc/')) return
    streams.begun++
    streams.open++
    streams.most = Math.max(streams.most, streams.open)
    reply.raw.once('close', () => streams.open--)
  })
}

/** The events did not arrive, or they arrived and their sender does not learn it. */
function loseAnswers(server: FastifyInstance, reins: Reins) {
  server.addHook('onRequest', async (request, reply) => {
    if (reins.feedback === 'unavailable' && request.method === 'POST' && request.url === '/api/v1/feedback') return reply.code(503).send()
  })
  server.addHook('onSend', async (request, reply) => {
    if (reins.feedback === 'answers-are-lost' && request.method === 'POST' && request.url === '/api/v1/feedback') reply.raw.destroy()
  })
}

async function serveForm(server: FastifyInstance, form: Form) {
  for (const [path, { type, body }] of Object.entries(await form.build())) {
    server.get(`/host/${form.name}${path}`, async (_request, reply) => reply.type(type).send(body))
  }
}

async function serveHost(server: FastifyInstance, composition: Composition, documents: Files) {
  server.get<{ Params: { '*': string } }>('/host/pages/*', async (request, reply) => {
    const { type, body } = documents.get(request.url.split('?')[0] ?? '') ?? { type: 'text/html', body: '' }
    return reply.header('content-security-policy', strictPolicy).type(type).send(body)
  })
  server.get<{ Querystring: { user: string } }>('/host/token', async (request) => {
    const [secret = ''] = composition.services.secrets.tokens.of('coocook')
    return mintWidgetToken(secret, { product: 'coocook', userId: request.query.user })
  })
  // What the host itself asks its server while widgets stream: answered when four such requests are there at once.
  let together: (() => void)[] = []
  server.get('/host/together', async () => {
    await new Promise<void>((resolve) => {
      together.push(resolve)
      if (together.length < connectionsOfTheHost) return
      for (const answer of together) answer()
      together = []
    })
    return 'together'
  })
  server.get('/host/elsewhere', async (_request, reply) => reply.type('text/html').send('<title>Elsewhere</title>'))
  server.get('/favicon.ico', async (_request, reply) => reply.code(204).send())
}
