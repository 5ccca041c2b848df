/**
 * A carrier that only takes texts and tells when each arrived: a process of its own, asked over IPC.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

let arrivals: [phone: string, atMs: number][] = []
let count = 0

const server = createServer((request, response) => {
  // A monotonic clock that all processes of a machine share.
  const atMs = Number(process.hrtime.bigint()) / 1e6
  let body = ''
  request.on('data', (chunk: Buffer) => (body += chunk.toString()))
  request.on('end', () => {
    const form = new URLSearchParams(body)
    const to = form.get('To')
    if (to !== null) arrivals.push([to, atMs])
    const sid = `SM${String(++count).padStart(32, '0')}`
    const answer = { sid, status: 'queued', to, from: form.get('From'), error_code: null, num_segments: '1' }
    response.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
  })
})
server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }))

process.on('message', () => {
  process.send?.({ arrivals })
  arrivals = []
})
