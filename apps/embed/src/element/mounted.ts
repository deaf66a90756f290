import type { GetToken } from '@inkling/widget-kit'

/** What a page sets on the element; each is undefined until then. */
export interface PageProperties {
  context: unknown
  getToken: GetToken | undefined
  /** Whether an item is in use, where the page knows better than the last press on the button. */
  accepted: ((item: unknown) => boolean) | undefined
}

/** What the loader's element hands to its product's file. */
export type HostElement = HTMLElement & PageProperties

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
