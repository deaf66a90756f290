import type { Socket } from 'node:net'
import type { ErrorBody } from '@inkling/contracts'

const answers: Record<string, [status: string, code: ErrorBody['code'], message: string]> = {
  HPE_HEADER_OVERFLOW: [
    '431 Request Header Fields Too Large',
    'payload-too-large',
    'The headers are larger than 16 kB. Send fewer or shorter ones.',
  ],
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', 'invalid-input', 'The request did not arrive in time. Send it in one go.'],
}
const malformed: (typeof answers)[string] = ['400 Bad Request', 'invalid-input', 'This is no valid HTTP request. Check its headers.']

/** What cannot be read as a request at all: one answer in our terms, and the connection ends. It never quotes what came. */
export function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Socket, requestId: string): void {
  // Browsers and pools open connections in advance. An answer to nothing would be taken for that of a request that is just on its way; a
  // connection that is closed without a word is one on which such a request may be sent again (RFC 9112, 9.3.1).
  const unused = error.code === 'ERR_HTTP_REQUEST_TIMEOUT' && socket.bytesRead === 0
  if (unused || error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const [status, code, message] = answers[error.code ?? ''] ?? malformed
  const body = JSON.stringify({ error: { code, message, requestId } satisfies ErrorBody })
  const head = [`HTTP/1.1 ${status}`, 'content-type: application/json; charset=utf-8', `content-length: ${Buffer.byteLength(body)}`]
  socket.end(
    `${[...head, `x-request-id: ${requestId}`, 'x-content-type-options: nosniff', 'connection: close'].join('\r\n')}\r\n\r\n${body}`,
  )
}
