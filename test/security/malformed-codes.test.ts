/**
 * security.md TOT-6, through the routes: a code of an app is six digits as text. Whatever else is sent opens nothing,
 * breaks nothing and spends nothing, however much of the right code is in it.
 */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { codeOfApp, openLab } from '#test/api/me/me-lab.ts'
import type { Lab } from '#test/api/me/me-lab.ts'
import { startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'
import { openWire, runAll } from '#test/fuzz/wire.ts'

/** So many for each route. */
const COUNT = 500
const SEED = 41

let stack: Stack
let lab: Lab
beforeAll(async () => {
  stack = await startStack({ workers: 0 })
  lab = openLab(stack)
  await stack.call('PUT', '/v1/policies/patient', { required: true, factors: ['totp'] })
})
afterAll(async () => {
  await lab?.close()
  await stack?.close()
})

/** Bodies around the right code that are not it. */
function malformed(code: string): fc.Arbitrary<unknown> {
  const cut = fc.integer({ min: 0, max: 5 }).map((end) => code.slice(0, end))
  const digit = fc.integer({ min: 0, max: 9 }).map(String)
  const long = fc.tuple(fc.array(digit, { minLength: 1, maxLength: 30 }), fc.boolean())
  const odd = fc.constantFrom('\u0000', 'x', '+', '.', ',', '/', "'", '²', '½', '一', '%', '_', '𝟘x', 'e0')
  const place = fc.integer({ min: 0, max: 6 })
  const texts = fc.oneof(
    cut,
    long.map(([more, isFirst]) => (isFirst ? more.join('') + code : code + more.join(''))),
    fc.tuple(odd, place).map(([sign, at]) => code.slice(0, at) + sign + code.slice(at)),
    fc.string({ unit: 'binary' }).filter((text) => !/\d/u.test(text.normalize('NFKC'))),
    fc.constantFrom(
      `0x${Number(code).toString(16)}`,
      `${code}e0`,
      `-${code}.`,
      `${code}\n${code}`,
      code.repeat(2),
    ),
  )
  const values = fc.oneof(
    { weight: 4, arbitrary: texts },
    fc.constantFrom<unknown>(
      Number(code),
      -Number(code),
      [code],
      [[code]],
      [...code],
      { code },
      { $eq: code },
      null,
    ),
    fc.constantFrom<unknown>(
      true,
      {},
      [],
      '',
      { length: 6 },
      { toString: code },
      [Number(code)],
      [null, code],
    ),
  )
  return fc.oneof(
    { weight: 9, arbitrary: values.map((value) => ({ code: value })) },
    fc.constantFrom<unknown>(
      code,
      [code],
      Number(code),
      { Code: code },
      { code, code2: code },
      { code, totp: code },
      {},
    ),
  )
}

async function tryAll(path: string, token: string, secret: string): Promise<Map<string, number>> {
  const wire = openWire(stack.urls[0]!, 4)
  const bodies = fc.sample(malformed(codeOfApp(secret)), { seed: SEED, numRuns: COUNT })
  const seen = new Map<string, number>()
  await runAll(bodies, 4, async (body) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const bytes = Buffer.from(JSON.stringify(body))
    const answer = await wire.send({ method: 'POST', path, headers, body: bytes, chunked: false })
    const { code } = JSON.parse(answer.body.toString()) as { code: string }
    seen.set(`${answer.status} ${code}`, (seen.get(`${answer.status} ${code}`) ?? 0) + 1)
  })
  wire.close()
  return seen
}

const REFUSED = ['400 request_invalid', '422 code_malformed']

it('at a login', async () => {
  const person = await lab.addPerson({ totp: true })
  const { username } = person
  const { body: login } = await stack.call('POST', '/v1/logins', { username, password: 'four-quiet-herons' })
  expect(login.next.action).toBe('enter_totp')
  const path = `/v1/logins/${login.id}/answer`
  expect([...(await tryAll(path, login.client_secret, person.secret)).keys()].toSorted()).toEqual(REFUSED)
  expect(await spent(person.accountId)).toEqual({ failures: 0, tried: 0 })
  const { body } = await stack.call('POST', path, { code: codeOfApp(person.secret) })
  expect(body.next.action).toBe('done')
}, 60_000)

it('when an app is confirmed, and when it is given up', async () => {
  const person = await lab.addPerson()
  const { body } = await person.call('POST', '/v1/me/totp', {})
  const secret = String(body['secret'])
  const confirm = await tryAll('/v1/me/totp/confirm', person.token, secret)
  expect([...confirm.keys()].toSorted()).toEqual(REFUSED)
  expect((await person.call('POST', '/v1/me/totp/confirm', { code: codeOfApp(secret, -1) })).status).toBe(200)
  const disable = await tryAll('/v1/me/totp/disable', person.token, secret)
  expect([...disable.keys()].toSorted()).toEqual(REFUSED)
  expect(await spent(person.accountId)).toEqual({ failures: 0, tried: 0 })
  expect((await person.call('POST', '/v1/me/totp/disable', { code: codeOfApp(secret) })).status).toBe(200)
}, 60_000)

async function spent(accountId: string) {
  const [row] = await stack.database.query<{ failures: number }>(
    'select failures_in_row + cardinality(failed_at) as failures from accounts where id = $1',
    [accountId],
  )
  return { failures: row?.failures, tried: (await lab.eventsOf(accountId, 'factor_tried')).length }
}
