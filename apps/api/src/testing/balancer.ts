import { connect, createServer, type Socket } from 'node:net'

/** A load balancer as deployments have one: connections go to the replicas in turn whose `/readyz` says 200, and to the next where one refuses. */
export interface Balancer {
  url: string
  close(): Promise<void>
}

const lookEveryMilliseconds = 50

export async function startBalancer(urls: readonly string[]): Promise<Balancer> {
  const ready = new Map(urls.map((url) => [url, true]))
  const sockets = new Set<Socket>()
  let next = 0
  const look = setInterval(() => {
    for (const url of urls) {
      const answered = fetch(`${url}/readyz`, { signal: AbortSignal.timeout(1_000) }).then(
        async (response) => {
          await response.arrayBuffer()
          return response.status === 200
        },
        () => false,
      )
      void answered.then((isReady) => ready.set(url, isReady))
    }
  }, lookEveryMilliseconds)

  function pass(near: Socket, tries: number): void {
    const candidates = urls.filter((url) => ready.get(url))
    const target = candidates[next++ % candidates.length]
    if (target === undefined || tries === 0) return void near.destroy()
    const far = connect(Number(new URL(target).port), '127.0.0.1')
    far.once('error', () => (far.connecting || far.bytesRead === 0 ? pass(near, tries - 1) : near.destroy()))
    far.once('connect', () => {
      far.removeAllListeners('error')
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        sockets.add(one)
        one.on('error', () => other.destroy())
        one.once('close', () => {
          sockets.delete(one)
          other.destroy()
        })
      }
      near.pipe(far).pipe(near)
    })
  }

  const server = createServer((near) => {
    near.on('error', () => near.destroy())
    pass(near, urls.length)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as { port: number }).port}`,
    async close() {
      clearInterval(look)
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
