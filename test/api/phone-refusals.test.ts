import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshPhone } from '#test/harness/fresh-phone.ts'
import { startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'
import { until } from '#test/harness/until.ts'

let stack: Stack
let open: string
beforeAll(async () => {
  stack = await startStack()
  open = (await stack.addTenant()).secretKey
})
afterAll(() => stack?.close())

const start = (to: string, more: object = {}, token = open) =>
  stack.call('POST', '/v1/verifications', { to, channel: 'sms', ...more }, { token })
const ask = (phone: string, more: object = {}, token = open) =>
  stack.call('POST', '/v1/phone-checks', { phone, ...more }, { token })
const serve = (served: unknown, token: string) => stack.call('PUT', '/v1/countries', { served }, { token })

describe('every refusal, of a text, a call and the question that pages ask, in the same word', () => {
  it.each([
    ['', 'phone_invalid'],
    ['my phone', 'phone_invalid'],
    ['call +31612345678 please', 'phone_invalid'],
    ['+31612345678 ext. 5', 'phone_invalid'],
    ['+31612345678x5', 'phone_invalid'],
    ['0612345678', 'phone_invalid'],
    ['+31612345678\u0000', 'phone_invalid'],
    ['\ud800', 'phone_invalid'],
    ['9'.repeat(2_000), 'phone_invalid'],
    [`+31${'6'.repeat(3_000)}`, 'phone_too_long'],
    ['+1202555012', 'phone_too_short'],
    ['+120255501234', 'phone_too_long'],
    ['+31600000000', 'phone_invalid'],
    ['+31201234567', 'phone_landline'],
    ['+442079460123', 'phone_landline'],
    ['+319001234', 'phone_premium'],
    ['+31850123456', 'phone_voip'],
    ['+318001234', 'phone_not_textable'],
    ['+18005550100', 'phone_not_textable'],
    ['+870773111632', 'phone_not_textable'],
  ])('%j is %s', async (to, code) => {
    const checked = await ask(to)
    const answers = [await start(to), await start(to, { channel: 'call', call_mode: 'press_1' })]
    for (const { status, body } of answers)
      expect([status, body.code, body['retryable']]).toEqual([422, code, false])
    expect(checked).toMatchObject({ status: 200, body: { accepted: false, reason: code, formatted: null } })
    for (const { body } of [...answers, checked]) {
      if (to.length > 8) expect(JSON.stringify(body)).not.toContain(to.replace(/\D/g, '').slice(0, 30) || to)
    }
    expect(answers[0]!.body.detail).toBe(checked.body['sentence'])
  })

  it.each([
    ['06 12345678', { country: 'NL' }, '+31612345678'],
    ['06 12345678', { country: 'nl' }, '+31612345678'],
    ['0031 (0)6 1234 5679', {}, '+31612345679'],
    ['+٣١٦١٢٣٤٥٦٨٠', {}, '+31612345680'],
    ['＋３１　６１２３４５６８１', {}, '+31612345681'],
    ['07400 123456', { country: 'GB' }, '+447400123456'],
  ])('%s of %j reaches %s', async (to, more, phone) => {
    expect((await start(to, more)).status).toBe(201)
    expect(await stack.phones.codeOf(phone)).toMatch(/^\d{6}$/)
    expect((await ask(to, more)).body).toMatchObject({ accepted: true, reason: null })
  })
})

describe('served countries', () => {
  it('a number is refused by its country, after its type; GB serves its islands', async () => {
    const { secretKey } = await stack.addTenant()
    expect((await serve(['gb', 'NL', 'NL'], secretKey)).body).toEqual({ served: ['GB', 'NL'] })
    expect((await stack.call('GET', '/v1/countries', undefined, { token: secretKey })).body).toEqual({
      served: ['GB', 'NL'],
    })
    const verdict = async (to: string) => (await ask(to, {}, secretKey)).body.reason
    expect(await verdict('+33612345678')).toBe('country_not_served')
    expect(await verdict('+33142345678')).toBe('phone_landline')
    expect(await verdict('+12025550123')).toBe('country_not_served')
    for (const to of ['+447911123456', '+447781123456', '+447797123456', '+447924123456', '+31612345678'])
      expect([to, await verdict(to)]).toEqual([to, null])
    const refused = await start('+33612345678', {}, secretKey)
    expect([refused.status, refused.body.code]).toEqual([422, 'country_not_served'])
    expect((await serve('all', secretKey)).body).toEqual({ served: 'all' })
    expect(await verdict('+33612345678')).toBe(null)
  })

  it('naming an island serves that island only', async () => {
    const { secretKey } = await stack.addTenant()
    await serve(['JE'], secretKey)
    expect((await ask('+447797123456', {}, secretKey)).body.accepted).toBe(true)
    expect((await ask('+447400123456', {}, secretKey)).body.reason).toBe('country_not_served')
  })

  it.each([[[]], [['XX']], ['NL'], [null], [['NL', 1]], [{}]])('refuses %j', async (served) => {
    const { status, body } = await serve(served, stack.tenant.secretKey)
    expect([status, body.code]).toEqual([400, 'request_invalid'])
  })
})

describe('Lookup, where the tenant turned it on', () => {
  const tenantWithLookup = async (of: Stack) => {
    const tenant = await of.addTenant()
    await of.database.query('update tenants set lookup = true where id = $1', [tenant.id])
    return tenant.secretKey
  }

  it('knows landlines, internet and toll-free numbers that the numbering plan does not', async () => {
    const token = await tenantWithLookup(stack)
    for (const [to, reason] of [
      ['+19075550150', 'phone_landline'],
      ['+19075550151', 'phone_voip'],
      ['+19075550153', 'phone_not_textable'],
    ] as const) {
      expect((await ask(to, {}, token)).body).toMatchObject({ accepted: false, reason })
      expect((await start(to, {}, token)).body.code).toBe(reason)
      expect((await ask(to)).body).toMatchObject({ accepted: true, line_type: 'unknown' })
    }
    expect((await start('+19075550152', {}, token)).body['line_type']).toBe('unknown')
    expect((await start('+19075550101', {}, token)).body['line_type']).toBe('mobile')
  })

  it('is asked once for a number, and never for one that is surely a mobile', async () => {
    const token = await tenantWithLookup(stack)
    for (let count = 0; count < 3; count++) await ask('+19075550150', {}, token)
    await ask(freshPhone(), {}, token)
    const lookups = (await stack.phones.posted()).filter(({ path }) => path.includes('PhoneNumbers'))
    expect(lookups.filter(({ path }) => path.includes('9075550150'))).toHaveLength(1)
    expect(lookups.filter(({ path }) => path.includes('+316'))).toHaveLength(0)
  })

  it('lets a number in as unknown when it does not answer', async () => {
    const away = await startStack({ workers: 0, env: { TWILIO_BASE_URL: 'http://127.0.0.1:9' } })
    const token = await tenantWithLookup(away)
    const { status, body } = await away.call(
      'POST',
      '/v1/verifications',
      { to: '+19075550150', channel: 'sms' },
      { token },
    )
    await away.close()
    expect([status, body['line_type']]).toEqual([201, 'unknown'])
  })
})

it('a number is never told in full', async () => {
  const to = freshPhone()
  const { body } = await start(to)
  await until('a text', async () => (await stack.phones.texts(to)).length === 1)
  const seen = await stack.call('GET', `/v1/verifications/${body.id}`, undefined, { token: open })
  expect(JSON.stringify([body, seen.body])).not.toContain(to.slice(3, 10))
})
