/**
 * What cannot be read as HTTP at all never reaches the routes; it gets a bare answer, which carries an id like any other.
 */
import type { Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { newRequestId } from './request-id.ts'

const STATUS_OF: Record<string, string> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: '413 Payload Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
}

/** Answers requests that Node's parser refuses, and closes their connection. */
export function answerUnreadable(server: Server): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
    const status = STATUS_OF[error.code ?? ''] ?? '400 Bad Request'
    const headers = `Request-Id: ${newRequestId()}\r\nCache-Control: no-store\r\nContent-Length: 0\r\nConnection: close`
    socket.end(`HTTP/1.1 ${status}\r\n${headers}\r\n\r\n`)
  })
}
