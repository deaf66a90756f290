import type { IncomingMessage } from 'node:http'

/** What tells who asks, from where: of the framework's request as well as of Node's own. */
export type Headed = Pick<IncomingMessage, 'headers' | 'url'>
