import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

interface Manifest {
  current: string
  releases: { release: string; files: Record<string, { integrity: string }> }[]
}

type Pages = Record<string, { type: string; body: string }>

// Built by `npm test` before the tests begin.
const folder = fileURLToPath(new URL('../../dist/v1/', import.meta.url))
const manifest = JSON.parse(readFileSync(`${folder}manifest.json`, 'utf8')) as Manifest

export const currentRelease = manifest.current
const files = Object.keys(manifest.releases[0]?.files ?? {})

/** The built files at the addresses at which the server publishes them. */
export function publishedFiles(): Pages {
  const pages: Pages = { '/embed/v1/inkling.js': script('inkling.js') }
  for (const name of files) pages[`/embed/v1/${currentRelease}/${name}`] = script(`${currentRelease}/${name}`)
  return pages
}

/** The same as another release would publish it, with a loader of its own. */
export function otherRelease(release: string): Pages {
  const pages: Pages = {}
  for (const [path, { type, body }] of Object.entries(publishedFiles()))
    if (path.includes(currentRelease))
      pages[path.replace(currentRelease, release)] = { type, body: body.replaceAll(currentRelease, release) }
  return pages
}

export const loaderIntegrity = manifest.releases[0]?.files['inkling.js']?.integrity ?? ''

const script = (path: string) => ({ type: 'text/javascript', body: readFileSync(folder + path, 'utf8') })
