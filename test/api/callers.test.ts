import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addKey } from '#cli/keys.ts'
import { openDatabase } from '#db/client.ts'
import { freshPhone } from '#test/harness/fresh-phone.ts'
import type { Body, Reply } from '#test/harness/http-client.ts'
import { startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'
import { until } from '#test/harness/until.ts'

let stack: Stack
let other: Awaited<ReturnType<Stack['addTenant']>>
let mine: Body
let theirs: Body
beforeAll(async () => {
  stack = await startStack({ apis: 2, workers: 0 })
  other = await stack.addTenant()
  mine = (await start()).body
  theirs = (await start(other.secretKey)).body
})
afterAll(() => stack?.close())

const start = (token = stack.tenant.secretKey) =>
  stack.call('POST', '/v1/verifications', { to: freshPhone(), channel: 'sms' }, { token })
const keyWith = async (kind: 'secret' | 'publishable', of: { scopes?: string[]; origins?: string[] }) => {
  const database = openDatabase(stack.database.url, 1)
  const key = { tenantId: stack.tenant.id, kind, scopes: of.scopes ?? [], origins: of.origins ?? [] }
  const made = await addKey(database, key)
  await database.close()
  return made
}
/** Every operation on one verification, and the others. */
const onOne = (id: string): [string, string, unknown][] => [
  ['GET', `/v1/verifications/${id}`, undefined],
  ['POST', `/v1/verifications/${id}/checks`, { code: '000000' }],
  ['POST', `/v1/verifications/${id}/checks`, { code: 'malformed' }],
  ['POST', `/v1/verifications/${id}/checks`, { nonsense: 1 }],
  ['POST', `/v1/verifications/${id}/sends`, {}],
  ['POST', `/v1/verifications/${id}/sends`, { channel: 'call', call_mode: 'press_1' }],
  ['GET', `/v1/verifications/${id}/why`, undefined],
  ['POST', `/v1/verifications/${id}/cancel`, {}],
]
const elsewhere: [string, string, unknown][] = [
  ['POST', '/v1/verifications', { to: '+31612345678', channel: 'sms' }],
  ['POST', '/v1/phone-checks', { phone: '+31612345678' }],
  ['GET', '/v1/countries', undefined],
  ['PUT', '/v1/countries', { served: ['NL'] }],
]
const bodyOf = ({ status, body }: Reply) => JSON.stringify([status, { ...body, instance: '' }])

it.each<[string, string | null]>([
  ['no key', null],
  ['an empty one', ''],
  ['one that was never made', `kp_sk_${'A'.repeat(43)}`],
  ['a long one', `kp_sk_${'A'.repeat(4_000)}`],
  ['one with odd characters', "kp_sk_'; drop table api_keys; --"],
  ['a publishable one that was never made', `kp_pk_${'A'.repeat(43)}`],
])('%s is 401 everywhere, whatever exists', async (_what, token) => {
  for (const [method, path, body] of [...onOne(mine.id), ...elsewhere]) {
    const reply = await stack.call(method, path, body, { token })
    expect([reply.status, reply.body.code, reply.headers.get('www-authenticate')]).toEqual([
      401,
      'key_invalid',
      'Bearer',
    ])
  }
})

it('a key in the address or under another scheme is no key', async () => {
  const { secretKey } = stack.tenant
  const path = `/v1/verifications/${mine.id}`
  expect((await stack.call('GET', `${path}?key=${secretKey}`, undefined, { token: null })).status).toBe(401)
  for (const authorization of [
    secretKey,
    `Basic ${btoa(`${secretKey}:`)}`,
    `Token ${secretKey}`,
    `Bearer  ${secretKey} x`,
  ])
    expect(
      (await stack.call('GET', path, undefined, { token: null, headers: { authorization } })).status,
    ).toBe(401)
  expect(
    (
      await stack.call('GET', path, undefined, {
        token: null,
        headers: { authorization: `bearer ${secretKey}` },
      })
    ).status,
  ).toBe(200)
})

it('a secret key may do what its scopes say', async () => {
  const admin = (await keyWith('secret', { scopes: ['admin'] })).token
  const verify = (await keyWith('secret', { scopes: ['verify'] })).token
  for (const [method, path, body] of [...onOne(mine.id), ...elsewhere]) {
    const isAdmin = path === '/v1/countries'
    const [allowed, refused] = isAdmin ? [admin, verify] : [verify, admin]
    const no = await stack.call(method, path, body, { token: refused })
    expect([no.status, no.body.code]).toEqual([403, 'not_allowed'])
    if (method === 'GET') expect((await stack.call(method, path, body, { token: allowed })).status).toBe(200)
  }
})

describe('ids of others, unknown ones and malformed ones', () => {
  it('answer alike, byte for byte, whatever is asked', async () => {
    const unknown = mine.id.replace(/.{6}$/, '000000')
    for (const token of [stack.tenant.secretKey, mine.client_secret]) {
      for (const [index, [method, , body]] of onOne('').entries()) {
        const answers = []
        for (const id of [
          theirs.id,
          unknown,
          'ver_1',
          'x',
          `${mine.id}0`,
          mine.id.toUpperCase(),
          mine.id.replace('ver_', 'dlv_'),
          '%00',
        ]) {
          const path = onOne(id)[index]![1]
          answers.push(bodyOf(await stack.call(method, path, body, { token })))
        }
        expect(new Set(answers).size).toBe(1)
        expect(answers[0]).toMatch(/^\[(404|400)/)
        if (!answers[0]!.includes('"nonsense"') && !answers[0]!.includes('request_invalid'))
          expect(answers[0]).toContain('not_found')
      }
    }
    expect(
      (await stack.call('GET', `/v1/verifications/${theirs.id}`, undefined, { token: other.secretKey })).body,
    ).toMatchObject({ status: 'pending', tries_left: 5 })
  })

  it('do so in the same time', async () => {
    const unknown = mine.id.replace(/.{6}$/, '000000')
    const times: Record<string, number[]> = { [theirs.id]: [], [unknown]: [], ver_1: [] }
    for (let round = 0; round < 150; round++)
      for (const [id, taken] of Object.entries(times)) {
        const startedAt = performance.now()
        await stack.call('POST', `/v1/verifications/${id}/checks`, { code: '000000' }, { at: 0 })
        taken.push(performance.now() - startedAt)
      }
    const medians = Object.values(times).map((taken) => taken.toSorted((a, b) => a - b)[75]!)
    expect(Math.max(...medians) - Math.min(...medians)).toBeLessThan(2)
  })

  it('ten thousand guesses at other ids would change nothing of mine', async () => {
    const before = (await stack.call('GET', `/v1/verifications/${mine.id}`)).body
    for (let guess = 0; guess < 200; guess++)
      await stack.call(
        'POST',
        `/v1/verifications/${mine.id}/checks`,
        { code: '000000' },
        { token: other.secretKey },
      )
    expect((await stack.call('GET', `/v1/verifications/${mine.id}`)).body).toEqual(before)
  })
})

describe('a client_secret', () => {
  it('may act on its own verification, and on nothing else', async () => {
    const own = (await start()).body
    const token = own.client_secret
    for (const [method, path, body] of elsewhere)
      expect((await stack.call(method, path, body, { token })).status).toBeOneOf([401, 403])
    for (const [method, path, body] of onOne(mine.id))
      expect((await stack.call(method, path, body, { token })).status).toBe(404)
    expect((await stack.call('GET', `/v1/verifications/${own.id}`, undefined, { token })).status).toBe(200)
    expect(
      (await stack.call('POST', `/v1/verifications/${own.id}/checks`, { code: '000000' }, { token })).body
        .tries_left,
    ).toBe(4)
    expect((await stack.call('POST', `/v1/verifications/${own.id}/sends`, {}, { token })).body.code).toBe(
      'send_too_soon',
    )
    expect((await stack.call('POST', `/v1/verifications/${own.id}/cancel`, {}, { token })).body.status).toBe(
      'canceled',
    )
  })

  it('that is bent in one place is refused', async () => {
    const path = `/v1/verifications/${mine.id}`
    for (let at = 6; at < mine.client_secret.length; at += 5) {
      const letter = mine.client_secret[at] === 'x' ? 'y' : 'x'
      const bent = mine.client_secret.slice(0, at) + letter + mine.client_secret.slice(at + 1)
      expect((await stack.call('GET', path, undefined, { token: bent })).status).toBeOneOf([401, 404])
    }
  })

  it('may not say whose request it is', async () => {
    const body = { code: '000000', client_ip: '203.0.113.7' }
    const reply = await stack.call('POST', `/v1/verifications/${mine.id}/checks`, body, {
      token: mine.client_secret,
    })
    expect([reply.status, reply.body.errors[0]?.pointer]).toEqual([400, '/client_ip'])
  })
})

describe('a publishable key', () => {
  const ask = (headers: Record<string, string>, token = stack.tenant.publishableKey) =>
    stack.call('POST', '/v1/phone-checks', { phone: '+31612345678' }, { token, headers })

  it('works from its origins and without one, and shows its answers there', async () => {
    const listed = await ask({ origin: 'https://portal.example.org' })
    expect([
      listed.status,
      listed.headers.get('access-control-allow-origin'),
      listed.headers.get('vary'),
    ]).toEqual([...[200, 'https://portal.example.org', expect.stringContaining('Origin')]])
    expect((await ask({})).status).toBe(200)
  })

  it.each([
    'https://evil.example',
    'null',
    'http://portal.example.org',
    'https://portal.example.org:8443',
    'https://portal.example.org.evil.example',
    'https://PORTAL.example.org',
    '*',
    '',
  ])('is refused from %j, which learns nothing', async (origin) => {
    const reply = await ask({ origin })
    expect([reply.status, reply.headers.get('access-control-allow-origin')]).toEqual([403, null])
  })

  it('does nothing else', async () => {
    for (const [method, path, body] of [
      ...onOne(mine.id),
      ...elsewhere.filter(([, path]) => path !== '/v1/phone-checks'),
    ])
      expect((await stack.call(method, path, body, { token: stack.tenant.publishableKey })).status).toBe(403)
  })

  it('preflights are answered for listed origins alone, and only where pages may call', async () => {
    const preflight = (path: string, origin: string) =>
      stack.call('OPTIONS', path, undefined, {
        token: null,
        headers: { origin, 'access-control-request-method': 'POST' },
      })
    const allowed = await preflight('/v1/phone-checks', 'https://portal.example.org')
    expect([
      allowed.status,
      allowed.headers.get('access-control-allow-origin'),
      allowed.headers.get('access-control-allow-methods'),
    ]).toEqual([...[204, 'https://portal.example.org', 'POST']])
    expect(allowed.headers.get('access-control-allow-credentials')).toBeNull()
    const evil = await preflight('/v1/phone-checks', 'https://evil.example')
    expect(evil.headers.get('access-control-allow-origin')).toBeNull()
    for (const path of ['/v1/verifications', '/v1/countries', '/v1/nothing'])
      expect((await preflight(path, 'https://portal.example.org')).status).toBeOneOf([404, 405])
    expect(
      (await preflight(`/v1/verifications/${mine.id}/checks`, 'https://portal.example.org')).status,
    ).toBe(204)
  })
})

it('a revoked key is refused by both processes within five seconds', async () => {
  const { id, token } = await keyWith('secret', { scopes: ['verify'] })
  const ask = (at: number) => stack.call('GET', `/v1/verifications/${mine.id}`, undefined, { token, at })
  for (const at of [0, 1]) expect((await ask(at)).status).toBe(200)
  await stack.database.query('update api_keys set revoked_at = now() where id = $1', [id])
  await until(
    'both refuse it',
    async () => (await ask(0)).status === 401 && (await ask(1)).status === 401,
    5_000,
  )
})

it('countries that one process changed are followed by the other within five seconds', async () => {
  const token = other.secretKey
  const verdict = async (at: number) =>
    (await stack.call('POST', '/v1/phone-checks', { phone: '+33612345678' }, { token, at })).body.reason
  expect([await verdict(0), await verdict(1)]).toEqual([null, null])
  await stack.call('PUT', '/v1/countries', { served: ['NL'] }, { token, at: 0 })
  expect(await verdict(0)).toBe('country_not_served')
  await until('the other process follows', async () => (await verdict(1)) === 'country_not_served', 5_000)
})
