import * as fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import webhooks from 'twilio/lib/webhooks/webhooks.js'
import { readOverrides } from '#simulator/overrides.ts'
import { signWebhook } from '#simulator/signature.ts'
import { freshPhone, from, startLab, untilIdle, type Answer, type Lab } from './lab.ts'

let lab: Lab
beforeAll(async () => {
  lab = await startLab()
})
beforeEach(() => {
  lab.received.length = 0
  lab.answers.clear()
})
afterAll(() => lab.close())

describe('the signature', () => {
  it('is the one the twilio package accepts, whatever the fields', () => {
    const field = fc.oneof(
      fc.string(),
      fc.string({ unit: 'grapheme' }),
      fc.array(fc.string(), { minLength: 1 }),
    )
    fc.assert(
      fc.property(
        fc.dictionary(fc.stringMatching(/^[A-Za-z]\w{0,10}$/), field),
        fc.webUrl({ withQueryParameters: true }),
        (form, url) => {
          const signature = signWebhook('secret', url, form)
          expect(signature).toBe(webhooks.getExpectedTwilioSignature('secret', url, form))
        },
      ),
    )
  })
  it('leaves the fragment of the address out', () => {
    const signature = signWebhook('secret', 'https://example.com/a?b=1#rc=3', { To: '+1' })
    expect(signature).toBe(signWebhook('secret', 'https://example.com/a?b=1', { To: '+1' }))
  })
})

describe('connection overrides', () => {
  it.each([
    ['https://example.com/', { retries: 1, policies: ['ct'], connectMs: 5_000, readMs: 15_000 }],
    ['https://example.com/#rc=3&rp=ct,rt,5xx', { retries: 3, policies: ['ct', 'rt', '5xx'] }],
    [
      'https://example.com/#rc=0&rp=all&ct=100&rt=100',
      { retries: 0, policies: ['all'], connectMs: 100, readMs: 100 },
    ],
    [
      'https://example.com/#rc=6&ct=99&rt=15001&tt=x&rp=what',
      { retries: 1, policies: ['ct'], connectMs: 5_000, totalMs: 15_000 },
    ],
  ])('of %s', (url, expected) => {
    expect(readOverrides(url)).toMatchObject(expected)
  })
})

describe('a callback that fails', () => {
  const deliver = async (fragment: string, answer: Answer) => {
    lab.answers.set('/status', () => answer)
    const to = freshPhone()
    await lab.control('PUT', `/handsets/${to}`, { queue_ms: 5_000 })
    const statusCallback = `${lab.hooks}/status${fragment}`
    await lab.client.messages.create({ to, from, body: 'Hi', validityPeriod: 1, statusCallback })
    await untilIdle(lab)
    return lab.received.length
  }
  it.each([
    ['', { status: 500 }, 1],
    ['#rc=3&rp=ct,rt,5xx', { status: 500 }, 4],
    ['#rc=2&rp=4xx', { status: 404 }, 3],
    ['#rc=2&rp=5xx', { status: 404 }, 1],
    ['#rc=2&rp=all', { status: 404 }, 3],
    ['#rc=5&rp=rt', { fail: 'reset' }, 6],
    ['', { fail: 'reset' }, 1],
    ['#rc=1&rp=rt&rt=100', { fail: 'hang' }, 2],
    ['#rc=5&rp=all', { status: 204 }, 1],
  ] as [string, Answer, number][])('%j with answer %j comes %i times', async (fragment, answer, times) => {
    expect(await deliver(fragment, answer)).toBe(times)
    expect(new Set(lab.received.map(({ token }) => token)).size).toBe(1)
    expect(lab.received.every(({ signed, form }) => signed && form['MessageStatus'] === 'failed')).toBe(true)
  })
  it('to a closed port is tried twice and logged without the number, and the text arrives all the same', async () => {
    lab.logged.length = 0
    const to = freshPhone()
    const statusCallback = 'http://127.0.0.1:1/status'
    const { sid } = await lab.client.messages.create({ to, from, body: 'Hi', statusCallback })
    await untilIdle(lab)
    expect((await lab.client.messages(sid).fetch()).status).toBe('delivered')
    expect(lab.logged).toHaveLength(6)
    expect(lab.logged[0]).toMatch(/not reachable/)
    expect(lab.logged.join()).not.toContain(to.slice(-6))
  })
  it('may be asked for with GET', async () => {
    const to = freshPhone()
    const form = {
      To: to,
      From: from,
      Body: 'Hi',
      StatusCallback: `${lab.hooks}/get?a=1`,
      StatusCallbackMethod: 'GET',
    }
    await lab.post('Messages.json', form)
    await untilIdle(lab)
    expect(lab.received[0]).toMatchObject({
      method: 'GET',
      signed: true,
      path: expect.stringMatching(/^\/get\?a=1&.*MessageSid=SM/),
    })
  })
})
