import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { formatPhone } from '#core/phone-format.ts'
import { freshPhone } from '#test/harness/fresh-phone.ts'
import { logIn, makePerson, wrongCode } from '#test/harness/people.ts'
import type { TestPerson } from '#test/harness/people.ts'
import { startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'
import { addAccount, eventsOf } from '../people/people-lab.ts'
import { find, findWays } from './support-lab.ts'

let stack: Stack
let person: TestPerson
let own: (way: string) => [string, string][]
beforeAll(async () => {
  stack = await startStack()
  person = await makePerson(stack, { username: 'Find.Me@example.org' })
  own = (way) => [[person.accountId, way]]
})
afterAll(() => stack.close())

describe('a search', () => {
  it('finds a person by the account’s id, in any case', async () => {
    expect(await find(stack, person.accountId.toUpperCase())).toEqual([
      {
        id: person.accountId,
        username: 'Find.Me@example.org',
        display_name: expect.any(String),
        user_type: 'patient',
        phone: { current_masked: expect.stringContaining('••'), pending_masked: null },
        matched_by: 'account_id',
      },
    ])
  })

  it('finds a username in any case and width, and nothing in a part of it', async () => {
    expect(await findWays(stack, '  ＦIND.ME@example.org ')).toEqual(own('username'))
    expect(await find(stack, 'find.me')).toEqual([])
  })

  it('finds a phone in every spelling, national ones of any country too', async () => {
    const national = `0${person.phone.slice(3)}`
    const spellings = [person.phone, formatPhone(person.phone), person.phone.replace('+', '00'), national]
    for (const spelling of [
      ...spellings,
      ` ${person.phone.slice(1)}`,
      `(${national.slice(0, 2)}) ${national.slice(2)}`,
    ])
      expect(await findWays(stack, spelling)).toEqual(own('phone'))
  })

  it('finds a number that waits to be proven, landlines too', async () => {
    const phone = freshPhone()
    const pending = await addAccount(stack, { phone })
    const landline = await addAccount(stack, { phone: '020 7946 0321', country: 'GB' })
    expect(await findWays(stack, phone)).toEqual([[pending.body.id, 'pending_phone']])
    expect(await findWays(stack, '+44 20 7946 0321')).toEqual([[landline.body.id, 'pending_phone']])
  })

  it('finds your own subject id, letter by letter', async () => {
    const body = { subject_id: 'Patient-1042', password_checked: true, user_type: 'patient' }
    const login = await stack.call('POST', '/v1/logins', body)
    const [found] = await find(stack, 'Patient-1042')
    expect(found).toMatchObject({ matched_by: 'subject_id', username: null })
    expect(await find(stack, 'patient-1042')).toEqual([])
    expect(await findWays(stack, login.body.id)).toEqual([[found?.id, 'login_id']])
  })

  it('finds whose login, verification, delivery, request and text it was', async () => {
    const login = await logIn(stack, person)
    const verification = login.body.next.verification
    await stack.phones.codeOf(person.phone)
    expect(await findWays(stack, login.body.id)).toEqual(own('login_id'))
    expect(await findWays(stack, verification?.id ?? '')).toEqual(own('verification_id'))
    expect(await findWays(stack, verification?.deliveries[0]?.id ?? '')).toEqual(own('delivery_id'))
    const request = login.headers.get('request-id') ?? ''
    expect(await findWays(stack, request)).toEqual(own('request_id'))
    expect(await findWays(stack, `/requests/${request}`)).toEqual(own('request_id'))
    const [text] = await stack.phones.texts(person.phone)
    expect(await findWays(stack, text?.sid ?? '')).toEqual(own('carrier_sid'))
  })

  it('finds whose try it was by the request that made it', async () => {
    const login = await logIn(stack, person)
    const code = await stack.phones.codeOf(person.phone)
    const tried = await stack.call('POST', `/v1/logins/${login.body.id}/answer`, { code: wrongCode(code) })
    expect(await findWays(stack, tried.headers.get('request-id') ?? '')).toEqual(own('request_id'))
  })

  it('finds nobody by a request, text or code of a verification without an account', async () => {
    const phone = freshPhone()
    const started = await stack.call('POST', '/v1/verifications', { to: phone, channel: 'sms' })
    await stack.phones.codeOf(phone)
    const [text] = await stack.phones.texts(phone)
    for (const q of [started.headers.get('request-id') ?? '', started.body.id, text?.sid ?? ''])
      expect(await find(stack, q)).toEqual([])
  })

  it('finds who is locked by the help code, as it is heard', async () => {
    const locked = await makePerson(stack)
    await stack.database.query(
      `update accounts set locked_until = now() + interval '1 hour' where phone_masked is not null
       and id = (select account_id from logins order by id desc limit 1)`,
    )
    const { body } = await logIn(stack, locked)
    expect(body.next.action).toBe('contact_support')
    const heard = body.next.help_code.toLowerCase().replaceAll('-', ' ')
    expect(await findWays(stack, heard)).toEqual([[locked.accountId, 'help_code']])
  })

  it('finds all profiles of a username, newest first, in pages', async () => {
    const username = 'shared@example.org'
    const made: string[] = []
    for (let count = 0; count < 3; count++) made.push((await addAccount(stack, { username })).body.id)
    const first = await stack.call('GET', `/v1/support/accounts?limit=2&q=${username}`)
    expect(first.body).toMatchObject({ has_more: true, data: [{ id: made[2] }, { id: made[1] }] })
    const cursor = first.body['next_cursor']
    const second = await stack.call(
      'GET',
      `/v1/support/accounts?limit=2&q=${username}&cursor=${String(cursor)}`,
    )
    expect(second.body).toMatchObject({ has_more: false, next_cursor: null, data: [{ id: made[0] }] })
  })

  it('still finds names and numbers that an older key of the ring marked', async () => {
    const url = stack.urls.length
    stack.env['KEYPAD_SECRETS'] = `k2:${randomBytes(32).toString('base64')},${stack.env['KEYPAD_SECRETS']}`
    stack.urls.push(await stack.addApi())
    expect(await findWays(stack, person.phone, { at: url })).toEqual(own('phone'))
    expect(await findWays(stack, 'find.me@example.org', { at: url })).toEqual(own('username'))
    stack.urls.pop()
  })

  it('notes once for each person shown that staff looked, and by what, never the thing itself', async () => {
    const before = await eventsOf(stack, 'looked_up')
    await find(stack, person.phone)
    await find(stack, 'nobody@example.org')
    const after = (await eventsOf(stack, 'looked_up')).slice(before.length)
    expect(after).toMatchObject([{ data: { page: 'search', by: 'phone' } }])
    expect(JSON.stringify(after)).not.toContain(person.phone.slice(-7))
    const paged = await eventsOf(stack, 'looked_up')
    await stack.call('GET', '/v1/support/accounts?limit=1&q=shared@example.org')
    expect((await eventsOf(stack, 'looked_up')).length).toBe(paged.length + 1)
  })

  it('refuses what cannot be searched for', async () => {
    for (const query of [
      '',
      '?q=',
      `?q=${'x'.repeat(256)}`,
      '?q=a%0Ab',
      '?q=a&q=b',
      '?q=a&by=phone',
      '?q=a&limit=0',
    ])
      expect((await stack.call('GET', `/v1/support/accounts${query}`)).status, query).toBe(400)
  })
})
