import { areaOf, type OperationName, toKebabCase } from '@inkling/contracts'

/** Where an operation is found over plain HTTP: a change of the limits has the limits' own address. */
export function operationPath(name: OperationName): string {
  return `/api/v1/${areaOf(name)}/${name === 'setLimit' ? 'limits' : toKebabCase(name)}`
}
