import type { HostElement, Mounted, PageProperties } from '../element/mounted.ts'
import { products } from './build-constants.ts'
import { loadProduct } from './load-product.ts'
import { whenNear } from './when-near.ts'

const attributes = ['product', 'suggestion', 'endpoint', 'locale', 'theme', 'consent', 'telemetry', 'context', 'token-url', 'title-text']

/** What a page may set before the element is upgraded. */
const properties = ['context', 'getToken', 'accepted'] as const

// Nothing of the page but what the host's own children inherit: until an answer has come, they look as if the element were not there.
const outside = new CSSStyleSheet()
outside.replaceSync(
  ':host{all:unset!important;display:block!important;margin:0!important}:host([hidden]),slot[hidden]{display:none!important}',
)

/** Defines the element, unless the page has one of this name: whoever came first keeps it. */
export function defineElement(name: string, loader: HTMLScriptElement | undefined): void {
  if (customElements.get(name)) return

  class InklingSuggestions extends HTMLElement implements HostElement {
    static observedAttributes = attributes
    #page: Partial<PageProperties> = {}
    #mounted: Mounted | undefined
    #giveUp = () => {}
    declare context: unknown
    declare getToken: PageProperties['getToken']
    declare accepted: PageProperties['accepted']

    static {
      for (const property of properties) {
        Object.defineProperty(InklingSuggestions.prototype, property, {
          ...{ configurable: true, enumerable: true },
          get(this: InklingSuggestions) {
            return this.#page[property]
          },
          set(this: InklingSuggestions, value: never) {
            this.#page[property] = value
            this.#mounted?.update()
          },
        })
      }
    }

    /** Asks again. */
    refresh() {
      if (this.#mounted) this.#mounted.refresh()
      else if (this.isConnected) this.#start()
    }

    connectedCallback() {
      for (const property of properties) {
        if (!Object.hasOwn(this, property)) continue
        const value = this[property] as never
        // An own property of the element before its upgrade hides the accessor.
        delete (this as Partial<PageProperties>)[property]
        this[property] = value
      }
      if (!this.shadowRoot) {
        const root = this.attachShadow({ mode: 'open' })
        root.adoptedStyleSheets = [outside]
        root.append(document.createElement('slot'))
      }
      this.#start()
    }

    disconnectedCallback() {
      // An element that is moved within the page is connected again before this runs.
      queueMicrotask(() => {
        if (!this.isConnected) this.#stop()
      })
    }

    attributeChangedCallback(attribute: string, before: string | null, after: string | null) {
      if (before === after) return
      if (attribute !== 'product') return this.#mounted?.update()
      this.#stop()
      if (this.isConnected && this.shadowRoot) this.#start()
    }

    #stop() {
      this.#giveUp()
      this.#mounted?.unmount()
      this.#mounted = undefined
    }

    #start() {
      if (this.#mounted) return
      this.#giveUp()
      let wanted = true
      const leave = whenNear(this, () => void load())
      this.#giveUp = () => {
        wanted = false
        leave()
      }
      const load = async () => {
        const product = this.getAttribute('product') ?? ''
        if (!Object.hasOwn(products, product)) {
          const message = `<${name} product="${product}">: the product is one of ${Object.keys(products).join(', ')}`
          reportError(new TypeError(message))
          return this.#fail('unknown-product', message)
        }
        try {
          const mount = await loadProduct(product, loader)
          if (wanted && this.shadowRoot) this.#mounted = mount(this, this.shadowRoot, new URL(loader?.src ?? '', document.baseURI).origin)
        } catch (cause) {
          if (wanted) this.#fail('unavailable', `${cause} did not load, or is not what was published`)
        }
      }
    }

    #fail(code: string, message: string) {
      const detail = { product: this.getAttribute('product'), suggestion: this.getAttribute('suggestion'), code, message }
      this.dispatchEvent(new CustomEvent('inkling:failure', { bubbles: true, composed: true, detail }))
    }
  }

  customElements.define(name, InklingSuggestions)
}
