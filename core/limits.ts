/**
 * Every number that is policy, with its unit and its source. Nothing here is a setting: what a tenant or an
 * operator may change is in config.ts or in the tenant's row.
 */

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Digits of a code. NIST SP 800-63B-4 asks six for an out-of-band secret. */
export const CODE_DIGITS = 6
/** Life of a code and of its verification. NIST SP 800-63B-4 section 3.1.3: at most ten minutes. */
export const CODE_LIFETIME_MS = 10 * MINUTE
/** Wrong tries that one verification survives. PSD2 RTS article 4(3)(b); contract section 2. */
export const MAX_TRIES = 5
/** Sends of one verification, the first included. Contract section 2. */
export const MAX_SENDS = 4
/** Wait after the first, second and third send of one verification, ms. Contract section 2. */
export const SEND_WAITS_MS = [30 * SECOND, 60 * SECOND, 120 * SECOND] as const
/** Sends to one number over all tenants, texts and calls together. Contract section 2. */
export const NUMBER_WINDOWS = [
  { windowMs: 10 * MINUTE, max: 4 },
  { windowMs: HOUR, max: 6 },
  { windowMs: DAY, max: 10 },
] as const
/** A delivery is not posted when less than this is left of its code's life: nobody could still use it. security.md COD-9. */
export const MIN_LIFE_TO_SEND_MS = 30 * SECOND
/** Time limit of one request to the carrier. */
export const CARRIER_TIME_LIMIT_MS = 5 * SECOND
/** Posts of one delivery, counting only those that the carrier surely refused to take. security.md fault 4. */
export const MAX_POSTS = 3
/** A phone rings at most this long, seconds. security.md VOI-5. */
export const RING_SECONDS = 25
/** A call lasts at most this long, seconds. security.md VOI-5. */
export const CALL_SECONDS = 60
/** Keys pressed sooner than this after the answer do not count: nobody has heard the question. Contract section 2. */
export const EARLY_KEY_MS = 2 * SECOND
/** How often a wrong key is asked for again. Contract section 2. */
export const MAX_WRONG_KEY_REPROMPTS = 2
/** How often a code may be said again in one call. ../shared/experience.md section 6. */
export const MAX_CODE_REPEATS = 2
/** How long an answer to an Idempotency-Key is kept. Contract section 1. */
export const IDEMPOTENCY_KEPT_MS = DAY
/** Longest wait of one long poll, seconds. Contract section 2. */
export const MAX_LONG_POLL_SECONDS = 25
/** A carrier's Lookup answer is believed this long. ../shared/twilio.md 1.6 proposes 30 to 90 days. */
export const LOOKUP_KEPT_MS = 60 * DAY
/** A registration page does not wait longer than this for Lookup. */
export const LOOKUP_TIME_LIMIT_MS = 2 * SECOND
/** Clocks of API and database may differ by this before the process calls itself not ready. security.md OPS-3. */
export const MAX_CLOCK_GAP_MS = 2 * SECOND
/** What the limits on sends remember is kept this long: twice the longest window. */
export const LEDGERS_KEPT_MS = 2 * DAY
/** Verifications and their deliveries are kept this long after they end, then deleted. security.md PII-3. */
export const VERIFICATION_KEPT_MS = 30 * DAY
