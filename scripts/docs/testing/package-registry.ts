import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { basename, join } from 'node:path'
import type { PackedPackage } from '../../build/pack-packages.ts'

export interface PackageRegistry {
  url: string
  close(): Promise<void>
}

/** A registry for our own packages, as a company's would answer npm: one version of each, from its tarball. */
export async function startPackageRegistry(packed: readonly PackedPackage[]): Promise<PackageRegistry> {
  const tarballs = new Map(packed.map(({ tarball }) => [`/${basename(tarball)}`, readFileSync(tarball)]))
  let url = ''
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url ?? '/')
    const found = packed.find(({ name }) => path === `/${name}`)
    const tarball = tarballs.get(path)
    if (found) response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(documentOf(found, url)))
    else if (tarball) response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(tarball)
    else response.writeHead(404).end('{}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function documentOf({ name, folder, tarball }: PackedPackage, url: string) {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
  const integrity = `sha512-${createHash('sha512').update(readFileSync(tarball)).digest('base64')}`
  const version = { ...manifest, dist: { tarball: `${url}/${basename(tarball)}`, integrity } }
  return { name, 'dist-tags': { latest: manifest.version }, versions: { [manifest.version]: version } }
}
