import {
  CallerError,
  type OperationInput,
  type OperationName,
  type OperationOutput,
  type OperatorRole,
  operations,
  operatorRoles,
  parseOperationInput,
} from '@inkling/contracts'

/** A verified operator's token. */
export interface OperatorCaller {
  name: string
  role: OperatorRole
}

/** What the composition root does for operators. Rejects with a `CallerError`: `invalid-input`, or `unavailable` while Postgres is away. */
export type OperatorService = {
  [Name in OperationName]: (operator: OperatorCaller, input: OperationInput<Name>) => Promise<OperationOutput<Name>>
}

/** The one way into an operation, whatever door it came through: role, shape, act. */
export async function callOperation<Name extends OperationName>(
  name: Name,
  operator: OperatorCaller,
  body: unknown,
  service: OperatorService,
): Promise<OperationOutput<Name>> {
  const { role } = operations[name]
  if (operatorRoles.indexOf(operator.role) < operatorRoles.indexOf(role)) {
    throw new CallerError('forbidden', `A token with the role "${operator.role}" may not do this; "${role}" may.`)
  }
  return service[name](operator, parseOperationInput(name, body))
}
