interface Node {
  host: string
  port: number
}

interface Credentials {
  username?: string
  password?: string
}

export type RedisAddress = Credentials & { tls: boolean } & (
    | { kind: 'single'; node: Node; database: number }
    | { kind: 'cluster'; nodes: [Node, ...Node[]] }
    | { kind: 'sentinel'; sentinels: [Node, ...Node[]]; name: string; database: number }
  )

const defaultRedisPort = 6379
const defaultSentinelPort = 26379

/**
 * Reads `redis://[user:password@]host[:port][/database]`, `rediss://...` (TLS), comma-separated nodes of a cluster (each with or
 * without a scheme of its own; the first node's credentials hold for all), and `redis+sentinel://[user:password@]host[:port],.../name[/database]`
 * (`rediss+sentinel://`: TLS to Redis, not to the sentinels). Throws an error whose one sentence never contains the address: it may hold
 * a password.
 */
export function parseRedisAddress(text: string): RedisAddress {
  const match = /^(rediss?)(\+sentinel)?:\/\/(?:([^@/]*)@)?([^/]+)(\/.*)?$/.exec(withoutRepeatedSchemes(text.trim()))
  const [, scheme, sentinel, userInfo, hosts, path = ''] = match ?? []
  if (!scheme || !hosts) throw invalid('must begin with redis://, rediss:// or redis+sentinel:// and name a host')
  const nodes = parseNodes(hosts, sentinel ? defaultSentinelPort : defaultRedisPort)
  const base = { tls: scheme === 'rediss', ...parseCredentials(userInfo) }
  const segments = path.split('/').filter((segment) => segment !== '')
  if (sentinel) {
    const [name, database] = segments
    if (!name) throw invalid("must end with the name of the sentinels' master group, such as /mymaster")
    return { ...base, kind: 'sentinel', sentinels: nodes, name: decodeURIComponent(name), database: parseDatabase(database) }
  }
  if (nodes.length > 1) {
    if (parseDatabase(segments[0]) !== 0) throw invalid('names a database, which a cluster does not have')
    return { ...base, kind: 'cluster', nodes }
  }
  return { ...base, kind: 'single', node: nodes[0], database: parseDatabase(segments[0]) }
}

/** `redis://a,redis://b/` and `redis://a,b` mean the same. */
function withoutRepeatedSchemes(text: string): string {
  const [first = '', ...others] = text.split(',')
  const bare = others.map((other) => other.trim().replace(/^rediss?:\/\/(?:[^@/]*@)?/, ''))
  const rest = bare.map((other, index) => (index < bare.length - 1 ? other.replace(/\/+$/, '') : other))
  return [others.length > 0 ? first.trim().replace(/\/+$/, '') : first, ...rest].join(',')
}

function parseNodes(hosts: string, defaultPort: number): [Node, ...Node[]] {
  const nodes = hosts.split(',').map((host) => parseNode(host.trim(), defaultPort))
  return nodes as [Node, ...Node[]]
}

function parseNode(text: string, defaultPort: number): Node {
  const match = /^(?:\[([0-9a-fA-F:]+)\]|([^:[\]\s]+))(?::(\d+))?$/.exec(text)
  const host = match?.[1] ?? match?.[2]
  const port = match?.[3] === undefined ? defaultPort : Number(match[3])
  if (!host || port < 1 || port > 65_535) throw invalid('has a host or port that cannot be read')
  return { host, port }
}

function parseCredentials(userInfo: string | undefined): Credentials {
  if (!userInfo) return {}
  const colon = userInfo.indexOf(':')
  const [username, password] = colon < 0 ? [userInfo, ''] : [userInfo.slice(0, colon), userInfo.slice(colon + 1)]
  try {
    return {
      ...(username && { username: decodeURIComponent(username) }),
      ...(password && { password: decodeURIComponent(password) }),
    }
  } catch {
    throw invalid('has credentials that are not percent-encoded')
  }
}

function parseDatabase(text: string | undefined): number {
  if (text === undefined) return 0
  if (!/^\d{1,5}$/.test(text)) throw invalid('has a database that is not a number')
  return Number(text)
}

function invalid(problem: string): Error {
  return new Error(`The Redis address ${problem}.`)
}
