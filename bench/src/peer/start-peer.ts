import { fileURLToPath } from 'node:url'
import { freePort, type Measured, startProcess } from '../processes.ts'

export interface Peer extends Measured {
  url: string
  headers: Record<string, string>
}

const startMilliseconds = 30_000

/**
 * The public gateway as its package starts it, in front of the same stand-in for Claude. It reserves no money and writes no row. The published
 * package has no cache of its own, so every answer is passed through.
 */
export async function startPeer(modelUrl: string): Promise<Peer> {
  const port = await freePort()
  const file = new URL('build/start-server.js', new URL('.', import.meta.resolve('@portkey-ai/gateway/package.json')))
  const environment = { TRUSTED_CUSTOM_HOSTS: '127.0.0.1' }
  const peer = startProcess(new URL(`file://${fileURLToPath(file)}`), [], environment, `--port=${port}`, '--headless')
  const url = `http://127.0.0.1:${port}`
  const deadline = AbortSignal.timeout(startMilliseconds)
  while (!(await fetch(url).catch(() => undefined))) {
    if (deadline.aborted) throw new Error('The public gateway did not start.')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  const config = { provider: 'anthropic', api_key: 'any', custom_host: `${modelUrl}/v1` }
  const headers = {
    ...{ 'content-type': 'application/json', 'anthropic-version': '2023-06-01' },
    'x-portkey-config': JSON.stringify(config),
  }
  return { ...peer, url: `${url}/v1/messages`, headers }
}
