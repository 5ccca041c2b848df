import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { inspect } from 'node:util'
import { afterEach, describe, expect, it } from 'vitest'
import { CarrierRequestClient } from '#carrier/request-client.ts'
import { isCarrierFailure } from '#carrier/request-failure.ts'
import { createCarrier, type CarrierSettings } from '#carrier/twilio.ts'

const TOKEN = 'f00dfeed'.repeat(4)
const ACCOUNT = `AC${'0a'.repeat(16)}`
const MESSAGE_SID = `SM${'1b'.repeat(16)}`
const settings: CarrierSettings = { accountSid: ACCOUNT, authToken: TOKEN, from: '+12025550100' }
const text = {
  to: '+12025550123',
  body: '418052 is your code',
  validitySeconds: 540,
  statusCallback: 'https://keypad.example.org/hooks/twilio/texts/x',
}

type Handler = (request: IncomingMessage, response: ServerResponse) => void
const servers: Server[] = []

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  }
})

/** Starts a stand-in for the carrier and gives its address, with a path before Twilio's own. */
async function serve(handler: Handler): Promise<string> {
  const server = createServer(handler)
  servers.push(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/simulator`
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

/** Sends one text to a carrier at that address, and tells how long it took. */
async function sendTo(baseUrl: string, timeLimitMs = 2_000) {
  const startedAt = performance.now()
  const outcome = await createCarrier({ ...settings, baseUrl, timeLimitMs }).sendText(text)
  return { outcome, tookMs: performance.now() - startedAt }
}

const IN_DOUBT = { outcome: 'unknown', answered: false, carrierCode: null }
const NOT_SENT = { outcome: 'not_sent', retryAfterMs: null, carrierCode: null }

describe('a base URL', () => {
  it('takes the requests of both hosts, behind its own path, with credentials and form as Twilio wants them', async () => {
    const seen: { url: string; authorization: string | undefined; form: string }[] = []
    const baseUrl = await serve((request, response) => {
      const chunks: string[] = []
      request.on('data', (chunk) => chunks.push(String(chunk)))
      request.on('end', () => {
        const { url, headers } = request
        seen.push({ url: url!, authorization: headers.authorization, form: chunks.join('') })
        answer(response, request.method === 'POST' ? 201 : 200, { sid: MESSAGE_SID })
      })
    })
    const carrier = createCarrier({ ...settings, baseUrl: `${baseUrl}/` })
    expect(await carrier.sendText(text)).toEqual({ outcome: 'accepted', carrierRef: MESSAGE_SID })
    await carrier.lookUpLineType('+12025550123')
    const authorization = `Basic ${Buffer.from(`${ACCOUNT}:${TOKEN}`).toString('base64')}`
    expect(seen.map(({ url }) => url)).toEqual([
      `/simulator/2010-04-01/Accounts/${ACCOUNT}/Messages.json`,
      '/simulator/v2/PhoneNumbers/+12025550123?Fields=line_type_intelligence',
    ])
    expect(seen.every((request) => request.authorization === authorization)).toBe(true)
    expect(Object.fromEntries(new URLSearchParams(seen[0]!.form))).toEqual({
      To: text.to,
      From: '+12025550100',
      Body: text.body,
      StatusCallback: text.statusCallback,
      ValidityPeriod: '540',
    })
  })

  it('is reached over one connection for one request after another', async () => {
    let connections = 0
    const baseUrl = await serve((_, response) => answer(response, 201, { sid: MESSAGE_SID }))
    servers[0]!.on('connection', () => connections++)
    const carrier = createCarrier({ ...settings, baseUrl })
    for (let turn = 0; turn < 5; turn++) await carrier.sendText(text)
    expect(connections).toBe(1)
  })
})

describe('a text is in doubt', () => {
  it('when the carrier takes it and never answers', async () => {
    const baseUrl = await serve(() => {})
    const { outcome, tookMs } = await sendTo(baseUrl, 300)
    expect(outcome).toEqual(IN_DOUBT)
    expect(tookMs).toBeLessThan(1_500)
  })

  it('when the answer drips in for longer than the time limit', async () => {
    const baseUrl = await serve((_, response) => {
      response.writeHead(201, { 'content-type': 'application/json' })
      const drip = setInterval(() => response.write(' '), 50)
      response.on('close', () => clearInterval(drip))
    })
    const { outcome, tookMs } = await sendTo(baseUrl, 300)
    expect(outcome).toEqual(IN_DOUBT)
    expect(tookMs).toBeLessThan(1_500)
  })

  it('when the connection is reset after the request, before or within the answer', async () => {
    const before = await serve((request) => request.socket.resetAndDestroy())
    const within = await serve((request, response) => {
      response.writeHead(500, { 'content-length': '100' })
      response.write('{', () => request.socket.resetAndDestroy())
    })
    expect((await sendTo(before)).outcome).toEqual(IN_DOUBT)
    expect((await sendTo(within)).outcome).toEqual(IN_DOUBT)
  })

  it('when a redirect comes, which is never followed', async () => {
    let reached = 0
    const elsewhere = await serve((_, response) => {
      reached++
      answer(response, 201, { sid: MESSAGE_SID })
    })
    const baseUrl = await serve((_, response) => void response.writeHead(307, { location: elsewhere }).end())
    expect((await sendTo(baseUrl)).outcome).toEqual(IN_DOUBT)
    expect(reached).toBe(0)
  })

  it('and is posted only once, whatever happens', async () => {
    let posts = 0
    const baseUrl = await serve((_, response) => {
      posts++
      answer(response, [500, 429, 503][posts - 1] ?? 201, { sid: MESSAGE_SID })
    })
    await sendTo(baseUrl)
    expect(posts).toBe(1)
    await sendTo(baseUrl)
    expect(posts).toBe(2)
  })
})

describe('a text is surely not sent', () => {
  it('when nobody listens', async () => {
    const baseUrl = await serve(() => {})
    servers.pop()!.close()
    expect((await sendTo(baseUrl)).outcome).toEqual(NOT_SENT)
  })

  it('when the name does not exist', async () => {
    expect((await sendTo('http://nowhere.invalid')).outcome).toEqual(NOT_SENT)
  })

  it('when the other end does not speak TLS', async () => {
    const baseUrl = await serve((_, response) => response.end())
    expect((await sendTo(baseUrl.replace('http:', 'https:'))).outcome).toEqual(NOT_SENT)
  })
})

describe('the request client', () => {
  const request = {
    method: 'post' as const,
    username: ACCOUNT,
    password: TOKEN,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    data: { To: text.to, Body: text.body },
  }
  const uri = `https://api.twilio.com/2010-04-01/Accounts/${ACCOUNT}/Messages.json`

  it.each([
    [
      'a refusal',
      400,
      {
        code: 21211,
        message: `The 'To' number ${text.to} is not valid.`,
        more_info: 'https://www.twilio.com/docs/errors/21211',
      },
    ],
    ['an error page', 502, `<html>${text.to} ${text.body}</html>`],
    ['a success that is no JSON', 201, `<html>${text.body}</html>`],
  ])('throws nothing of the request after %s', async (_, status, body) => {
    const baseUrl = await serve((_, response) => {
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(typeof body === 'string' ? body : JSON.stringify(body))
    })
    const client = new CarrierRequestClient({ baseUrl })
    const error: unknown = await client.request({ ...request, uri }).then(null, (thrown: unknown) => thrown)
    expect(isCarrierFailure(error)).toBe(true)
    expect(error).toMatchObject({ status, code: status === 400 ? 21211 : null })
    expectNothingSecret(error)
    expectNothingSecret(client)
  })

  it('keeps nothing of a request while it waits or after it succeeded', async () => {
    let client: CarrierRequestClient | null = null
    const baseUrl = await serve((_, response) => {
      expectNothingSecret(client)
      answer(response, 201, { sid: MESSAGE_SID, body: text.body })
    })
    client = new CarrierRequestClient({ baseUrl })
    await client.request({ ...request, uri })
    expect([client.lastRequest, client.lastResponse]).toEqual([undefined, undefined])
    expectNothingSecret(client)
  })

  it('throws nothing of the request when the connection breaks', async () => {
    const baseUrl = await serve((request) => request.socket.resetAndDestroy())
    const client = new CarrierRequestClient({ baseUrl })
    const error: unknown = await client.request({ ...request, uri }).then(null, (thrown: unknown) => thrown)
    expect(isCarrierFailure(error)).toBe(true)
    expectNothingSecret(error)
  })

  it.each([
    'https://evil.example.org/',
    'http://api.twilio.com/',
    'https://api.twilio.com.evil.example.org/',
    'not an address',
  ])('gives the credentials to nobody else: %s', async (uri) => {
    const error: unknown = await new CarrierRequestClient()
      .request({ ...request, uri })
      .then(null, (thrown: unknown) => thrown)
    expect(isCarrierFailure(error)).toBe(true)
  })
})

function expectNothingSecret(thing: unknown): void {
  const basic = Buffer.from(`${ACCOUNT}:${TOKEN}`).toString('base64')
  const written = thing instanceof Error ? JSON.stringify(thing) + thing.message + thing.stack : ''
  const shown = inspect(thing, { depth: 6, showHidden: true }) + written
  for (const secret of [TOKEN, basic, text.body, text.to, '12025550123']) expect(shown).not.toContain(secret)
}
