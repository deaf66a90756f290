import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CallerError } from '@inkling/contracts'
import type { FastifyInstance } from 'fastify'

const builtFolder = fileURLToPath(new URL('../../../embed/dist/v1', import.meta.url))

const types: Record<string, string> = { '.js': 'text/javascript; charset=utf-8', '.json': 'application/json; charset=utf-8' }
/** Best first; the builder writes them beside each file. */
const encodings = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const

// A new version reaches every page within minutes, and an outage of this server does not show on pages that were there before.
const shortLived = 'public, max-age=300, stale-while-revalidate=86400'
const forEver = 'public, max-age=31536000, immutable'

interface PublishedFile {
  type: string
  cacheControl: string
  /** Of the content, since equal builds have equal bytes on every replica, and different ones may have equal sizes and dates. */
  digest: string
  /** By encoding; '' is the file as it is. */
  bodies: ReadonlyMap<string, Buffer>
}

/** `/embed/v1/...`: what a script tag on a page of any origin loads. */
export function embedDoor(server: FastifyInstance, folder = builtFolder): void {
  const files = new Map(existsSync(folder) ? [...readPublished(folder)] : [])
  server.get<{ Params: { '*': string } }>('/embed/v1/*', (request, reply) => {
    // Also on an error: the browser of a foreign page should be able to tell that the file is missing.
    reply
      .header('access-control-allow-origin', '*')
      .header('cross-origin-resource-policy', 'cross-origin')
      .header('timing-allow-origin', '*')
    const file = files.get(request.params['*'])
    if (!file)
      throw new CallerError(
        'not-found',
        files.size === 0
          ? 'The script-tag form is not built. Run "npm run build -- embed" and start the server again.'
          : 'There is no such file, or its release is no longer kept. /embed/v1/manifest.json lists what there is.',
      )
    const accepted = (request.headers['accept-encoding'] ?? '').split(',').map((part) => part.split(';')[0]?.trim())
    const encoding = encodings.map(([name]) => name).find((name) => accepted.includes(name) && file.bodies.has(name)) ?? ''
    const etag = `"${file.digest}${encoding && `-${encoding}`}"`
    reply.header('etag', etag).header('cache-control', file.cacheControl).header('vary', 'accept-encoding').type(file.type)
    if (encoding) reply.header('content-encoding', encoding)
    const known = (request.headers['if-none-match'] ?? '').split(',').map((part) => part.trim().replace(/^W\//, ''))
    if (known.includes(etag)) return reply.code(304).send()
    return reply.send(file.bodies.get(encoding))
  })
}

function* readPublished(folder: string, prefix = ''): Generator<[string, PublishedFile]> {
  for (const entry of readdirSync(join(folder, prefix), { withFileTypes: true })) {
    if (entry.isDirectory()) yield* readPublished(folder, `${prefix}${entry.name}/`)
    const type = types[extname(entry.name)]
    if (!entry.isFile() || !type) continue
    const path = join(folder, prefix, entry.name)
    const bodies = new Map([['', readFileSync(path)]])
    for (const [encoding, ending] of encodings) if (existsSync(path + ending)) bodies.set(encoding, readFileSync(path + ending))
    const digest = createHash('sha256')
      .update(bodies.get('') ?? '')
      .digest('base64url')
    yield [prefix + entry.name, { type, bodies, digest, cacheControl: prefix === '' ? shortLived : forEver }]
  }
}
