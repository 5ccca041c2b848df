/**
 * A secret that was compared in a session, counted in the account's one budget: a session that somebody else holds gives
 * no guesses that a login would not give.
 */
import { askerOf } from '#api/begin-verification.ts'
import { readTriesLeft } from '#db/account-budget.ts'
import { insertEvent } from '#db/events.ts'
import { countAccountTry } from '#db/people.ts'
import type { Own } from './own-account.ts'

/** Counts one evaluated try and tells how many wrong ones are left before the account is locked. */
export async function countTry(
  { call, at }: Own,
  factor: 'totp' | 'pin' | 'password',
  isRight: boolean,
): Promise<number> {
  const tried = { kind: 'factor_tried', accountId: at.accountId, data: { factor, right: isRight } } as const
  await insertEvent(call.db, at.tenantId, { ...tried, ...askerOf(call) })
  await countAccountTry(call.db, { ...at, isRight }, askerOf(call))
  return readTriesLeft(call.db, at)
}
