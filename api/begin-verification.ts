/**
 * Verifications of accounts: those that a registration, a login or a number change runs on. They answer to that flow
 * alone, never under /v1/verifications, and their wrong codes count in the account's budget too.
 */
import { randomInt } from 'node:crypto'
import { makeMatchDigits, readCode } from '#core/code.ts'
import { marks } from '#core/key-ring.ts'
import { MAX_SENDS, MAX_TRIES } from '#core/limits.ts'
import { newUuid } from '#core/new-id.ts'
import { Problem } from '#core/problem.ts'
import { SEND_WAITS_S } from '#core/send-limits.ts'
import type { CallMode, Channel, Purpose, VerificationView } from '#core/verification.ts'
import { checkAccountCode as checkInDatabase } from '#db/account-verifications.ts'
import type { AccountTry } from '#db/account-verifications.ts'
import { sendAgain } from '#db/send-again.ts'
import type { SendRefusal } from '#db/send-rules.ts'
import { startVerification } from '#db/start-verification.ts'
import { chooseLocale, localeOf } from '#locales/locale.ts'
import { actorOf } from './actor.ts'
import type { ApiContext, Call } from './context.ts'
import { makeVerification, viewOfNew } from './make-verification.ts'
import { prepareLimits } from './send-limits.ts'

type AnyCall = Call<unknown, unknown>

export type AccountSend = {
  accountId: string
  purpose: Purpose
  to: { phone: string; country: string; lineType: string }
  channel: Channel
  callMode: CallMode | null
  /** The person's language; null: the tenant's. */
  locale: string | null
}

/** The subject of an account's verifications; no portal can name it, since its ids hold no control character. */
function subjectOf(accountId: string): string {
  return `\u0002${accountId}`
}

/** Starts a verification of an account in the caller's transaction; a worker is woken once that has committed. */
export async function beginVerification(
  context: ApiContext,
  call: AnyCall,
  send: AccountSend,
): Promise<{ outcome: 'started'; id: string; view: VerificationView } | SendRefusal> {
  const { tenant, tenantId } = call.caller
  const tenantLocale = localeOf(tenant.locale)
  const locale = send.locale === null ? tenantLocale : chooseLocale({ requested: send.locale, tenantLocale })
  const subjectId = subjectOf(send.accountId)
  const made = makeVerification(context, { ...send, tenantId, subjectId, locale, brand: tenant.name })
  const limits = prepareLimits(context, { tenantId, country: send.to.country, address: call.address })
  const started = await startVerification(call.db, made, { limits, asker: askerOf(call) })
  if (started.outcome !== 'started') return started
  const { deliveryId, channel, priority } = made
  call.afterCommit(() => context.wakeUps.wake([{ id: deliveryId, channel, priority }]))
  return { outcome: 'started', id: made.id, view: viewOfNew(made, started) }
}

/** Sends the code of a running verification of an account once more. Null: there is none with that id. */
export async function resendVerification(
  context: ApiContext,
  call: AnyCall,
  send: { running: VerificationView; channel: Channel; callMode: CallMode | null },
): Promise<{ outcome: 'sent'; view: VerificationView } | SendRefusal | null> {
  const { running, channel, callMode } = send
  const { tenantId } = call.caller
  const matchDigits = callMode === 'match_digits' ? makeMatchDigits(randomInt) : null
  const next = { id: running.id, tenantId, deliveryId: newUuid(), channel, callMode, matchDigits }
  const fixed = { waitsSeconds: SEND_WAITS_S, maxSends: MAX_SENDS }
  const limits = prepareLimits(context, { tenantId, country: running.country, address: call.address })
  const sent = await sendAgain(call.db, { ...next, ...fixed }, { limits, asker: askerOf(call) })
  const priority = running.purpose === 'login' ? 1 : 2
  if (sent?.outcome === 'sent')
    call.afterCommit(() => context.wakeUps.wake([{ id: next.deliveryId, channel, priority }]))
  return sent as { outcome: 'sent'; view: VerificationView } | SendRefusal | null
}

/**
 * Spends one try of a verification of an account, and one of the account's budget when it is wrong. Throws
 * `code_malformed` for what is not six digits. Null: the account has no such verification.
 */
export async function checkAccountCode(
  context: ApiContext,
  call: AnyCall,
  at: { id: string; accountId: string; code: string },
): Promise<AccountTry | null> {
  const code = readCode(at.code)
  if (code === null) throw new Problem('code_malformed')
  const { tenantId } = call.caller
  const offered = marks(context.config.ring, 'code', `${at.id} ${code}`)
  const asked = { id: at.id, tenantId, accountId: at.accountId, marks: offered, maxTries: MAX_TRIES }
  return checkInDatabase(call.db, asked, askerOf(call))
}

/** Who asked, as the events name it. */
export function askerOf(call: AnyCall): { actor: string; requestId: string } {
  return { actor: actorOf(call.caller), requestId: call.requestId }
}
