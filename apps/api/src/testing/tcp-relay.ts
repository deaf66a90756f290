import { connect, createServer, type Socket } from 'node:net'

/** A relay in front of a real server, so that a test can take it away and bring it back without touching the server. */
export class TcpRelay {
  readonly #target: { host: string; port: number }
  readonly #port: number
  readonly #sockets = new Set<Socket>()
  #server: ReturnType<typeof createServer> | undefined

  constructor(port: number, target: { host: string; port: number }) {
    this.#port = port
    this.#target = target
  }

  async open(): Promise<void> {
    const server = createServer((near) => {
      const far = connect(this.#target)
      for (const socket of [near, far]) {
        this.#sockets.add(socket)
        socket.on('error', () => socket.destroy())
        socket.once('close', () => {
          this.#sockets.delete(socket)
          near.destroy()
          far.destroy()
        })
      }
      near.pipe(far).pipe(near)
    })
    await new Promise<void>((resolve) => server.listen(this.#port, '127.0.0.1', resolve))
    this.#server = server
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy()
    const server = this.#server
    this.#server = undefined
    if (server) await new Promise((resolve) => server.close(resolve))
  }
}
