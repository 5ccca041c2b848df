/**
 * How a verification stands, in plain sentences for the person and whoever helps: what is, why, and what to do next.
 */
import { REASON_WORDS } from '#carrier/reason-words.ts'
import { isSettled } from '#core/delivery.ts'
import type { VerificationStatus, VerificationView } from '#core/verification.ts'

/** One explanation; no part of it holds a number or a code. */
export type Explanation = { sentence: string; cause: string; remedy: string }

const words = (sentence: string, cause: string, remedy: string): Explanation => ({ sentence, cause, remedy })

const ENDS: Record<Exclude<VerificationStatus, 'pending'>, Explanation> = {
  approved: words(
    'The phone is proven.',
    'The right code or key came back in time.',
    'There is nothing left to do.',
  ),
  expired: words(
    'The code is too old.',
    'Nobody entered the right code within ten minutes.',
    'Ask for a new code.',
  ),
  locked: words(
    'Too many wrong codes were entered.',
    'Five wrong codes or keys end a verification; the right one no longer counts.',
    'Ask for a new code, and take it from the newest text or call.',
  ),
  canceled: words(
    'This code is no longer needed.',
    'It was cancelled, or a newer code took its place.',
    'Use the newest code, or ask for a new one.',
  ),
  denied: words(
    'Somebody who answered the phone said that it was not them.',
    'Key 9 was pressed in the call.',
    'Ask for a new code only if it was really you who asked.',
  ),
}

const ON_ITS_WAY = {
  sms: words(
    'The text is on its way.',
    'The network has not said yet whether it arrived.',
    'Wait half a minute, then ask for the code again or for a call.',
  ),
  call: words(
    'The phone is being called.',
    'The call has not ended yet.',
    'Answer it and follow what it says.',
  ),
}

const ARRIVED = {
  sms: words(
    'The text has arrived.',
    'The network says that the phone got it; the code has not been entered yet.',
    'Enter the six digits of the newest text.',
  ),
  call: words(
    'The call has ended.',
    'It was answered, and nothing has been confirmed yet.',
    'Enter the code that it said, or ask for another call.',
  ),
}

const TOO_LATE = words(
  'Nothing was sent.',
  'It was too late for the code to be of use.',
  'Ask for a new code.',
)

/** Explains a verification: how it ended, or else what became of its newest text or call. */
export function explainVerification({ status, deliveries }: VerificationView): Explanation {
  if (status !== 'pending') return ENDS[status]
  const newest = deliveries.at(-1)
  if (!newest || newest.status === 'expired_unsent') return TOO_LATE
  if (!isSettled(newest.status)) return ON_ITS_WAY[newest.channel]
  if (newest.reason === null) return ARRIVED[newest.channel]
  const { headline, cause, tellPatient } = REASON_WORDS[newest.reason]
  return words(`${headline}.`, cause, tellPatient)
}
