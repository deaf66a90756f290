/** One widget on a page that the tests of the promises open, in whichever form. */
export interface PromiseWidget {
  /** Within CooCook, camelCase. */
  suggestion: 'chefRecommendation' | 'menuCuration' | 'reviewTemplate'
  /** What the host hands over, as the component's props or the element's properties. */
  context: Record<string, unknown>
}

export interface PromisePage {
  widgets: readonly PromiseWidget[]
  theme?: 'auto' | 'light' | 'dark' | 'host'
  consent?: 'granted' | 'none'
}

/** What such a page lets a test do and see, as `window.host`: the same in every form of the widgets. */
export interface PromiseHost {
  /** Shows these widgets and no others, with fresh objects and functions; those that stay are not replaced. */
  show(page: PromisePage): void
  /** What the host does when somebody accepts an item. */
  onAccept: 'apply' | 'cancel' | 'throw'
  /** What the host keeps for its user; an accept adds to it, an undo takes that away. */
  state: { items: unknown[]; texts: Record<string, string> }
  /** The host's shortcuts that fired. */
  keys: string[]
}

export interface PromiseHostParts {
  /** The name under which the script was loaded: loaded twice, it is two copies of everything, as two versions of the package are. */
  name: string
  /** The host's place for its widgets. */
  place: HTMLElement
  getToken: () => Promise<string>
  /** False: the host does not take the item. */
  accept: (item: unknown) => false | (() => void)
}

/** Puts a host into `window`, for the form of widgets whose `show` it is. `scriptUrl` is the page script's `import.meta.url`. */
export function putPromiseHost(scriptUrl: string, createShow: (parts: PromiseHostParts) => PromiseHost['show']): void {
  const name = new URL(scriptUrl).searchParams.get('name') ?? 'host'
  const user = new URLSearchParams(location.search).get('user') ?? 'user-1'
  const host: PromiseHost = {
    show: (page) => show(structuredClone(page)),
    onAccept: 'apply',
    state: { items: [], texts: { note: 'Bring candles.' } },
    keys: [],
  }
  const show = createShow({
    name,
    place: document.getElementById(`${name}-root`) as HTMLElement,
    getToken: () => fetch(`/host/token?user=${user}`).then((response) => response.text()),
    accept(item) {
      if (host.onAccept === 'throw') throw new Error('the host is down')
      if (host.onAccept === 'cancel') return false
      const { items } = host.state
      items.push(item)
      return () => {
        items.splice(items.indexOf(item), 1)
      }
    },
  })
  for (const type of ['keydown', 'keyup', 'keypress'] as const) {
    document.addEventListener(type, ({ key }) => host.keys.push(`${type} ${key}`))
  }
  Object.assign(window, { [name]: host })
}
