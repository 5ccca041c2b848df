/**
 * The budget of an account, as the statements keep it: with the numbers of core/limits.ts, and by the database's clock.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LOCK_LADDER_MS, MAX_FAILURES_IN_ROW, MAX_FAILURES_LATELY } from '#core/limits.ts'
import { newUuid } from '#core/new-id.ts'
import { insertAccount } from '#db/accounts.ts'
import { openDatabase } from '#db/client.ts'
import type { Database } from '#db/client.ts'
import { countAccountTry, readPerson } from '#db/people.ts'
import { insertTenant } from '#db/tenants.ts'
import { makeDatabase } from '#test/harness/database.ts'
import type { TestDatabase } from '#test/harness/database.ts'

let test: TestDatabase
let database: Database
const tenantId = newUuid()
const asker = { actor: 'client', requestId: 'req_0' }

beforeAll(async () => {
  test = await makeDatabase()
  database = openDatabase(test.url, 2)
  await insertTenant(database, { id: tenantId, name: 'Riverside Clinic', country: 'GB', locale: 'en-GB' })
})
afterAll(async () => {
  await database?.close()
  await test?.drop()
})

const addAccount = async () => {
  const id = newUuid()
  const none = { credentialId: null, subjectId: null, role: null, locale: null, emailSealed: null }
  await insertAccount(database, tenantId, { id, displayName: 'Anna', userType: 'patient', ...none })
  return id
}
const tryOnce = (accountId: string, isRight: boolean) =>
  countAccountTry(database, { tenantId, accountId, isRight }, asker)
const fail = async (accountId: string, times: number) => {
  for (let n = 0; n < times; n++) await tryOnce(accountId, false)
}
const lockOf = async (accountId: string) => (await readPerson(database, tenantId, accountId))?.lock ?? null
/** As if `ms` had passed for the account. */
const age = (accountId: string, ms: number) =>
  test.query(
    `update accounts set locked_until = locked_until - make_interval(secs => $2),
       failed_at = array(select f - make_interval(secs => $2) from unnest(failed_at) f order by 1) where id = $1`,
    [accountId, ms / 1_000],
  )

describe('wrong answers in a row', () => {
  it('lock at the tenth, for longer each time, and never for longer than the last', async () => {
    const id = await addAccount()
    for (const ms of [...LOCK_LADDER_MS, LOCK_LADDER_MS[2]]) {
      await fail(id, MAX_FAILURES_IN_ROW - 1)
      expect(await lockOf(id)).toBeNull()
      await fail(id, 1)
      const lock = await lockOf(id)
      const leftMs = Date.parse(lock?.until ?? '') - Date.now()
      expect(lock?.reason).toBe('too_many_wrong')
      expect(Math.abs(leftMs - ms)).toBeLessThan(20_000)
      await age(id, ms + 1_000)
      expect(await lockOf(id)).toBeNull()
    }
  })

  it('are not forgotten by waiting', async () => {
    const id = await addAccount()
    for (let round = 0; round < 2; round++) {
      await fail(id, 4)
      await age(id, 16 * 60_000)
    }
    await fail(id, 2)
    expect((await lockOf(id))?.reason).toBe('too_many_wrong')
  })

  it('are forgotten with a right one, and the ladder begins anew', async () => {
    const id = await addAccount()
    await fail(id, MAX_FAILURES_IN_ROW)
    await age(id, LOCK_LADDER_MS[0] + 1_000)
    await tryOnce(id, true)
    await fail(id, MAX_FAILURES_IN_ROW)
    const leftMs = Date.parse((await lockOf(id))?.until ?? '') - Date.now()
    expect(Math.abs(leftMs - LOCK_LADDER_MS[0])).toBeLessThan(20_000)
  })
})

describe('wrong answers in thirty days', () => {
  it('stop at the fiftieth, however many right ones lie between', async () => {
    const id = await addAccount()
    for (let round = 0; round < 10; round++) {
      await fail(id, 5)
      if (round < 9) {
        expect(await lockOf(id)).toBeNull()
        await tryOnce(id, true)
      }
    }
    expect(await lockOf(id)).toEqual({ reason: 'too_many_wrong_lately', until: null })
    expect(MAX_FAILURES_LATELY).toBe(50)
    await age(id, 30 * 86_400_000)
    expect(await lockOf(id)).toBeNull()
  })
})
