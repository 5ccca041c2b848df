import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { MAX_TRIES } from '#core/limits.ts'
import { newUuid } from '#core/new-id.ts'
import { stepVerification } from '#core/verification.ts'
import type { TryOutcome, VerificationState } from '#core/verification.ts'
import { pressKeys } from '#db/calls.ts'
import { openDatabase } from '#db/client.ts'
import type { Database } from '#db/client.ts'
import { startVerification } from '#db/start-verification.ts'
import type { NewVerification } from '#db/start-verification.ts'
import { expireVerifications } from '#db/sweeps.ts'
import { cancelVerification, checkCode, readVerification } from '#db/verifications.ts'
import { insertTenant } from '#db/tenants.ts'
import { makeDatabase } from '#test/harness/database.ts'
import type { TestDatabase } from '#test/harness/database.ts'

/** What happens to a verification, in the words of both worlds. `age` lets its time run out. */
type Step =
  | 'wrong'
  | 'right'
  | 'cancel'
  | 'supersede'
  | 'deny'
  | 'wrong_key'
  | 'right_key'
  | 'age'
  | 'sweep'
  | 'read'
const STEPS: Step[] = [
  'wrong',
  'right',
  'cancel',
  'supersede',
  'deny',
  'wrong_key',
  'right_key',
  'age',
  'sweep',
  'read',
]

const ASKER = { actor: 'test', requestId: 'req_test' }
const RIGHT = Buffer.alloc(32, 1)
const WRONG = Buffer.alloc(32, 2)
const LIMITS = { earlyMs: 2_000, maxTries: MAX_TRIES, maxWrong: 1_000, maxRepeats: 2 }
const tenantId = newUuid()

let test: TestDatabase
let database: Database
beforeAll(async () => {
  test = await makeDatabase()
  database = openDatabase(test.url, 4)
  await insertTenant(database, { id: tenantId, name: 'Model', country: 'NL', locale: 'nl-NL' })
})
afterAll(async () => {
  await database?.close()
  await test?.drop()
})

let made = 0
const startOne = async (subjectId: string): Promise<NewVerification & { subjectId: string }> => {
  const phone = Buffer.from(String(made++).padStart(32, '0'))
  const verification: NewVerification & { subjectId: string } = {
    ...{
      id: newUuid(),
      deliveryId: newUuid(),
      tenantId,
      subjectId,
      accountId: null,
      purpose: 'other',
      priority: 2,
    },
    ...{ phoneMarks: [phone], prefixMark: phone, phoneSealed: 'k1.x', toMasked: '+31', country: 'NL' },
    ...{ lineType: 'mobile', locale: 'nl-NL', brand: 'b', channel: 'call', callMode: 'match_digits' },
    ...{ codeSealed: 'k1.y', codeMark: RIGHT, matchDigits: '12', lifeSeconds: 600, resendSeconds: 30 },
    ...{ breakerSends: 0, breakerPercent: 30 },
  } as const
  const none = {
    windowSeconds: [86_400],
    windowMax: [1_000],
    counterMarks: [],
    counterSeconds: [],
    counterCaps: [],
  }
  const started = await startVerification(database, verification, { limits: none, asker: ASKER })
  expect(started.outcome).toBe('started')
  await test.query(
    `update deliveries set status = 'answered', carrier_ref = $2, answered_at = now() - interval '9 s' where id = $1`,
    [verification.deliveryId, verification.deliveryId],
  )
  return verification
}
type Made = Awaited<ReturnType<typeof startOne>>

/** Does a step in the database; gives what a try was told. */
async function act(made: Made, step: Step): Promise<TryOutcome | null> {
  const { id } = made
  const at = { id, tenantId, maxTries: MAX_TRIES }
  if (step === 'right' || step === 'wrong') {
    const checked = await checkCode(database, { ...at, marks: [step === 'right' ? RIGHT : WRONG] }, ASKER)
    return checked!.outcome
  }
  if (step === 'cancel') await cancelVerification(database, at, ASKER)
  if (step === 'supersede') await startOne(made.subjectId)
  if (step === 'age')
    await test.query('update verifications set expires_at = clock_timestamp() where id = $1', [id])
  if (step === 'sweep') await expireVerifications(database, 100)
  if (step === 'deny') await press(made, '9')
  if (step === 'wrong_key') await press(made, '88')
  if (step === 'right_key') await press(made, '12')
  return null
}

async function press({ deliveryId }: Made, digits: string): Promise<void> {
  const [row] = await test.query<{ round: number }>(
    'select wrong_keys as round from deliveries where id = $1',
    [deliveryId],
  )
  await pressKeys(
    database,
    { deliveryId, carrierRef: deliveryId, round: row!.round, digits, isHuman: true },
    LIMITS,
  )
}

/** The same step by the rules of core/. A key is a try whose outcome nobody is told. */
function predict(state: VerificationState, step: Step, now: Date) {
  if (step === 'right' || step === 'wrong')
    return stepVerification(state, { kind: 'try', right: step === 'right' }, now)
  const judged = stepOf(state, step, now)
  return { state: judged, outcome: null }
}

function stepOf(state: VerificationState, step: Step, now: Date): VerificationState {
  if (step === 'right_key' || step === 'wrong_key')
    return stepVerification(state, { kind: 'try', right: step === 'right_key' }, now).state
  const kinds = { cancel: 'cancel', supersede: 'supersede', deny: 'deny' } as const
  const kind = step in kinds ? kinds[step as keyof typeof kinds] : 'expire'
  return stepVerification(state, { kind }, now).state
}

it('the statements and the rules of core/ agree after any sequence of events', async () => {
  const early = new Date('2026-01-01T00:00:00Z')
  const end = new Date('2026-01-01T00:10:00Z')
  const often: fc.Arbitrary<Step> = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom<Step>('wrong', 'wrong_key', 'read') },
    { weight: 3, arbitrary: fc.constantFrom(...STEPS) },
  )
  const seen = new Set<string>()
  await fc.assert(
    fc.asyncProperty(fc.array(often, { minLength: 3, maxLength: 14 }), async (steps) => {
      const made = await startOne(`subject-${newUuid()}`)
      let state: VerificationState = { status: 'pending', tries: 0, expiresAt: end }
      let now = early
      for (const step of steps) {
        if (step === 'age') now = end
        const predicted = predict(state, step, now)
        state = predicted.state
        expect([step, await act(made, step)]).toEqual([step, predicted.outcome])
        const view = (await readVerification(database, tenantId, made.id))!
        expect({ status: view.status, tries: view.tries }).toEqual({
          status: state.status,
          tries: state.tries,
        })
        seen.add(state.status)
      }
      await endCalls(made)
    }),
    { numRuns: 250 },
  )
  expect(seen).toEqual(new Set(['pending', 'approved', 'expired', 'locked', 'canceled', 'denied']))
}, 90_000)

it('what is over has no code any more, and one event tells how it ended', async () => {
  const [leftovers] = await test.query(
    `select count(*)::int as n from verifications
     where status <> 'pending' and (code_sealed is not null or code_mark is not null or match_digits is not null or ended_at is null)`,
  )
  const odd = await test.query(
    `select v.status, array_agg(e.kind) from verifications v join events e on e.verification_id = v.id
     and e.kind in ('approved', 'expired', 'locked', 'canceled', 'denied') group by v.id, v.status
     having array_agg(e.kind) <> array[v.status]`,
  )
  expect([leftovers, odd]).toEqual([{ n: 0 }, []])
})

const endCalls = ({ deliveryId }: Made) =>
  test.query(`update deliveries set status = 'ended' where id = $1`, [deliveryId])
