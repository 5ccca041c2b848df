/**
 * One request of the load, where each is timed by itself.
 */
import { request } from 'node:http'
import type { Agent } from 'node:http'

type Post = { url: string; path: string; token: string; body: string }

/** Posts JSON and gives the status, or `error`. */
export function post(agent: Agent, { url, path, token, body }: Post): Promise<string> {
  return new Promise((resolve) => {
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    }
    const sent = request(url + path, { method: 'POST', agent, headers }, (response) => {
      response.resume().once('end', () => resolve(String(response.statusCode)))
    })
    sent.once('error', () => resolve('error')).end(body)
  })
}

/** A monotonic clock that all processes of a machine share, ms. */
export function now(): number {
  return Number(process.hrtime.bigint()) / 1e6
}
