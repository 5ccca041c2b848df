import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BACKENDS, startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'
import { until } from '#test/harness/until.ts'

describe.each(BACKENDS)('a phone is proven by a text, queue on %s', (backend) => {
  let stack: Stack
  beforeAll(async () => {
    stack = await startStack({ backend })
  })
  afterAll(() => stack?.close())

  it('sends one text, tells how far it came, and approves the right code once', async () => {
    const to = '+31612345678'
    const started = await stack.call('POST', '/v1/verifications', {
      to: '06 12345678',
      country: 'NL',
      channel: 'sms',
    })
    expect(started.status).toBe(201)
    expect(started.body).toMatchObject({
      status: 'pending',
      version: 1,
      to_masked: '+31 6 •••• ••78',
      country: 'NL',
      tries_left: 5,
    })
    const path = `/v1/verifications/${started.body.id}`
    const code = await stack.phones.codeOf(to)
    const delivered = await until('delivered', async () => {
      const { body } = await stack.call('GET', `${path}?wait=5&since=1`)
      return body.deliveries[0]?.status === 'delivered' ? body : null
    })
    expect(delivered.version).toBeGreaterThan(1)
    const wrong = code === '000000' ? '111111' : '000000'
    const refused = await stack.call('POST', `${path}/checks`, { code: wrong })
    expect([refused.status, refused.body.code, refused.body.tries_left]).toEqual([422, 'code_incorrect', 4])
    const approved = await stack.call('POST', `${path}/checks`, {
      code: `${code.slice(0, 3)} ${code.slice(3)}`,
    })
    expect([approved.status, approved.body.status]).toEqual([200, 'approved'])
    const again = await stack.call('POST', `${path}/checks`, { code })
    expect([again.status, again.body.code]).toEqual([409, 'verification_finished'])
    expect(await stack.phones.posted('Messages')).toHaveLength(1)
  })
})
