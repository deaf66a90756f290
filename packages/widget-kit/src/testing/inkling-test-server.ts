import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import type { AnswerEvent, ErrorBody, FeedbackEvent } from '@inkling/contracts'
import { initTRPC, TRPCError } from '@trpc/server'
import { createHTTPHandler } from '@trpc/server/adapters/standalone'

export interface Asked {
  /** `<product>.<suggestion>` */
  name: string
  context: unknown
  token: string
  /** The header of that name, if there was one. */
  consent: string | undefined
}

export interface InklingTestServer {
  origin: string
  /** Each call of a suggestion, in order of arrival. */
  asked: Asked[]
  /** Method and URL of each request to the tRPC door. */
  trpcRequests: string[]
  /** Feedback by id, as a server that ignores repeated ids keeps it. */
  feedback: Map<string, FeedbackEvent>
  /** Ids as they came in, repeated ones too. */
  feedbackIds: string[]
  feedbackBodies: string[]
  /** Requests to the feedback door, whatever became of them. */
  feedbackRequests: number
  /** Answers the next feedback requests with these statuses before it works again. */
  failFeedback: { status: number; headers?: Record<string, string> }[]
  /** Tokens that are refused with 401. */
  refusedTokens: Set<string>
  /** Starts over with what was asked and fed back. */
  forget(): void
  close(): Promise<void>
}

export interface TestServerOptions {
  /** By `<product>.<suggestion>`: what the server streams. */
  answers: Record<string, (context: unknown, call: { signal: AbortSignal | undefined }) => AsyncIterable<AnswerEvent>>
  /** Served as they are, by path; '/' first of all. */
  pages?: Record<string, { type: string; body: string }>
}

// The strictest a host can have: whatever a widget does under it, it does without a nonce.
export const strictPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'"

class Refusal extends Error {
  readonly code: ErrorBody['code']
  constructor(code: ErrorBody['code']) {
    super(code)
    this.code = code
  }
}

/** A real tRPC server with the two doors that a widget uses. Listens on a free port of 127.0.0.1. */
export async function startInklingTestServer({ answers, pages = {} }: TestServerOptions): Promise<InklingTestServer> {
  const server: InklingTestServer = {
    origin: '',
    asked: [],
    trpcRequests: [],
    feedback: new Map(),
    feedbackIds: [],
    feedbackBodies: [],
    feedbackRequests: 0,
    failFeedback: [],
    refusedTokens: new Set(),
    forget() {
      for (const list of [server.asked, server.trpcRequests, server.feedbackIds, server.feedbackBodies, server.failFeedback])
        list.length = 0
      server.feedback.clear()
      server.refusedTokens.clear()
      server.feedbackRequests = 0
    },
    close: () =>
      new Promise((resolve) => {
        http.close(() => resolve())
        http.closeAllConnections()
      }),
  }

  const trpc = createHTTPHandler({
    basePath: '/trpc/',
    router: createRouter(server, answers),
    allowMethodOverride: true,
    createContext: ({ req }) => ({ token: bearer(req), consent: req.headers['x-inkling-consent']?.toString() }),
  })
  const http = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/'
    const page = pages[path]
    allowOtherOrigins(response)
    if (request.method === 'OPTIONS') return void response.writeHead(204).end()
    if (path.startsWith('/trpc/')) {
      server.trpcRequests.push(`${request.method} ${request.url}`)
      return void trpc(request, response)
    }
    if (path === '/api/v1/feedback') return void takeFeedback(server, request, response)
    if (page) return void response.writeHead(200, { 'content-type': page.type, 'content-security-policy': strictPolicy }).end(page.body)
    response.writeHead(path === '/favicon.ico' ? 204 : 404).end()
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  server.origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
  return server
}

function createRouter(server: InklingTestServer, answers: TestServerOptions['answers']) {
  const t = initTRPC.context<Pick<Asked, 'token' | 'consent'>>().create({
    errorFormatter: ({ shape, error }) => ({
      ...shape,
      data: {
        ...shape.data,
        inkling: error.cause instanceof Refusal ? { code: error.cause.code, message: 'refused', requestId: 'r1' } : undefined,
      },
    }),
  })
  const products: Record<string, Record<string, ReturnType<typeof procedure>>> = {}
  function procedure(name: string) {
    return t.procedure
      .input((input: unknown) => input)
      .query(async function* ({ input, ctx, signal }) {
        if (!ctx.token || server.refusedTokens.has(ctx.token)) {
          throw new TRPCError({ code: 'UNAUTHORIZED', cause: new Refusal(ctx.token ? 'expired-token' : 'missing-token') })
        }
        server.asked.push({ name, context: input, ...ctx })
        const answer = answers[name]
        if (answer) yield* answer(input, { signal })
      })
  }
  for (const name of Object.keys(answers)) {
    const [product = '', suggestion = ''] = name.split('.')
    products[product] = { ...products[product], [suggestion]: procedure(name) }
  }
  return t.router({ suggestStream: t.router(products) })
}

async function takeFeedback(server: InklingTestServer, request: IncomingMessage, response: ServerResponse) {
  server.feedbackRequests++
  const body = await text(request)
  const fault = server.failFeedback.shift()
  const token = bearer(request)
  if (fault) return response.writeHead(fault.status, fault.headers).end('{}')
  if (!token || server.refusedTokens.has(token)) return response.writeHead(401).end('{}')
  server.feedbackBodies.push(body)
  const { events } = JSON.parse(body) as { events: FeedbackEvent[] }
  const accepted: string[] = []
  const rejected: { id: string; code: string }[] = []
  for (const event of events) {
    server.feedbackIds.push(event.id)
    if (event.suggestionId.startsWith('foreign')) rejected.push({ id: event.id, code: 'invalid-suggestion-id' })
    else {
      server.feedback.set(event.id, event)
      accepted.push(event.id)
    }
  }
  return response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ accepted, rejected }))
}

function bearer(request: IncomingMessage): string {
  return request.headers.authorization?.replace(/^Bearer /, '') ?? ''
}

function allowOtherOrigins(response: ServerResponse) {
  response.setHeader('access-control-allow-origin', '*')
  response.setHeader('access-control-allow-headers', 'authorization, content-type, trpc-accept, x-inkling-consent')
  response.setHeader('access-control-max-age', '600')
}
