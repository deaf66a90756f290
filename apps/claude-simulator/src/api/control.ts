import { parseFaultRules } from '../faults/fault-rules.ts'
import type { Exchange } from './messages.ts'
import { RequestProblem } from './problem.ts'
import { readBody } from './read-body.ts'
import { sendJson } from './send-json.ts'

/** The simulator's own doors under `/_sim/`; they need no key. */
export async function handleControl(exchange: Exchange, path: string): Promise<void> {
  const { simulation, request } = exchange
  const operation = `${request.method} ${path}`
  if (operation === 'PUT /_sim/faults') return await replaceFaults(exchange)
  if (operation === 'GET /_sim/faults') return sendJson(exchange, { rules: simulation.faults.read() })
  if (operation === 'GET /_sim/bill') return sendJson(exchange, simulation.bill.read())
  if (operation === 'GET /_sim/requests') return sendJson(exchange, { requests: simulation.requests })
  if (operation === 'DELETE /_sim/faults') simulation.faults.replace([])
  else if (operation === 'DELETE /_sim/bill') simulation.bill.reset()
  else if (operation === 'DELETE /_sim/requests') simulation.requests.length = 0
  else throw new RequestProblem({ status: 404, message: `Not found: ${operation}` })
  exchange.response.writeHead(204, exchange.headers).end()
}

async function replaceFaults(exchange: Exchange): Promise<void> {
  const parsed = parseFaultRules(await readBody(exchange.request))
  if ('message' in parsed) {
    throw new RequestProblem({ status: 400, message: parsed.message, details: { field: parsed.field } })
  }
  exchange.simulation.faults.replace(parsed.rules)
  sendJson(exchange, { rules: exchange.simulation.faults.read() })
}
