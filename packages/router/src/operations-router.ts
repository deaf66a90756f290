import type { OperationName, OperationOutput, OperationSent } from '@inkling/contracts'
import { callOperation } from './operator-service.ts'
import { createRouter, operatorProcedure } from './trpc.ts'

// The shape is checked by `callOperation`, once; here it passes as it came.
function asSent<Name extends OperationName>(_name: Name) {
  return (body: unknown) => body as OperationSent<Name>
}

function query<Name extends OperationName>(name: Name) {
  return operatorProcedure
    .input(asSent(name))
    .query(({ ctx, input }): Promise<OperationOutput<Name>> => callOperation(name, ctx.operator, input, ctx.operations))
}

function mutation<Name extends OperationName>(name: Name) {
  return operatorProcedure
    .input(asSent(name))
    .mutation(({ ctx, input }): Promise<OperationOutput<Name>> => callOperation(name, ctx.operator, input, ctx.operations))
}

/** `ops.*`: for people who run the deployment. */
export const operationsRouter = createRouter({
  status: query('status'),
  limits: query('limits'),
  incidents: query('incidents'),
  attempts: query('attempts'),
  forecast: query('forecast'),
  verifyAudit: query('verifyAudit'),
  setLimit: mutation('setLimit'),
  disable: mutation('disable'),
  enable: mutation('enable'),
  hold: mutation('hold'),
  resume: mutation('resume'),
  purge: mutation('purge'),
})

/** `privacy.*`: what people may ask of whoever keeps data about them. */
export const privacyRouter = createRouter({
  erase: mutation('erase'),
  export: mutation('export'),
})
