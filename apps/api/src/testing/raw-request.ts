import { connect, type Socket } from 'node:net'

/** Bytes as an attacker would send them; everything that came back until the other side closed. */
export async function sendRaw(port: number, bytes: string | Buffer, feed?: (socket: Socket) => void): Promise<string> {
  const socket = connect({ port, host: '127.0.0.1' })
  let received = ''
  socket.setEncoding('latin1').on('data', (chunk) => {
    received += chunk
  })
  // Whoever is cut off in the middle of writing sees a broken pipe; what counts is what came back.
  socket.on('error', () => {})
  socket.write(bytes)
  feed?.(socket)
  await new Promise((resolve) => socket.once('close', resolve))
  return received
}

/** Status lines of all answers on the connection. */
export function statusesOf(received: string): number[] {
  return [...received.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status))
}
