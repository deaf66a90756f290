import { readFile } from 'node:fs/promises'
import { type BilledRequest, parseUsd } from '@inkling/cost'
import { z } from 'zod'

const billSchema = z.object({
  entries: z.array(z.object({ requestId: z.string().min(1), usd: z.string() })),
})

// A bill of a busy month; a server that never ends its answer is none.
const longestFetchMilliseconds = 60_000

/**
 * A bill by request: `{ "entries": [{ "requestId", "usd" }] }`, from a file or an address, as the simulator gives it at `/_sim/bill` and as an
 * export of the provider's usage is written. Throws one sentence.
 */
export async function readBill(source: string): Promise<BilledRequest[]> {
  const text = await (/^https?:\/\//.test(source) ? fetchText(source) : readFile(source, 'utf8')).catch((error: Error) => {
    throw new Error(`The bill ${source} cannot be read: ${error.message}`)
  })
  const parsed = billSchema.safeParse(parseJson(source, text))
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!
    throw new Error(
      `${source} is no bill: the field "${issue.path.join('.')}" ${issue.message}. It must be { "entries": [{ "requestId", "usd" }] }.`,
    )
  }
  return parsed.data.entries.map(({ requestId, usd }, index) => {
    const billed = parseUsd(usd)
    if (billed === undefined) throw new Error(`${source}: entries.${index}.usd is "${usd}"; it must be a plain amount such as "0.000123".`)
    return { requestId, billed }
  })
}

async function fetchText(url: string): Promise<string> {
  const response = await fetch(url, { signal: AbortSignal.timeout(longestFetchMilliseconds) })
  if (!response.ok) throw new Error(`it answers with ${response.status}`)
  return response.text()
}

function parseJson(source: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Error(`${source} is no bill: it is not JSON.`)
  }
}
