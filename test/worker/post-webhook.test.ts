import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openPostWebhook } from '#worker/post-webhook.ts'
import type { Resolve } from '#worker/post-webhook.ts'
import { startReceiver } from '#test/harness/webhook-receiver.ts'
import type { Receiver } from '#test/harness/webhook-receiver.ts'

let receiver: Receiver
beforeAll(async () => {
  receiver = await startReceiver()
})
afterAll(() => receiver?.stop())
beforeEach(() => {
  receiver.heard.length = 0
  receiver.answer = (response) => response.writeHead(204).end()
})

const posting = (url: string) => ({ url, headers: { 'webhook-id': 'msg_1' }, body: '{"a":1}' })
const leadsTo =
  (...addresses: string[]): Resolve =>
  async () =>
    addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))

describe('a post', () => {
  it('brings body and headers, and gives the status', async () => {
    expect(await openPostWebhook(false)(posting(receiver.url))).toBe(204)
    expect(receiver.heard).toMatchObject([
      {
        path: '/hear',
        body: '{"a":1}',
        headers: { 'webhook-id': 'msg_1', 'content-type': 'application/json' },
      },
    ])
  })
  it('follows no redirect', async () => {
    const location = `http://127.0.0.1:${receiver.port}/elsewhere`
    receiver.answer = (response) => response.writeHead(302, { location }).end()
    expect(await openPostWebhook(false)(posting(receiver.url))).toBe(302)
    expect(receiver.heard).toHaveLength(1)
  })
  it('goes to the address that was judged, whatever the name means a moment later', async () => {
    let asked = 0
    const rebinding: Resolve = async () => [
      { address: asked++ === 0 ? '127.0.0.1' : '169.254.169.254', family: 4 },
    ]
    const url = `http://portal.test:${receiver.port}/hear`
    expect(await openPostWebhook(false, rebinding)(posting(url))).toBe(204)
    expect([asked, receiver.heard[0]?.headers.host]).toEqual([1, `portal.test:${receiver.port}`])
  })
  it('is told of nobody there', async () => {
    expect(await openPostWebhook(false)(posting('http://127.0.0.1:1/'))).toBe(null)
    const fails: Resolve = () => Promise.reject(new Error('ENOTFOUND'))
    expect(await openPostWebhook(false, fails)(posting('http://portal.test/'))).toBe(null)
  })
  it('waits ten seconds for an answer, not longer', async () => {
    receiver.answer = () => {}
    const startedAt = performance.now()
    expect(await openPostWebhook(false)(posting(receiver.url))).toBe(null)
    expect(performance.now() - startedAt).toBeLessThan(11_000)
    expect(performance.now() - startedAt).toBeGreaterThan(9_500)
  }, 15_000)
})

describe('in production', () => {
  const { port } = { port: () => receiver.port }
  it.each([
    ['127.0.0.1'],
    ['::1'],
    ['10.0.0.1'],
    ['169.254.169.254'],
    ['8.8.8.8', '127.0.0.1'],
    ['::ffff:127.0.0.1'],
  ])('nothing goes where a name leads to %s', async (...addresses) => {
    const post = openPostWebhook(true, leadsTo(...addresses))
    expect(await post(posting(`https://portal.test:${port()}/`))).toBe(null)
    expect(receiver.heard).toEqual([])
  })
  it('nothing goes without TLS', async () => {
    let asked = 0
    const resolve: Resolve = async () => {
      asked++
      return [{ address: '8.8.8.8', family: 4 }]
    }
    expect(await openPostWebhook(true, resolve)(posting('http://portal.test/'))).toBe(null)
    expect(asked).toBe(0)
  })
  it('this machine is not reached by any spelling of its address', async () => {
    for (const host of ['127.0.0.1', '2130706433', '0x7f.1', '[::1]', '[::ffff:7f00:1]', 'localhost', '0'])
      expect(await openPostWebhook(true)(posting(`https://${host}:${port()}/`))).toBe(null)
  })
})

it('outside production private networks stay closed too', async () => {
  for (const address of ['10.0.0.1', '169.254.169.254', '192.168.0.1', 'fe80::1'])
    expect(await openPostWebhook(false, leadsTo(address))(posting('http://portal.test/'))).toBe(null)
})
