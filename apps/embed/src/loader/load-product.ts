import type { Mount } from '../element/mounted.ts'
import { products, release } from './build-constants.ts'

/**
 * Loads what a product is made of, once a page. Each file is checked against the digest that the loader carries: a preload with `integrity` puts
 * the checked module into the page's module map, and the import takes it from there. Rejects when a file is missing or altered.
 */
export function loadProduct(product: string, loader: HTMLScriptElement | undefined): Promise<Mount> {
  const files = products[product] ?? []
  // Beside `inkling.js` lies a folder for each version; the pinned loader lies in its own.
  const folder = (loader?.src ?? '').replace(new RegExp(`(${release}/)?[^/]*$`), `${release}/`)
  return Promise.all(files.map(([file, integrity]) => preload(folder + file, integrity, loader?.nonce ?? '')))
    .then((urls) => import(/* @vite-ignore */ urls.at(-1) ?? '') as Promise<{ mount: Mount }>)
    .then(({ mount }) => mount)
}

const preloaded = new Map<string, Promise<string>>()

/** Resolves with the address. */
function preload(url: string, integrity: string, nonce: string): Promise<string> {
  const known = preloaded.get(url)
  if (known) return known
  const loading = new Promise<string>((resolve, reject) => {
    const link = Object.assign(document.createElement('link'), { rel: 'modulepreload', crossOrigin: '', integrity, nonce, href: url })
    // The module map of the page has it now; its head is as it was.
    link.onload = () => {
      link.remove()
      resolve(url)
    }
    // For good: a module that failed once stays failed in its page.
    link.onerror = () => reject(url)
    document.head.append(link)
  })
  preloaded.set(url, loading)
  return loading
}
