import type { GetToken } from '@inkling/widget-kit'

/** What the loader's element hands to its product's file. */
export interface HostElement extends HTMLElement {
  /** Undefined until the page has set it. */
  context: unknown
  getToken: GetToken | undefined
}

/** A widget in its element. */
export interface Mounted {
  /** An attribute or a property has changed. */
  update(): void
  /** Asks again. */
  refresh(): void
  unmount(): void
}

/** `home` is the origin that the loader came from. */
export type Mount = (element: HostElement, root: ShadowRoot, home: string) => Mounted
