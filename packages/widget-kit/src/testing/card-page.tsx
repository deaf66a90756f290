import '../styles.css'
import { StrictMode, useState } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { type AcceptResult, InklingProvider, SuggestionCard, useSuggestion } from '../index.ts'

interface Dish {
  dish: string
  note: string
}

export interface CardPageHost {
  /** Renders everything anew, with fresh objects and functions. */
  render(): void
  unmount(): void
  guests: number
  accepted: Dish[]
  edited: Dish[]
  undone: number
  keys: string[]
  /** Dishes that the host says are in use; undefined: the card decides. */
  inUse: string[] | undefined
  /** What the host does with an accept. */
  onAccept: 'apply' | 'cancel' | 'throw' | 'apply-for-good' | 'redraw'
  /** Whether the card already said so when the host began to redraw itself. */
  saidFirst: boolean | undefined
}

declare global {
  var cardHost: CardPageHost
  /** For tests that collect what the page's status says. */
  var statusTexts: string[]
}

const parameters = new URLSearchParams(location.search)

const host: CardPageHost = {
  render: () => flushSync(() => root.render(<App />)),
  unmount: () => flushSync(() => root.render(null)),
  guests: 4,
  accepted: [],
  edited: [],
  undone: 0,
  keys: [],
  inUse: undefined,
  onAccept: 'apply',
  saidFirst: undefined,
}
globalThis.cardHost = host
document.addEventListener('keydown', ({ key }) => host.keys.push(key))

async function accept(dish: Dish): Promise<AcceptResult> {
  if (host.onAccept === 'throw') throw new Error('the host is down')
  if (host.onAccept === 'cancel') return false
  host.accepted.push(dish)
  return host.onAccept === 'apply-for-good' ? undefined : () => host.undone++
}

const useDishes = (enabled: boolean) =>
  useSuggestion<Dish, { guests: number; tags: string[] }>({
    product: 'demo',
    suggestion: parameters.get('suggestion') ?? 'quick',
    context: { guests: host.guests, tags: ['a', 'b'] },
    enabled,
    prefetch: parameters.has('idle') ? 'idle' : undefined,
  })

function Card() {
  const suggestion = useDishes(!parameters.has('disabled'))
  return (
    <SuggestionCard
      className={`for-${suggestion.asked.guests}`}
      suggestion={suggestion}
      title="Dishes"
      rows={2}
      onAccept={(dish) => (host.onAccept === 'redraw' ? redrawBasket() : accept(dish))}
      accepted={host.inUse && (({ dish }) => host.inUse?.includes(dish) ?? false)}
      layout="plates"
      overview={parameters.has('overview') ? (dishes) => <p id="overview">{dishes.map(({ note }) => note).join(', ')}</p> : undefined}
      onEdit={(dish) => host.edited.push(dish)}
      fallback={<p id="fallback">The host's own dishes</p>}
      view={{
        label: ({ dish }) => dish,
        text: ({ dish, note }) => `${dish}: ${note}`,
        edit: { read: ({ note }) => note, write: (item, note) => ({ ...item, note }) },
        render: ({ dish, note }) => (
          <>
            <span className="ink-name">{dish}</span>
            <span className="ink-text">{note}</span>
          </>
        ),
      }}
    />
  )
}

let redrawBasket = () => {}

/** What a host has to draw anew when somebody takes an item. */
function Basket() {
  const [count, setCount] = useState(0)
  redrawBasket = () => setCount(count + 1)
  if (count > 0) host.saidFirst ??= document.querySelector('.ink-done') !== null
  return <p id="basket">{count}</p>
}

/** A host that shows the card on demand, and lets the kit ask ahead. */
function Drawer() {
  const [open, setOpen] = useState(false)
  const { prefetch } = useDishes(false)
  return (
    <>
      <button type="button" {...prefetch} onClick={() => setOpen(true)}>
        Ideas
      </button>
      {open && <Card />}
    </>
  )
}

function App() {
  return (
    <StrictMode>
      <InklingProvider
        getToken={async () => 'token'}
        debug={parameters.has('debug')}
        telemetry={!parameters.has('no-telemetry')}
        consent={parameters.has('no-consent') ? 'none' : 'granted'}
      >
        {parameters.has('drawer') ? <Drawer /> : <Card />}
        {parameters.has('twice') && <Card />}
        <Basket />
      </InklingProvider>
    </StrictMode>
  )
}

const root = createRoot(document.getElementById('root') as HTMLElement)
host.render()
