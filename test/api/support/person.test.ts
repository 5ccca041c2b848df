import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readId } from '#core/ids.ts'
import { supportAccount, timelinePage } from '#core/support-contract.ts'
import { logIn, makePerson, wrongCode } from '#test/harness/people.ts'
import { startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'
import { until } from '#test/harness/until.ts'
import { eventsOf } from '../people/people-lab.ts'
import { readTimeline } from './support-lab.ts'
import type { Entry } from './support-lab.ts'

let stack: Stack
beforeAll(async () => {
  stack = await startStack()
})
afterAll(() => stack?.close())

async function readAccount(accountId: string, query = '') {
  const reply = await stack.call('GET', `/v1/support/accounts/${accountId}${query}`)
  expect(reply.status).toBe(200)
  return supportAccount.strict().parse(reply.body)
}

async function waitFor(accountId: string, kind: string): Promise<Entry[]> {
  return until(`${kind} in the timeline`, async () => {
    const entries = await readTimeline(stack, accountId)
    return entries.some((entry) => entry.kind === kind) ? entries : null
  })
}

describe('a login with a wrong code', () => {
  it('is told step by step, newest first, with what it rests on and nothing personal', async () => {
    const person = await makePerson(stack)
    const login = await logIn(stack, person)
    const code = await stack.phones.codeOf(person.phone)
    const wrong = wrongCode(code)
    await stack.call('POST', `/v1/logins/${login.body.id}/answer`, { code: wrong })
    await waitFor(person.accountId, 'delivered')
    const entries = await readTimeline(stack, person.accountId)
    const kinds = entries.map(({ kind }) => kind)
    const own = kinds.slice(0, kinds.indexOf('login_started') + 1).filter((kind) => kind !== 'looked_up')
    expect(own.toSorted()).toEqual([
      ...[
        'carrier_accepted',
        'code_tried',
        'delivered',
        'login_started',
        'send_queued',
        'verification_started',
      ],
    ])
    expect(entries.map(({ id }) => id)).toEqual(
      entries
        .map(({ id }) => id)
        .toSorted()
        .toReversed(),
    )
    const tried = entries.find(({ kind }) => kind === 'code_tried')
    expect(tried?.technical).toMatchObject({
      request_id: expect.stringMatching(/^req_/),
      verification_id: login.body.next.verification?.id,
      data: { right: false },
    })
    const said = JSON.stringify(entries)
    for (const secret of [code, wrong, person.phone.slice(1), person.username])
      expect(said).not.toContain(secret)
  })

  it('is the verdict, resting on events that the timeline has', async () => {
    const person = await makePerson(stack)
    const login = await logIn(stack, person)
    const code = await stack.phones.codeOf(person.phone)
    await stack.call('POST', `/v1/logins/${login.body.id}/answer`, { code: wrongCode(code) })
    const entries = await waitFor(person.accountId, 'delivered')
    const account = await readAccount(person.accountId)
    expect(account).toMatchObject({ verdict_code: 'code_wrong_delivered', account: { id: person.accountId } })
    expect(account.evidence.length).toBeGreaterThan(0)
    for (const id of account.evidence) expect(entries.map((entry) => entry.id)).toContain(id)
    expect(account.limits.find(({ limit }) => limit === 'wrong_answers')).toMatchObject({
      used: 1,
      max: 50,
      is_on: false,
    })
    expect(account.limits.find(({ limit }) => limit === 'number')).toMatchObject({
      is_on: false,
      until: null,
    })
  })
})

describe('a text that fails', () => {
  it('tells why in words, and the carrier’s own number to whoever builds', async () => {
    const person = await makePerson(stack)
    await stack.phones.setFate(person.phone, 'switched_off')
    await logIn(stack, person)
    const entries = await waitFor(person.accountId, 'send_failed')
    const failed = entries.find(({ kind }) => kind === 'send_failed')
    expect(failed?.technical).toMatchObject({
      ...{ delivery_reason: 'switched_off', carrier_code: 30003, delivery_status: 'failed', channel: 'sms' },
      ...{ carrier_sid: expect.stringMatching(/^SM/), delivery_id: expect.stringMatching(/^dlv_/) },
    })
    expect((await readAccount(person.accountId)).verdict_code).toBe('switched_off')
  })
})

describe('a person', () => {
  it('reads in Dutch where that is asked for or the tenant’s language, else in English', async () => {
    const person = await makePerson(stack)
    const english = await readAccount(person.accountId)
    const dutch = await readAccount(person.accountId, '?locale=nl-BE')
    expect(dutch.verdict_code).toBe(english.verdict_code)
    expect(dutch.verdict).not.toBe(english.verdict)
    expect((await readAccount(person.accountId, '?locale=fr')).verdict).toBe(english.verdict)
    const reply = await stack.call('GET', `/v1/support/accounts/${person.accountId}/timeline?locale=nl-NL`)
    expect((reply.body['data'] as Entry[])[0]?.sentence).not.toBe(
      (await readTimeline(stack, person.accountId))[0]?.sentence,
    )
  })

  it('shows the lock, until when, the help code and that unblock ends it', async () => {
    const person = await makePerson(stack)
    await stack.database.query(
      `update accounts set locked_until = now() + interval '1 hour', failed_at = array_fill(now(), array[10]) where id = $1`,
      [readId('acc', person.accountId)],
    )
    const login = await logIn(stack, person)
    const account = await readAccount(person.accountId)
    expect(account.verdict_code).toBe('locked_short')
    const [lock, wrong] = account.limits
    expect(lock).toMatchObject({
      limit: 'account',
      is_on: true,
      can_unblock: true,
      until: login.body.next.until,
    })
    expect(lock?.sentence).toMatch(/until \d+ \w+ at \d\d:\d\d\.$/)
    expect(wrong).toMatchObject({ used: 10, max: 50, is_on: false })
    expect(account.help_codes).toMatchObject([{ code: login.body.next.help_code, login_id: login.body.id }])
  })

  it('shows a full window of the number with the next free time, and whether unblock helps', async () => {
    const person = await makePerson(stack)
    const fill = (count: number, minutes: number) =>
      stack.database.query(
        `update send_ledger set sent_at = array_fill(now() - make_interval(mins => $2), array[$1::int])
         where mark = (select phone_mark from accounts where id = $3)`,
        [count, minutes, readId('acc', person.accountId)],
      )
    const numberOf = async () =>
      (await readAccount(person.accountId)).limits.find(({ limit }) => limit === 'number')
    await stack.database.query('delete from send_clearings')
    await fill(6, 30)
    const full = await numberOf()
    expect(full).toMatchObject({ is_on: true, used: 6, max: 10, can_unblock: true })
    expect(Date.parse(full?.until ?? '') - Date.now()).toBeLessThan(31 * 60_000)
    await fill(10, 300)
    expect(await numberOf()).toMatchObject({ is_on: true, used: 10, can_unblock: false })
  })

  it('shows ways in, what waits, and which rule holds', async () => {
    const person = await makePerson(stack)
    const account = await readAccount(person.accountId)
    expect(account.factors).toEqual({
      phone: {
        ...{ current_masked: expect.stringContaining('••'), pending_masked: null },
        proven_at: expect.any(String),
      },
      ...{ totp: false, pin: false, recovery_codes: 0 },
    })
    expect(account).toMatchObject({
      requests: [],
      help_codes: [],
      policy: { required: false, factors: ['sms'] },
    })
  })

  it('is noted as looked up once for every reading', async () => {
    const person = await makePerson(stack)
    const pages = async () =>
      (await eventsOf(stack, 'looked_up'))
        .filter(({ account_id: id }) => id === readId('acc', person.accountId))
        .map(({ data }) => data['page'])
    await readAccount(person.accountId)
    await readTimeline(stack, person.accountId)
    expect(await pages()).toEqual(['account', 'timeline'])
  })
})

describe('a timeline', () => {
  it('goes on where a page ended, and writes each page as text for a ticket', async () => {
    const person = await makePerson(stack)
    await logIn(stack, person)
    await waitFor(person.accountId, 'delivered')
    const all = (await readTimeline(stack, person.accountId)).map(({ id }) => id)
    const seen: string[] = []
    let cursor: unknown = null
    do {
      const query = cursor === null ? '' : `&cursor=${String(cursor)}`
      const reply = await stack.call(
        'GET',
        `/v1/support/accounts/${person.accountId}/timeline?limit=3${query}`,
      )
      const page = timelinePage.strict().parse(reply.body)
      seen.push(...page.data.map(({ id }) => id))
      expect(page.text.split('\n')).toHaveLength(page.data.length)
      for (const secret of [person.phone.slice(1), person.username]) expect(page.text).not.toContain(secret)
      cursor = page.next_cursor
    } while (cursor !== null)
    expect(seen.filter((id) => all.includes(id))).toEqual(all)
    expect(new Set(seen).size).toBe(seen.length)
  })

  it('refuses a cursor of another list', async () => {
    const person = await makePerson(stack)
    for (const cursor of ['x', '', 'AZqzxKAAcAGAAAAAAAAAAA', '_________88'])
      expect(
        (await stack.call('GET', `/v1/support/accounts/${person.accountId}/timeline?cursor=${cursor}`))
          .status,
      ).toBe(400)
  })
})
