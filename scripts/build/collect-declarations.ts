import { posix } from 'node:path'
import { findSpecifiers } from './find-specifiers.ts'

export interface DeclarationSources {
  /** The text of a declaration file by its path relative to the root (`packages/cost/src/usd.d.ts`); undefined where there is none. */
  read: (path: string) => string | undefined
  /** The declaration file behind an entry of a package of ours that is not published; undefined for every other specifier. */
  resolvePrivate: (specifier: string) => string | undefined
}

/**
 * The declaration files that `entry` reaches, ready to be published: by path in the output, with every import of a package of ours that is
 * not published turned into a relative one. Own files keep their place below `src`, those of other packages stand in `internal/`.
 */
export function collectDeclarations(entry: string, { read, resolvePrivate }: DeclarationSources): Map<string, string> {
  const source = entry.slice(0, entry.indexOf('/src/') + '/src/'.length)
  const placeOf = (path: string) =>
    path.startsWith(source) ? path.slice(source.length) : `internal/${path.replace('/src/', '/').slice(path.indexOf('/') + 1)}`
  const collected = new Map<string, string>()
  const queue = [entry]
  for (const path of queue) {
    if (collected.has(placeOf(path))) continue
    const text = read(path)
    if (text === undefined) throw new Error(`${entry} needs ${path}, which the compiler did not write`)
    let rewritten = ''
    let done = 0
    for (const { value, start, end } of findSpecifiers(path, text)) {
      const target = value.startsWith('.') ? declarationOf(posix.join(posix.dirname(path), value)) : resolvePrivate(value)
      if (!target) continue
      queue.push(target)
      rewritten += `${text.slice(done, start)}'${relative(placeOf(path), placeOf(target)).replace(/\.d\.ts$/, '.js')}'`
      done = end
    }
    collected.set(placeOf(path), rewritten + text.slice(done))
  }
  return collected
}

/** `usd.ts` and `usd.js` are declared in `usd.d.ts`. */
export const declarationOf = (path: string) => path.replace(/\.(ts|tsx|js)$/, '.d.ts')

function relative(from: string, to: string): string {
  const path = posix.relative(posix.dirname(from), to)
  return path.startsWith('.') ? path : `./${path}`
}
