import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { readId } from '#core/ids.ts'
import { freshPhone } from '#test/harness/fresh-phone.ts'
import type { Reply } from '#test/harness/http-client.ts'
import { startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'

const open: Stack[] = []
/** Nobody sends: what counts here is accepted by the database, not by the carrier. */
const limitedBy = async (env: Record<string, string>) => {
  const lifted = Object.fromEntries(
    ['ADDRESS_HOUR', 'NEIGHBOURHOOD_HOUR', 'TENANT_DAY', 'COUNTRY_DAY', 'GLOBAL_DAY'].map((cap) => [
      ...[`KEYPAD_CAP_${cap}`, '100000000'],
    ]),
  )
  const limits = { KEYPAD_TEST_LIMITS: '', KEYPAD_BREAKER_SENDS: '0', ...lifted, ...env }
  const stack = await startStack({ workers: 0, env: limits })
  open.push(stack)
  return stack
}
afterAll(async () => {
  for (const stack of open) await stack.close()
})

const start = (stack: Stack, more: object = {}, token?: string) =>
  stack.call(
    'POST',
    '/v1/verifications',
    { to: freshPhone(), channel: 'sms', ...more },
    { ...(token && { token }) },
  )
const wait = (reply: Reply) => Number(reply.headers.get('retry-after'))
const refused = (reply: Reply, code: string) => {
  expect([reply.status, reply.body.code, reply.body['retryable']]).toEqual([429, code, true])
  expect(reply.body.retry_after).toBe(wait(reply))
  return wait(reply)
}

describe('the limits that are never lifted', () => {
  let stack: Stack
  const ageLedger = (seconds: number) =>
    stack.database.query(
      `update send_ledger set sent_at = (select array_agg(s - make_interval(secs => $1) order by s) from unnest(sent_at) s)`,
      [seconds],
    )
  afterEach(async () => {
    await stack?.database.query('truncate send_ledger, send_clearings, send_counters')
  })

  it('waits of 30, 60 and 120 seconds lie between the sends of one verification, four in all', async () => {
    stack ??= await limitedBy({ KEYPAD_TEST_LIMITS: 'open' })
    const { body } = await start(stack)
    const path = `/v1/verifications/${body.id}`
    const until = (text: string) => (new Date(text).getTime() - Date.now()) / 1_000
    expect(until(body.resend_at)).toBeCloseTo(30, -0.5)
    for (const [seconds, left] of [
      [30, 2],
      [60, 1],
      [120, 0],
    ] as const) {
      const early = await stack.call('POST', `${path}/sends`)
      expect(Math.abs(refused(early, 'send_too_soon') - seconds)).toBeLessThanOrEqual(1)
      await stack.database.query(
        `update verifications set resend_at = resend_at - make_interval(secs => $2) where id = $1`,
        [readId('ver', body.id), wait(early)],
      )
      const sent = await stack.call('POST', `${path}/sends`)
      expect([sent.status, sent.body.sends_left]).toEqual([202, left])
      if (left === 0) expect(sent.body.resend_at).toBeNull()
    }
    await stack.database.query('update verifications set resend_at = now() where id = $1', [
      readId('ver', body.id),
    ])
    refused(await stack.call('POST', `${path}/sends`), 'sends_exhausted')
  })

  it('a number gets 4 sends in 10 minutes, 6 an hour, 10 a day, over all tenants, texts and calls', async () => {
    stack ??= await limitedBy({ KEYPAD_TEST_LIMITS: 'open' })
    const others = [await stack.addTenant(), await stack.addTenant()]
    const to = freshPhone()
    let turn = 0
    const ask = () =>
      start(stack, { to, channel: 'sms' }, [undefined, ...others.map((other) => other.secretKey)][turn++ % 3])
    const accept = async (count: number) => {
      for (let sent = 0; sent < count; sent++) {
        expect((await ask()).status).toBe(201)
        await ageLedger(2)
      }
    }
    const retryIn = async (expected: number) => {
      const seconds = refused(await ask(), 'sends_exhausted')
      expect(Math.abs(seconds - expected)).toBeLessThanOrEqual(2)
      await ageLedger(seconds - 1.2)
      refused(await ask(), 'sends_exhausted')
      await ageLedger(1.2)
    }
    await accept(4)
    await retryIn(600 - 8)
    await accept(2)
    await retryIn(3_600 - 600 - 4)
    await accept(4)
    await retryIn(86_400 - 3_600 - 8)
    await accept(1)
  })

  it('calls count with texts, and resends with starts', async () => {
    stack ??= await limitedBy({ KEYPAD_TEST_LIMITS: 'open' })
    const to = freshPhone()
    const first = await start(stack, { to, channel: 'call' })
    await stack.database.query(`update deliveries set status = 'ended'`)
    await stack.database.query(`update verifications set resend_at = now()`)
    await stack.call('POST', `/v1/verifications/${first.body.id}/sends`, { channel: 'sms' })
    await start(stack, { to })
    await start(stack, { to })
    refused(await start(stack, { to }), 'sends_exhausted')
    await stack.database.query(`update verifications set resend_at = now()`)
    refused(await stack.call('POST', `/v1/verifications/${first.body.id}/sends`, {}), 'sends_exhausted')
  })

  it('an approval clears the 10 minutes and the hour, not the day', async () => {
    stack ??= await limitedBy({ KEYPAD_TEST_LIMITS: 'open' })
    const to = freshPhone()
    const approve = async (id: string) => {
      await stack.database.query(
        `update verifications set code_mark = (select code_mark from verifications where id = $1) where id = $1`,
        [readId('ver', id)],
      )
      await stack.database.query(
        `select keypad_end_verification(id, tenant_id, 'approved', 1), keypad_note_approvals(array[id]) from verifications where id = $1`,
        [readId('ver', id)],
      )
    }
    for (const sends of [4, 4, 2]) {
      let last = ''
      for (let sent = 0; sent < sends; sent++) last = (await start(stack, { to })).body.id
      await approve(last)
    }
    expect(refused(await start(stack, { to }), 'sends_exhausted')).toBeGreaterThan(86_000)
  })

  it('a subject gets as many as a number, whatever numbers it names', async () => {
    stack ??= await limitedBy({ KEYPAD_TEST_LIMITS: 'open' })
    const ask = (purpose: string) => start(stack, { subject_id: 'roamer', purpose })
    for (const purpose of ['login', 'login', 'other', 'phone_change'])
      expect((await ask(purpose)).status).toBe(201)
    refused(await ask('registration'), 'sends_exhausted')
    const { secretKey } = await stack.addTenant()
    expect((await start(stack, { subject_id: 'roamer' }, secretKey)).status).toBe(201)
  })

  it('a refused start makes no row and leaves the older verification alive', async () => {
    stack ??= await limitedBy({ KEYPAD_TEST_LIMITS: 'open' })
    const ask = () => start(stack, { subject_id: 'keeper', purpose: 'login' })
    for (let sent = 0; sent < 3; sent++) await ask()
    const { body } = await ask()
    const count = () =>
      stack.database.query('select count(*) from verifications, (select count(*) from events) e')
    const before = await count()
    refused(await ask(), 'sends_exhausted')
    expect(await count()).toEqual(before)
    expect((await stack.call('GET', `/v1/verifications/${body.id}`)).body.status).toBe('pending')
  })
})

/** A fifth of every cap is kept for logins on proven numbers. */
describe('each cap alone, with all others lifted', () => {
  it.each([
    ['an address', 'ADDRESS_HOUR', ['203.0.113.7', '2001:db8:1:2::9'], ['203.0.113.8', '2001:db8:1:3::9']],
    [
      'its neighbourhood',
      'NEIGHBOURHOOD_HOUR',
      ['203.0.113.7', '2001:db8:1:2::9'],
      ['203.0.112.7', '2001:db8:2:2::9'],
    ],
  ])('%s', async (_what, cap, full, free) => {
    const stack = await limitedBy({ [`KEYPAD_CAP_${cap}`]: '10' })
    for (const [index, address] of full.entries()) {
      const near = (count: number) =>
        cap === 'ADDRESS_HOUR' ? address : address.replace(/\d$/, `${count + 1}`)
      for (let count = 0; count < 8; count++)
        expect((await start(stack, { client_ip: near(count) })).status).toBe(201)
      expect(refused(await start(stack, { client_ip: address }), 'sends_exhausted')).toBeLessThanOrEqual(
        3_600,
      )
      expect((await start(stack, { client_ip: free[index] })).status).toBe(201)
    }
    expect((await start(stack)).status).toBe(201)
  })

  it('a tenant, and a fifth of it is kept for logins on proven numbers (SND-7)', async () => {
    const stack = await limitedBy({ KEYPAD_CAP_TENANT_DAY: '20' })
    const proven = freshPhone()
    const { body } = await start(stack, { to: proven, subject_id: 'known' })
    await stack.database.query(
      `select keypad_end_verification(id, tenant_id, 'approved', 1), keypad_note_approvals(array[id]) from verifications where id = $1`,
      [readId('ver', body.id)],
    )
    for (let count = 0; count < 15; count++) expect((await start(stack)).status).toBe(201)
    refused(await start(stack), 'sends_exhausted')
    refused(await start(stack, { purpose: 'login', subject_id: 'unknown' }), 'sends_exhausted')
    refused(
      await start(stack, { to: proven, subject_id: 'known', purpose: 'phone_change' }),
      'sends_exhausted',
    )
    const login = () => start(stack, { to: proven, purpose: 'login', subject_id: 'known' })
    for (let count = 0; count < 4; count++) {
      expect((await login()).status).toBe(201)
      await stack.database.query('truncate send_ledger')
    }
    expect(refused(await login(), 'sends_exhausted')).toBeLessThanOrEqual(86_400)
    const { secretKey } = await stack.addTenant()
    expect((await start(stack, {}, secretKey)).status).toBe(201)
  })

  it('a country', async () => {
    const stack = await limitedBy({ KEYPAD_CAP_COUNTRY_DAY: '10' })
    for (let count = 0; count < 8; count++) expect((await start(stack)).status).toBe(201)
    refused(await start(stack), 'sends_exhausted')
    expect((await start(stack, { to: '+447400123456' })).status).toBe(201)
  })

  it('everybody', async () => {
    const stack = await limitedBy({ KEYPAD_CAP_GLOBAL_DAY: '10' })
    const { secretKey } = await stack.addTenant()
    for (let count = 0; count < 8; count++)
      expect((await start(stack, {}, count % 2 ? secretKey : undefined)).status).toBe(201)
    refused(await start(stack, { to: '+447400123456' }, secretKey), 'sends_exhausted')
  })

  it('a prefix that nobody confirms pauses itself; others and proven numbers go on (SND-6)', async () => {
    const stack = await limitedBy({ KEYPAD_BREAKER_SENDS: '50', KEYPAD_BREAKER_PERCENT: '30' })
    const pumped = (index: number) => `+4474001${String(index).padStart(5, '0')}`
    const proven = pumped(99)
    await stack.database.query(
      `insert into proven_numbers (tenant_id, subject_id, phone_mark, proven_at)
       select $1, 'known', ''::bytea, now()`,
      [stack.tenant.id],
    )
    const first = await start(stack, { to: proven, subject_id: 'known' })
    await stack.database.query(
      `update proven_numbers set phone_mark = (select phone_mark from verifications where id = $1)`,
      [readId('ver', first.body.id)],
    )
    for (let index = 1; index < 50; index++)
      expect((await start(stack, { to: pumped(index) })).status).toBe(201)
    refused(await start(stack, { to: pumped(51) }), 'sends_exhausted')
    refused(await start(stack, { to: pumped(52), channel: 'call' }), 'sends_exhausted')
    expect((await start(stack, { to: proven, subject_id: 'known', purpose: 'login' })).status).toBe(201)
    expect((await start(stack, { to: proven, subject_id: 'known', purpose: 'phone_change' })).status).toBe(
      201,
    )
    expect((await start(stack, { to: '+447911123456' })).status).toBe(201)
    expect((await start(stack)).status).toBe(201)
    const [alert] = await stack.database.query(`select count(*)::int from events where kind = 'sends_paused'`)
    expect(alert).toEqual({ count: 1 })
  })
})
