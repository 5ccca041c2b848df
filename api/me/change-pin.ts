/**
 * PUT /v1/me/pin: a first PIN, or another one.
 */
import type { z } from 'zod'
import { askerOf } from '#api/begin-verification.ts'
import { compareSecret, storeSecret } from '#api/compare-secret.ts'
import type { Answer, ApiContext, Call } from '#api/context.ts'
import { tellPerson } from '#api/notices.ts'
import { operation } from '#api/operation.ts'
import { unseal } from '#core/key-ring.ts'
import { changePinBody, me } from '#core/me-contract.ts'
import { newUuid } from '#core/new-id.ts'
import { judgePin, readPin } from '#core/pin.ts'
import { Problem } from '#core/problem.ts'
import { findPinHash, insertAuthenticator, removeAuthenticators } from '#db/authenticators.ts'
import { insertEvent } from '#db/events.ts'
import { readPerson } from '#db/people.ts'
import { countTry } from './count-try.ts'
import { refuseNewNumber, requireFreshFactor } from './fresh-factor.ts'
import { changeOwn, refuseLocked, sessionOf } from './own-account.ts'
import type { AnyCall, Own } from './own-account.ts'
import { answerMe, endOtherSessions, liftEnrollOnly } from './settle-session.ts'

type Body = z.output<typeof changePinBody>
/** Hashed and compared before any row is held; `compared` is the hash on file then. Null: no PIN was on file or offered. */
type Prepared =
  | { refusal: Problem }
  | { hash: string; current: { compared: string; isRight: boolean } | null }

export const changePinOperation = operation({
  name: 'change-own-pin',
  method: 'put',
  path: '/v1/me/pin',
  group: 'Me',
  summary: 'Set or change the PIN',
  description:
    'Six digits or more, twice. Another PIN needs the one so far or a fresh second factor; a first one needs a fresh second factor where there is any. Wrong PINs count like wrong codes of a login.',
  access: { session: 'enrolling' },
  body: changePinBody,
  query: null,
  answers: { 200: { description: 'The person', schema: me } },
  problems: ['pin_mismatch', 'pin_too_weak', 'pin_incorrect', 'step_up_required', 'account_locked'],
  prepare,
  run: changePin,
})

async function prepare(context: ApiContext, call: Call<Body, null>): Promise<Prepared> {
  const { current_pin, pin, pin_confirmation } = call.body
  if ((readPin(pin) ?? pin) !== (readPin(pin_confirmation) ?? pin_confirmation))
    return { refusal: new Problem('pin_mismatch') }
  const judged = await judgeOwnPin(context, call, pin)
  if (!judged.accepted) return { refusal: new Problem('pin_too_weak', { detail: judged.sentence }) }
  const current = current_pin === undefined ? null : await compareCurrent(context, call, current_pin)
  return { hash: await storeSecret(context, judged.pin), current }
}

/** A piece of one's own number is the first thing that somebody would try. */
async function judgeOwnPin(context: ApiContext, call: AnyCall, pin: string) {
  const { tenantId, accountId } = sessionOf(call)
  const person = await readPerson(call.db, tenantId, accountId)
  const open = (sealed: string | null | undefined, use: string) =>
    sealed ? unseal(context.config.ring, sealed, `${use} ${accountId}`) : null
  const byPending = judgePin(pin, { phone: open(person?.pending.sealed, 'pending') })
  return byPending.accepted ? judgePin(pin, { phone: open(person?.phone.sealed, 'phone') }) : byPending
}

async function compareCurrent(context: ApiContext, call: AnyCall, typed: string) {
  const compared = await findPinHash(call.db, sessionOf(call))
  if (compared === null) return null
  return { compared, isRight: await compareSecret(context, compared, readPin(typed) ?? typed) }
}

async function changePin(context: ApiContext, call: Call<Body, null>, prepared: Prepared): Promise<Answer> {
  if ('refusal' in prepared) throw prepared.refusal
  return changeOwn(context, call, async (own) => {
    if (own.person.pin && prepared.current) await judgeCurrent(own, prepared.current)
    else await requireOtherProof(own)
    return replacePin(own, prepared.hash)
  })
}

async function judgeCurrent(own: Own, current: { compared: string; isRight: boolean }): Promise<void> {
  await refuseLocked(own.call.db, own.person)
  // Of changes at the same time one wins; what the others compared is no longer the PIN.
  const isRight = current.isRight && (await findPinHash(own.call.db, own.at)) === current.compared
  const triesLeft = await countTry(own, 'pin', isRight)
  if (!isRight) throw new Problem('pin_incorrect', { tries_left: triesLeft })
}

async function requireOtherProof(own: Own): Promise<void> {
  requireFreshFactor(own, 'pin')
  if (own.person.pin) await refuseNewNumber(own)
}

async function replacePin(own: Own, hash: string): Promise<Answer> {
  const { context, call, at, person } = own
  const replaced = (await removeAuthenticators(call.db, { ...at, kind: 'pin' })) > 0
  await insertAuthenticator(call.db, at, { id: newUuid(), kind: 'pin', hash })
  if (replaced) await endOtherSessions(own)
  const event = { kind: 'factor_added', accountId: person.id, data: { factor: 'pin', replaced } } as const
  await insertEvent(call.db, at.tenantId, { ...event, ...askerOf(call) })
  await tellPerson(context, call, { person, kind: 'factor_added' })
  return answerMe(own, await liftEnrollOnly(own, ['pin']))
}
