/**
 * Twilio's stand-in on a port of its own, and the hands that hold its phones.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { createSimulator } from '#simulator/app.ts'
import { until } from './until.ts'

export const ACCOUNT = {
  sid: `AC${'0123456789abcdef'.repeat(2)}`,
  token: 'test-token-of-the-suite-0123456789abcdef',
}

export type Text = { sid: string; from: string; body: string; at: string }
export type PhoneCall = { sid: string; status: string; said: string[]; waiting_for_digits: boolean }
export type Posted = { method: string; path: string; form: Record<string, string>; at: string }

export type TestPhones = Awaited<ReturnType<typeof startSimulator>>

/** Starts a simulator; `speed` makes its phones quicker than real ones. */
export async function startSimulator(speed = 20) {
  const simulator = createSimulator({ accountSid: ACCOUNT.sid, authToken: ACCOUNT.token, speed })
  const app = express()
  app.use('/simulator', simulator.router)
  const server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/simulator`
  const get = async <T>(path: string): Promise<T> => (await fetch(baseUrl + path)).json() as Promise<T>
  const send = (method: string, path: string, body?: unknown) =>
    fetch(baseUrl + path, {
      method,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    })
  const texts = (phone: string) => get<Text[]>(`/handsets/${phone}/messages`)
  const calls = (phone: string) => get<PhoneCall[]>(`/handsets/${phone}/calls`)
  return {
    baseUrl,
    simulator,
    texts,
    calls,
    /** The code of the newest text with a code; waits for one. */
    codeOf: async (phone: string) => {
      const withCode = async () => (await texts(phone)).find(({ body }) => /^\d{6} /.test(body))
      return (await until(`a code on ${phone}`, withCode)).body.slice(0, 6)
    },
    /** The newest call once it listens for keys. */
    listeningCall: (phone: string) =>
      until(`a call on ${phone} that listens`, async () =>
        (await calls(phone)).find((call) => call.waiting_for_digits),
      ),
    press: (sid: string, digits: string) => send('POST', `/calls/${sid}/digits`, { digits }),
    hangUp: (sid: string) => send('POST', `/calls/${sid}/hangup`),
    setFate: (phone: string, fate: string, delayMs?: number) =>
      send('PUT', `/handsets/${phone}`, { fate, ...(delayMs === undefined ? {} : { delay_ms: delayMs }) }),
    /** What reached Twilio's REST API; `kind` picks creations of texts or calls. */
    posted: async (kind?: 'Messages' | 'Calls') => {
      const requests = await get<Posted[]>('/requests')
      return kind
        ? requests.filter(({ method, path }) => method === 'POST' && path.endsWith(`/${kind}.json`))
        : requests
    },
    /** Forgets all texts, calls and fates. */
    forget: () => send('DELETE', ''),
    stop: async () => {
      await simulator.stop()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
