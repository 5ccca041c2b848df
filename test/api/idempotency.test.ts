import { createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readId } from '#core/ids.ts'
import { freshPhone } from '#test/harness/fresh-phone.ts'
import { startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'
import { until } from '#test/harness/until.ts'

let stack: Stack
beforeAll(async () => {
  stack = await startStack({ apis: 2 })
})
afterAll(() => stack?.close())

let count = 0
const newKey = () => `key-${process.pid}-${count++}`
const post = (path: string, body: unknown, key: string, more: { token?: string; raw?: string } = {}) =>
  stack.call('POST', path, body, { headers: { 'idempotency-key': key }, ...more })
const sms = (to = freshPhone()) => ({ to, channel: 'sms' })
const replayed = (reply: { headers: Headers }) => reply.headers.get('idempotent-replayed')

it('gives the same answer and has one effect, in whatever order the fields come', async () => {
  const key = newKey()
  const to = freshPhone()
  const first = await post('/v1/verifications', { to, channel: 'sms' }, key)
  const again = await post('/v1/verifications', { channel: 'sms', to }, key)
  expect([first.status, replayed(first), again.status, replayed(again)]).toEqual([201, null, 201, 'true'])
  expect(again.body).toEqual(first.body)
  expect(again.headers.get('request-id')).not.toBe(first.headers.get('request-id'))
  await stack.phones.codeOf(to)
  expect(await stack.phones.texts(to)).toHaveLength(1)
})

it('gives refusals again, too: phones, limits and wrong codes', async () => {
  const bad = newKey()
  const landline = { to: '+31201234567', channel: 'sms' }
  const [one, two] = [
    await post('/v1/verifications', landline, bad),
    await post('/v1/verifications', landline, bad),
  ]
  expect([one.status, two.status, two.body.code, replayed(two)]).toEqual([422, 422, 'phone_landline', 'true'])
  const { body } = await stack.call('POST', '/v1/verifications', sms())
  const path = `/v1/verifications/${body.id}`
  const soon = newKey()
  const early = await post(`${path}/sends`, {}, soon)
  await stack.database.query('update verifications set resend_at = now() where id = $1', [
    readId('ver', body.id),
  ])
  const later = await post(`${path}/sends`, {}, soon)
  expect([early.body.code, later.body.code, later.headers.get('retry-after')]).toEqual([
    ...['send_too_soon', 'send_too_soon', early.headers.get('retry-after')],
  ])
})

it('a check that is asked twice spends one try', async () => {
  const { body } = await stack.call('POST', '/v1/verifications', sms())
  const key = newKey()
  const ask = () => post(`/v1/verifications/${body.id}/checks`, { code: '000000' }, key)
  const [first, second] = [await ask(), await ask()]
  expect(second.body.tries_left).toBe(first.body.tries_left)
  expect((await stack.call('GET', `/v1/verifications/${body.id}`)).body.tries_left).toBe(4)
})

it('refuses the key for another body or another address', async () => {
  const key = newKey()
  const { body } = await post('/v1/verifications', sms(), key)
  for (const [path, other] of [
    ['/v1/verifications', sms()],
    ['/v1/phone-checks', { phone: '+31612345678' }],
    [`/v1/verifications/${body.id}/cancel`, {}],
  ] as const) {
    const reused = await post(path, other, key)
    expect([reused.status, reused.body.code]).toEqual([422, 'idempotency_key_reused'])
  }
  expect((await stack.call('GET', `/v1/verifications/${body.id}`)).body.status).toBe('pending')
})

it('keeps the keys of two callers apart', async () => {
  const key = newKey()
  const other = await stack.addTenant()
  const [mine, theirs] = [
    await post('/v1/verifications', sms(), key),
    await post('/v1/verifications', sms(), key, { token: other.secretKey }),
  ]
  expect([mine.status, theirs.status]).toEqual([201, 201])
  const byHolder = await post(`/v1/verifications/${mine.body.id}/cancel`, {}, key, {
    token: mine.body.client_secret,
  })
  expect(byHolder.status).toBe(200)
})

it('takes up to 255 characters', async () => {
  expect((await post('/v1/verifications', sms(), 'k'.repeat(255))).status).toBe(201)
  const { status, body } = await post('/v1/verifications', sms(), 'k'.repeat(256))
  expect([status, body.code]).toEqual([400, 'request_invalid'])
})

it('forgets after a day', async () => {
  const key = newKey()
  const body = sms()
  const first = await post('/v1/verifications', body, key)
  await stack.database.query(`update idempotent_answers set created_at = created_at - interval '24 hours'`)
  const later = await post('/v1/verifications', body, key)
  expect([later.status, replayed(later)]).toEqual([201, null])
  expect(later.body.id).not.toBe(first.body.id)
})

it('fifty at once on two processes: one row, one text, one answer; the others are told to wait', async () => {
  const key = newKey()
  const to = freshPhone()
  const all = await Promise.all(Array.from({ length: 50 }, () => post('/v1/verifications', sms(to), key)))
  const started = all.filter(({ status }) => status === 201)
  const waiting = all.filter(({ status }) => status === 409)
  expect(started.length + waiting.length).toBe(50)
  expect(new Set(started.map(({ body }) => body.id)).size).toBe(1)
  expect(started.filter((reply) => replayed(reply) === null)).toHaveLength(1)
  expect(new Set(waiting.map(({ body }) => body.code))).toEqual(
    new Set(waiting.length ? ['idempotency_in_flight'] : []),
  )
  expect((await post('/v1/verifications', sms(to), key)).body.id).toBe(started[0]!.body.id)
  await stack.phones.codeOf(to)
  expect(await stack.phones.texts(to)).toHaveLength(1)
})

it('a call that loses a race against another is refused and not broken', async () => {
  const to = freshPhone()
  const all = await Promise.all(
    Array.from({ length: 20 }, () => post('/v1/verifications', { to, channel: 'call' }, newKey())),
  )
  expect(all.filter(({ status }) => status === 201)).toHaveLength(1)
  expect(all.filter(({ status, body }) => status === 409 && body.code === 'call_in_progress')).toHaveLength(
    19,
  )
})

it('keeps nothing readable', async () => {
  const to = freshPhone()
  const { body } = await post('/v1/verifications', sms(to), newKey())
  await until('a text', async () => (await stack.phones.texts(to)).length === 1)
  const [dump] = await stack.database.query<{ text: string }>(
    `select string_agg(a::text, '') as text from idempotent_answers a`,
  )
  for (const secret of [body.client_secret, body.id, to.slice(-8)]) expect(dump!.text).not.toContain(secret)
})

it('a carrier that keeps its answer to a Lookup to itself holds no connection to the database', async () => {
  const held: Socket[] = []
  const silent = createServer((socket) => void held.push(socket))
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
  const base = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`
  const slow = await startStack({ workers: 0, env: { TWILIO_BASE_URL: base, KEYPAD_POOL: '2' } })
  const known = await slow.call('POST', '/v1/verifications', sms())
  await slow.database.query('update tenants set lookup = true')
  const token = (await slow.addTenant()).secretKey
  await slow.database.query('update tenants set lookup = true')
  const starts = Array.from({ length: 8 }, (_, index) =>
    slow.call('POST', '/v1/verifications', sms(`+1907555016${index}`), {
      ...{ token, headers: { 'idempotency-key': newKey() } },
    }),
  )
  await until('the carrier is being asked', () => held.length > 0)
  const startedAt = performance.now()
  const checked = await slow.call('POST', `/v1/verifications/${known.body.id}/checks`, { code: '000000' })
  const checkMs = performance.now() - startedAt
  expect(checked.status).toBeOneOf([200, 422])
  expect(checkMs).toBeLessThan(1_000)
  const answers = await Promise.all(starts)
  expect(new Set(answers.map(({ status, body }) => `${status} ${String(body['line_type'])}`))).toEqual(
    new Set(['201 unknown']),
  )
  for (const socket of held) socket.destroy()
  silent.close()
  await slow.close()
})
