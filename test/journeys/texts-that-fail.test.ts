import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshPhone } from '#test/harness/fresh-phone.ts'
import { BACKENDS, startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'
import { until } from '#test/harness/until.ts'

describe.each(BACKENDS)('texts that go wrong, queue on %s', { concurrent: true }, (backend) => {
  let stack: Stack
  beforeAll(async () => {
    stack = await startStack({ backend })
  })
  afterAll(() => stack?.close())

  const start = async (to: string) =>
    (await stack.call('POST', '/v1/verifications', { to, channel: 'sms' })).body
  const settled = (id: string) =>
    until(`the text of ${id} has ended`, async () => {
      const { body } = await stack.call('GET', `/v1/verifications/${id}`)
      return ['delivered', 'failed'].includes(body.deliveries[0]!.status) ? body : null
    })

  it.each([
    ['switched_off', 'switched_off'],
    ['blocked', 'blocked_by_carrier'],
    ['no_such_number', 'no_such_number'],
    ['landline', 'landline'],
    ['filtered', 'blocked_by_carrier'],
    ['opted_out', 'opted_out'],
    ['country_blocked', 'country_blocked'],
    ['fraud_blocked', 'fraud_blocked'],
    ['carrier_429', 'carrier_down'],
  ])('%s is told as %s, and the verification goes on', async (fate, reason) => {
    const to = freshPhone()
    await stack.phones.setFate(to, fate)
    const body = await settled((await start(to)).id)
    expect(body).toMatchObject({ status: 'pending', deliveries: [{ status: 'failed', reason }] })
  })

  it.each([
    'slow',
    'duplicate_callbacks',
    'reversed_callbacks',
    'callback_before_answer',
    'accept_then_reset',
  ])('%s: it arrives once, and its code is right', async (fate) => {
    const to = freshPhone()
    await stack.phones.setFate(to, fate)
    const { id } = await start(to)
    const code = await stack.phones.codeOf(to)
    expect((await settled(id)).deliveries[0]).toMatchObject({ status: 'delivered', reason: null })
    const approved = await stack.call('POST', `/v1/verifications/${id}/checks`, { code })
    expect(approved.body.status).toBe('approved')
    expect(await stack.phones.texts(to)).toHaveLength(1)
    // No answer of the API may hold what only the phone may know.
    const answers = [approved, await stack.call('GET', `/v1/verifications/${id}`)]
    for (const { body } of answers) expect(JSON.stringify(body)).not.toContain(code)
  })

  it('the text is as the contract has it: six digits first, the host and the code last', async () => {
    const to = freshPhone()
    await start(to)
    const [text] = await until('a text', async () => {
      const texts = await stack.phones.texts(to)
      return texts.length > 0 && texts
    })
    expect(text!.body).toMatch(/^(\d{6}) [^]*\n@[a-z0-9.-]+ #\1$/)
    const posted = (await stack.phones.posted('Messages')).find(({ form }) => form['To'] === to)
    expect(Number(posted!.form['ValidityPeriod'])).toBeGreaterThan(500)
    expect(Number(posted!.form['ValidityPeriod'])).toBeLessThanOrEqual(600)
  })
})
