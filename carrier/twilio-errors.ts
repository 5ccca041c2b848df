/**
 * Twilio's error numbers and what they mean for us: one table, in three files of data. The number decides and not the
 * HTTP status, because nearly every refusal is a 400.
 */
import type { SendOutcome } from '#core/delivery.ts'
import { ACCOUNT_ERRORS } from './account-errors.ts'
import { CALL_ERRORS } from './call-errors.ts'
import { REASON_WORDS } from './reason-words.ts'
import { TEXT_ERRORS, type ErrorRow } from './text-errors.ts'

/** All rows, as docs/carrier-errors.md shows them. */
export const CARRIER_ERRORS: readonly ErrorRow[] = [...TEXT_ERRORS, ...CALL_ERRORS, ...ACCOUNT_ERRORS]

/** The row of a number that we have no meaning for: honest with the person, loud for the operator. */
const NOT_IN_TABLE: ErrorRow = {
  codes: [],
  reason: 'unknown_failure',
  class: 'operator',
  ...REASON_WORDS.unknown_failure,
  cause: 'The carrier says that it failed, with no reason or with a number that we do not know.',
  staffCan:
    'Let the person try once more, then offer another way. Tell the operator the number of the error.',
}

const ROW_BY_CODE = new Map(CARRIER_ERRORS.flatMap((row) => row.codes.map((code) => [code, row])))

/** Finds the meaning of a carrier's number for support, worker and breaker; null and unknown numbers have one, too. */
export function meaningOf(code: number | null): ErrorRow {
  return (code !== null && ROW_BY_CODE.get(code)) || NOT_IN_TABLE
}

/**
 * How one request failed. `status` null: no complete answer came; `neverSent` then tells that the connection was
 * not even made.
 */
export type Failure = {
  status: number | null
  code: number | null
  neverSent: boolean
  retryAfterMs: number | null
}

/**
 * Judges a failed request for the worker. Only what was surely not taken may be posted again; whatever is in doubt is
 * `unknown`. 429 and refused credentials were never processed (twilio.com/docs/api/errors/20429 and 20003).
 */
export function outcomeOf(failure: Failure): SendOutcome {
  const { status, code, retryAfterMs } = failure
  if (status === null && failure.neverSent) return { outcome: 'not_sent', retryAfterMs, carrierCode: code }
  if (status === null || !isRefusal(status)) {
    return { outcome: 'unknown', answered: status !== null && status >= 500, carrierCode: code }
  }
  const row = meaningOf(code)
  if (row.class === 'unknown') return { outcome: 'unknown', answered: false, carrierCode: code }
  if (status === 429 || row.class === 'retryable' || row.stopsSending) {
    return { outcome: 'not_sent', retryAfterMs, carrierCode: code }
  }
  return { outcome: 'refused', reason: row.reason, carrierCode: code }
}

/** A 4xx means that the carrier read the request and said no. 408 is a time-out on the way and says nothing. */
function isRefusal(status: number): boolean {
  return status >= 400 && status < 500 && status !== 408
}
