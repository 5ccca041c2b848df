import { afterAll, beforeAll, expect, it } from 'vitest'
import { readId } from '#core/ids.ts'
import { freshPhone } from '#test/harness/fresh-phone.ts'
import { startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'
import { until } from '#test/harness/until.ts'

let stack: Stack
beforeAll(async () => {
  stack = await startStack()
})
afterAll(() => stack?.close())

const start = async (more: object = {}) => {
  const to = freshPhone()
  const { body } = await stack.call('POST', '/v1/verifications', { to, channel: 'sms', ...more })
  const code = await stack.phones.codeOf((more as { to?: string }).to ?? to)
  return { to, id: body.id, code, wrong: code === '000000' ? '111111' : '000000', secret: body.client_secret }
}
const check = (id: string, code: unknown) => stack.call('POST', `/v1/verifications/${id}/checks`, { code })
const read = async (id: string) => (await stack.call('GET', `/v1/verifications/${id}`)).body
const age = (id: string, set: string) =>
  stack.database.query(`update verifications set ${set} where id = $1`, [readId('ver', id)])

it('refuses the right code after five wrong ones', async () => {
  const { id, code, wrong } = await start()
  for (const left of [4, 3, 2, 1, 0]) {
    const { status, body } = await check(id, wrong)
    expect([status, body.code, body.tries_left]).toEqual([422, 'code_incorrect', left])
  }
  const late = await check(id, code)
  expect([late.status, late.body.code]).toEqual([423, 'verification_locked'])
  expect(await read(id)).toMatchObject({ status: 'locked', tries_left: 0 })
  const events = await stack.database.query(
    `select kind from events where verification_id = $1 order by id`,
    [readId('ver', id)],
  )
  expect(events.filter(({ kind }) => kind === 'code_tried')).toHaveLength(5)
  expect(events.filter(({ kind }) => kind === 'locked')).toHaveLength(1)
})

it('lives ten minutes by the database clock, to the second', async () => {
  const { id, code } = await start()
  const [life] = await stack.database.query(
    'select extract(epoch from expires_at - created_at)::int as s from verifications where id = $1',
    [readId('ver', id)],
  )
  expect(life).toEqual({ s: 600 })
  await age(id, `created_at = created_at - interval '599 s', expires_at = clock_timestamp() + interval '1 s'`)
  expect((await check(id, '999999')).body.code).toBe('code_incorrect')
  await age(id, `expires_at = clock_timestamp()`)
  const late = await check(id, code)
  expect([late.status, late.body.code]).toEqual([410, 'code_expired'])
  expect(await read(id)).toMatchObject({ status: 'expired', tries_left: 4 })
  const again = await stack.call('POST', `/v1/verifications/${id}/sends`, {})
  expect([again.status, again.body.code]).toEqual([410, 'code_expired'])
})

it('tells an expired verification by reading it, before anybody sees it alive', async () => {
  const { id } = await start()
  await age(id, 'expires_at = clock_timestamp()')
  expect((await read(id)).status).toBe('expired')
  const [row] = await stack.database.query('select code_sealed, code_mark from verifications where id = $1', [
    readId('ver', id),
  ])
  expect(row).toEqual({ code_sealed: null, code_mark: null })
})

it('sends the same code again, by text and by call, and every text stays right', async () => {
  const { id, to, code } = await start()
  await age(id, 'resend_at = now()')
  const sent = await stack.call('POST', `/v1/verifications/${id}/sends`)
  expect([sent.status, sent.body.sends_left, sent.body.deliveries]).toEqual([
    202,
    2,
    [expect.anything(), expect.anything()],
  ])
  await until('two texts', async () => (await stack.phones.texts(to)).length === 2)
  expect(new Set((await stack.phones.texts(to)).map(({ body }) => body.slice(0, 6)))).toEqual(new Set([code]))
  await age(id, 'resend_at = now()')
  const called = await stack.call('POST', `/v1/verifications/${id}/sends`, {
    channel: 'call',
    call_mode: 'match_digits',
  })
  expect([called.status, called.body['channel'], called.body['call_mode']]).toEqual([
    202,
    'call',
    'match_digits',
  ])
  expect(called.body.match_digits).toMatch(/^[1-8]{2}$/)
  expect((await check(id, code)).body.status).toBe('approved')
})

it('a call that names no mode speaks the code; a resend that names nothing goes the same way again', async () => {
  const { id } = await start()
  const again = async (body: object) => {
    await age(id, 'resend_at = now()')
    await stack.database.query(`update deliveries set status = 'ended', due_at = null where channel = 'call'`)
    return (await stack.call('POST', `/v1/verifications/${id}/sends`, body)).body['call_mode']
  }
  expect(await again({ call_mode: 'match_digits', client_ip: '203.0.113.7' })).toBe('match_digits')
  expect(await again({})).toBe('match_digits')
  expect(await again({ channel: 'call' })).toBe('spoken_code')
})

it('press_1 is refused on a resend, too', async () => {
  const { id } = await start({ purpose: 'login', subject_id: 'resender' })
  await age(id, 'resend_at = now()')
  const { status, body } = await stack.call('POST', `/v1/verifications/${id}/sends`, {
    ...{ channel: 'call', call_mode: 'press_1' },
  })
  expect([status, body.code]).toEqual([422, 'call_mode_not_allowed'])
})

it('a new verification of the same subject and purpose ends the older one, and only that', async () => {
  const older = await start({ purpose: 'login', subject_id: 'patient-1' })
  const elsewhere = await start({ purpose: 'phone_change', subject_id: 'patient-1' })
  const nobody = await start({ purpose: 'login' })
  const newer = await start({ purpose: 'login', subject_id: 'patient-1' })
  const late = await check(older.id, older.code)
  expect([late.status, late.body.code]).toEqual([409, 'verification_finished'])
  expect((await read(older.id)).status).toBe('canceled')
  for (const { id, code } of [elsewhere, nobody, newer]) expect((await check(id, code)).status).toBe(200)
})

it('the codes of two purposes never open each other', async () => {
  const all = []
  for (const purpose of ['registration', 'login', 'phone_change', 'other'])
    all.push(await start({ purpose, subject_id: 'patient-2' }))
  for (const one of all)
    for (const other of all)
      if (one !== other && one.code !== other.code) expect((await check(one.id, other.code)).status).toBe(422)
  for (const { id, code } of all) expect((await check(id, code)).status).toBe(200)
})

it('cancel ends it; what is over stays as it is', async () => {
  const { id, code } = await start()
  const canceled = await stack.call('POST', `/v1/verifications/${id}/cancel`)
  expect([canceled.status, canceled.body.status]).toEqual([200, 'canceled'])
  const again = await stack.call('POST', `/v1/verifications/${id}/cancel`, {})
  expect([again.status, again.body.status]).toEqual([200, 'canceled'])
  const ends = await stack.database.query(
    `select from events where verification_id = $1 and kind = 'canceled'`,
    [readId('ver', id)],
  )
  expect(ends).toHaveLength(1)
  expect((await check(id, code)).body.code).toBe('verification_finished')
  const approved = await start()
  await check(approved.id, approved.code)
  const kept = await stack.call('POST', `/v1/verifications/${approved.id}/cancel`)
  expect(kept.body.status).toBe('approved')
})

it.each([
  ['spaces', (code: string) => ` ${code.slice(0, 3)} ${code.slice(3)} `],
  ['hyphens', (code: string) => code.split('').join('-')],
  ['full width', (code: string) => inScript(code, 0xff10)],
  ['Arabic-Indic digits', (code: string) => inScript(code, 0x0660)],
  ['Devanagari digits', (code: string) => inScript(code, 0x0966)],
  ['mathematical bold digits', (code: string) => inScript(code, 0x1d7ce)],
  ['a tab and a line break', (code: string) => `\t${code}\r\n`],
])('reads a code in %s', async (_spelling, write) => {
  const { id, code } = await start()
  expect((await check(id, write(code))).body.status).toBe('approved')
})

it.each([
  '',
  '12345',
  '1234567',
  'abcdef',
  '12345a',
  '１２３４５',
  '12 34 5',
  '½23456',
  'null',
  '1e5000',
  '+12345',
  '123456\u0000',
  '\ud800',
  '9'.repeat(5_000),
])('calls %j malformed and spends no try', async (text) => {
  const { id, secret } = shared
  for (const token of [undefined, secret]) {
    const refused = await stack.call(...asks(id, text), { ...(token && { token }) })
    expect([refused.status, refused.body.code]).toEqual([422, 'code_malformed'])
  }
  expect((await read(id)).tries_left).toBe(5)
})
const asks = (id: string, code: string) => ['POST', `/v1/verifications/${id}/checks`, { code }] as const
let shared: { id: string; secret: string }
beforeAll(async () => {
  shared = await start()
})

it('version grows with everything that can be seen, and with nothing else', async () => {
  const { id, wrong } = await start()
  const seen = [
    await until('delivered', async () => {
      const body = await read(id)
      return body.deliveries[0]!.status === 'delivered' ? body : null
    }),
  ]
  expect((await read(id)).version).toBe(seen[0]!.version)
  await check(id, wrong)
  seen.push(await read(id))
  await age(id, 'resend_at = now()')
  await stack.call('POST', `/v1/verifications/${id}/sends`)
  seen.push(
    await until('delivered twice', async () => {
      const body = await read(id)
      return body.deliveries[1]!.status === 'delivered' ? body : null
    }),
  )
  await stack.call('POST', `/v1/verifications/${id}/cancel`)
  seen.push(await read(id))
  const versions = seen.map(({ version }) => version)
  expect(versions).toEqual([...new Set(versions)].toSorted((a, b) => a - b))
})

function inScript(code: string, zero: number): string {
  return [...code].map((digit) => String.fromCodePoint(zero + Number(digit))).join('')
}
