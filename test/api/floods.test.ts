import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshPhone } from '#test/harness/fresh-phone.ts'
import type { Asked, Reply } from '#test/harness/http-client.ts'
import { startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'

const LIMITED = { KEYPAD_TEST_LIMITS: '', KEYPAD_CAP_ADDRESS_HOUR: '10', KEYPAD_BREAKER_SENDS: '0' }
let direct: Stack
let proxied: Stack
beforeAll(async () => {
  direct = await startStack({ workers: 0, env: LIMITED })
  proxied = await startStack({ workers: 0, env: { ...LIMITED, TRUSTED_PROXIES: 'loopback, 10.0.0.0/8' } })
})
afterAll(async () => {
  await direct?.close()
  await proxied?.close()
})

const ask = (stack: Stack, asked: Asked, more: object = {}) =>
  stack.call('POST', '/v1/phone-checks', { phone: '+31612345678', ...more }, asked)
/** Asks until refused, and gives how many were let through. */
const flood = async (next: (index: number) => Promise<Reply>, atMost: number) => {
  for (let index = 0; index < atMost; index += 50) {
    const replies = await Promise.all(Array.from({ length: 50 }, (_, at) => next(index + at)))
    const refused = replies.find(({ status }) => status === 429)
    if (refused) {
      expect(refused.body).toMatchObject({ code: 'rate_limited', retryable: true })
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
      expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(60)
      return index + replies.filter(({ status }) => status !== 429).length
    }
  }
  return atMost
}

describe('floods, counted by address', () => {
  it('of pages are limited, whatever they claim to come from, and so are made-up secret keys', async () => {
    const token = direct.tenant.publishableKey
    const through = await flood((index) => {
      const address = `203.0.113.${index % 250}`
      const headers = { 'x-forwarded-for': address, 'x-real-ip': address, forwarded: `for=${address}` }
      return ask(direct, { token, headers })
    }, 600)
    expect(through).toBe(300)
    expect((await ask(direct, { token: null })).status).toBe(429)
    expect((await ask(direct, { token: `kp_sk_${'A'.repeat(43)}` })).status).toBe(429)
    expect((await ask(direct, { token: `kp_cs_${'A'.repeat(66)}` })).status).toBe(429)
  })

  it('never touch a back end with a real key from the same address', async () => {
    expect(await flood(() => ask(direct, {}), 500)).toBe(500)
  })

  it('count for the client_ip that a back end names', async () => {
    expect(await flood(() => ask(direct, {}, { client_ip: '198.51.100.9' }), 600)).toBe(300)
    expect((await ask(direct, {}, { client_ip: '198.51.100.8' })).status).toBe(200)
    expect((await ask(direct, {}, { client_ip: '2001:db8::1' })).status).toBe(200)
  })

  it('believe a proxy only where it is on the list', async () => {
    const token = proxied.tenant.publishableKey
    const from = (forwarded: string) => ask(proxied, { token, headers: { 'x-forwarded-for': forwarded } })
    expect(await flood(() => from('203.0.113.5'), 600)).toBe(300)
    expect((await from('203.0.113.5')).status).toBe(429)
    expect((await from('203.0.113.6')).status).toBe(200)
    // What the client itself wrote stands before what the proxy saw.
    expect((await from('198.51.100.1, 203.0.113.5')).status).toBe(429)
    expect((await from('203.0.113.5, 10.1.2.3')).status).toBe(429)
    expect((await from('nonsense')).status).toBe(200)
  })
})

it('sends that a page asks for count for its address; those of a back end for nobody', async () => {
  const start = async (more: object) =>
    await proxied.call('POST', '/v1/verifications', { to: freshPhone(), channel: 'sms', ...more })
  for (let count = 0; count < 8; count++) expect((await start({ client_ip: '192.0.2.77' })).status).toBe(201)
  const { body } = await start({})
  await proxied.database.query('update verifications set resend_at = now()')
  const headers = { 'x-forwarded-for': '192.0.2.77' }
  const asPage = { token: body.client_secret, headers }
  const refused = await proxied.call('POST', `/v1/verifications/${body.id}/sends`, {}, asPage)
  expect([refused.status, refused.body.code]).toEqual([429, 'sends_exhausted'])
  const named = await proxied.call('POST', `/v1/verifications/${body.id}/sends`, { client_ip: '192.0.2.77' })
  expect([named.status, named.body.code]).toEqual([429, 'sends_exhausted'])
  expect((await proxied.call('POST', `/v1/verifications/${body.id}/sends`, {}, { headers })).status).toBe(202)
})
