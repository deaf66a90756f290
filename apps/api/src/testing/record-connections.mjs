// Loaded before everything else in a process under test: writes down every destination to which a socket is opened.
import { appendFileSync } from 'node:fs'
import { Socket } from 'node:net'

const file = process.env.RECORD_CONNECTIONS
const connect = Socket.prototype.connect
const lookups = new Set()

Socket.prototype.connect = function (...args) {
  const [first] = args.flat()
  const { host, hostname, port, path } = typeof first === 'object' && first !== null ? first : { port: first, host: args[1] }
  const destination = path ?? `${host ?? hostname ?? 'localhost'}:${port}`
  if (file && !lookups.has(destination)) {
    lookups.add(destination)
    appendFileSync(file, `${destination}\n`)
  }
  return connect.apply(this, args)
}
