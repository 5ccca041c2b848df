import { createHmac, randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { verifyWebhook } from '#client/webhooks.ts'
import type { SignedRequest } from '#client/webhooks.ts'
import { signWebhook, writeWebhookSecret } from '#core/webhook.ts'

/** The example that implementations of Standard Webhooks test themselves with. */
const VECTOR = {
  payload: '{"test": 2432232314}',
  secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  headers: {
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  },
}
const SENT_AT = 1_614_265_330_000

beforeEach(() => void vi.useFakeTimers({ now: SENT_AT, toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())

const judge = (more: Partial<SignedRequest> = {}) => verifyWebhook({ ...VECTOR, ...more })
const withHeaders = (more: Record<string, string | undefined>) =>
  judge({ headers: { ...VECTOR.headers, ...more } })
const refused = (fault: string) => ({ ok: false, fault })

function signWith(secret: string, payload: string): string {
  const { 'webhook-id': id, 'webhook-timestamp': timestamp } = VECTOR.headers
  const hmac = createHmac('sha256', Buffer.from(secret.slice(6), 'base64'))
  return `v1,${hmac.update(`${id}.${timestamp}.${payload}`).digest('base64')}`
}

describe('a webhook', () => {
  it('that is signed is believed: the example of the standard', async () => {
    expect(await judge()).toEqual({
      ...{ ok: true, id: VECTOR.headers['webhook-id'], sentAt: new Date(SENT_AT) },
      event: { test: 2_432_232_314 },
    })
  })

  it('as Keypad signs it is believed', async () => {
    const secret = writeWebhookSecret(randomBytes(32))
    const body = '{"type":"locked"}'
    const headers = signWebhook(secret, { id: 'msg_1', timestamp: SENT_AT / 1_000, body })
    expect(await judge({ payload: body, headers, secret })).toMatchObject({
      ok: true,
      event: { type: 'locked' },
    })
    expect(await judge({ payload: `${body} `, headers, secret })).toEqual(refused('signature_wrong'))
  })

  it('comes with the headers of fetch, of Node, and of servers that keep capitals; as text or as bytes', async () => {
    expect(await judge({ headers: new Headers(VECTOR.headers) })).toMatchObject({ ok: true })
    const capitals = Object.entries(VECTOR.headers).map(([name, value]) => [name.toUpperCase(), [value]])
    expect(await judge({ headers: Object.fromEntries(capitals) as Record<string, string[]> })).toMatchObject({
      ok: true,
    })
    expect(await judge({ payload: Buffer.from(VECTOR.payload) })).toMatchObject({ ok: true })
  })

  it('with characters of every alphabet is read as UTF-8', async () => {
    const payload = '{"name":"Ængström 王 🙂"}'
    const signature = signWith(VECTOR.secret, payload)
    const verdict = await judge({ payload, headers: { ...VECTOR.headers, 'webhook-signature': signature } })
    expect(verdict).toMatchObject({ ok: true, event: { name: 'Ængström 王 🙂' } })
  })

  it.each([
    ['payload', { payload: '{"test": 2432232315}' }],
    ['payload, written again', { payload: '{"test":2432232314}' }],
    ['secret', { secret: `whsec_${randomBytes(24).toString('base64')}` }],
    ['list of secrets that has none', { secret: [] }],
  ])('with another %s is not', async (_name, more) => {
    expect(await judge(more)).toEqual(refused('signature_wrong'))
  })

  it.each([
    ['id', { 'webhook-id': 'msg_other' }],
    ['time', { 'webhook-timestamp': '1614265331' }],
    ['version', { 'webhook-signature': VECTOR.headers['webhook-signature'].replace('v1,', 'v1a,') }],
    ['signature that is no base64', { 'webhook-signature': 'v1,*' }],
    ['signature that is short', { 'webhook-signature': 'v1,g0hM' }],
    ['signature that is empty', { 'webhook-signature': 'v1,' }],
  ])('with another %s is not', async (_name, more) => {
    expect(await withHeaders(more)).toEqual(refused('signature_wrong'))
  })

  it('without its headers is not, nor with a time that is none', async () => {
    for (const name of Object.keys(VECTOR.headers))
      expect(await withHeaders({ [name]: undefined })).toEqual(refused('headers_missing'))
    for (const time of ['', 'soon', '-1', '1e9', '1614265330.5', '0x10'])
      expect(await withHeaders({ 'webhook-timestamp': time })).toEqual(refused('headers_missing'))
  })

  it('is believed for five minutes, before and after', async () => {
    for (const [seconds, verdict] of [
      [300, { ok: true }],
      [-300, { ok: true }],
      [301, refused('too_old')],
      [-301, refused('too_new')],
    ] as const) {
      vi.setSystemTime(SENT_AT + seconds * 1_000)
      expect(await judge()).toMatchObject(verdict)
    }
    expect(await judge({ toleranceSeconds: 600 })).toMatchObject({ ok: true })
  })

  it('is believed while secrets change: several signatures, several secrets', async () => {
    const next = `whsec_${randomBytes(32).toString('base64')}`
    const both = `${signWith(next, VECTOR.payload)} ${VECTOR.headers['webhook-signature']} v2,what-comes-later`
    expect(await withHeaders({ 'webhook-signature': both })).toMatchObject({ ok: true })
    expect(await judge({ secret: [next, VECTOR.secret] })).toMatchObject({ ok: true })
  })

  it('that is signed but no JSON says so', async () => {
    const headers = { ...VECTOR.headers, 'webhook-signature': signWith(VECTOR.secret, 'hello') }
    expect(await judge({ payload: 'hello', headers })).toEqual(refused('payload_unreadable'))
  })

  it('needs a secret that is one, and does not say which it got', async () => {
    for (const secret of [
      '',
      'whsec_',
      'whsec_c2hvcnQ=',
      VECTOR.secret.slice(6),
      'whsec_*not*base64*at*all*',
    ]) {
      const error = await judge({ secret }).catch(String)
      expect(error).toBe('TypeError: secret must be whsec_ and base64')
    }
  })
})
