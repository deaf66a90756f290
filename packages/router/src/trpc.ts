import { CallerError, type Product } from '@inkling/contracts'
import type { Caller, FeedbackRecorder, Pipeline } from '@inkling/suggestions'
import { initTRPC, TRPCError } from '@trpc/server'
import { causeOf, errorBodyOf, errorTable } from './error-table.ts'
import type { OperatorCaller, OperatorService } from './operator-service.ts'

/** A verified product token. */
export interface ProductCaller extends Caller {
  isServer: boolean
}

/** What the composition root hands to every procedure of a request. */
export interface RouterContext {
  requestId: string
  /** Aborted when nobody waits for the answers any more. */
  left(): AbortSignal
  pipeline: Pipeline
  feedback: FeedbackRecorder
  /** Verifies the request's token. Rejects with a `CallerError`. */
  productCaller(): Promise<ProductCaller>
  /** Rejects with `quota-exceeded` where the caller is over the own quota. */
  takeFromQuota(caller: ProductCaller, kind: 'suggestion' | 'feedback'): Promise<void>
  operator(): Promise<OperatorCaller>
  operations: OperatorService
}

const trpc = initTRPC.context<RouterContext>().create({
  errorFormatter: ({ shape, error, ctx }) => {
    const inkling = errorBodyOf(causeOf(error), ctx?.requestId ?? '')
    // Neither stack nor tRPC's own message, which is a defect's or quotes the body.
    return { message: inkling.message, code: shape.code, data: { code: shape.data.code, httpStatus: shape.data.httpStatus, inkling } }
  },
})

export const createRouter = trpc.router

// The one translation of a caller's mistake into tRPC's terms.
const translated = trpc.procedure.use(async ({ next }) => {
  const result = await next()
  if (!result.ok && result.error.cause instanceof CallerError) throw toTrpcError(result.error.cause)
  return result
})

function toTrpcError(error: CallerError): TRPCError {
  return new TRPCError({ code: errorTable[error.code].trpc, message: error.message, cause: error })
}

/** For bearers of any product's token. */
export const signedInProcedure = translated.use(async ({ ctx, next }) => next({ ctx: { caller: await ctx.productCaller() } }))

/** For bearers of an operator's token; each operation says which role it takes. */
export const operatorProcedure = translated.use(async ({ ctx, next }) => next({ ctx: { operator: await ctx.operator() } }))

/**
 * What a bearer of that product's token asks. A plain step of the procedure: each middleware of tRPC costs as much as a stage of the pipeline,
 * and these are the procedures that are called for every card.
 */
export async function answerProduct<Result>(
  context: RouterContext,
  product: Product,
  answer: (caller: ProductCaller) => Promise<Result>,
): Promise<Result> {
  try {
    const caller = await context.productCaller()
    requireProduct(caller, product)
    await context.takeFromQuota(caller, 'suggestion')
    return await answer(caller)
  } catch (error) {
    throw error instanceof CallerError ? toTrpcError(error) : error
  }
}

export const publicProcedure = trpc.procedure

export function requireProduct(caller: Caller, product: Product): void {
  if (caller.product === product) return
  throw new CallerError(
    'wrong-product',
    `This token is for ${caller.product}. Mint one for ${product}: each product's token reaches that product alone.`,
  )
}
