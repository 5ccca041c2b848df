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
/** Wrong answers in a row that lock an account, over all factors, channels and logins. Contract section 3. */
export const MAX_FAILURES_IN_ROW = 10
/** How long it stays locked the first, second and every later time, ms. Contract section 3. */
export const LOCK_LADDER_MS = [15 * MINUTE, HOUR, DAY] as const
/** Wrong answers in thirty days after which only support helps. Contract section 3; security.md ATT-4. */
export const MAX_FAILURES_LATELY = 50
/** A login that nobody finishes ends after this; longer than three waits for a text. */
export const LOGIN_LIFETIME_MS = 30 * MINUTE
/** A session that nobody uses ends after this; NIST SP 800-63B-4 AAL2: at most one hour. */
export const SESSION_IDLE_MS = 30 * MINUTE
/** A session ends after this whatever happens; NIST SP 800-63B-4 AAL2: at most 24 hours. */
export const SESSION_LIFETIME_MS = 12 * HOUR
/** Who changes a factor has shown one at most this long ago. Contract section 3. */
export const FRESH_FACTOR_MS = 5 * MINUTE
/** Life of a link with which a password is set anew. Contract section 3. */
export const RESET_LIFETIME_MS = 15 * MINUTE
/** Links to set a new password that a username gets in an hour. OWASP's cheat sheet on forgotten passwords: limit them. */
export const MAX_RESETS_PER_HOUR = 3
/** A new number alone resets no PIN and no recovery codes for this long. security.md NUM-6. */
export const NEW_NUMBER_WAIT_MS = DAY
/** A one-time way in that staff gives out works this long, once. Contract section 5. */
export const BYPASS_LIFETIME_MS = 15 * MINUTE
/** Ways in that one member of staff may give out in a day alone. security.md REC-5. */
export const BYPASSES_A_DAY = 5
/** Test messages that an account may get in an hour. */
export const MAX_TESTS_PER_HOUR = 3
/** A request to reset a factor waits this long for a second person. Issue "Support". */
export const FACTOR_RESET_LIFETIME_MS = DAY
/** Life of a help code. Contract section 3. */
export const HELP_CODE_LIFETIME_MS = 7 * DAY
/** Recovery codes made at once. Contract section 3. */
export const RECOVERY_CODES = 10
/** Accounts of one tenant that may share a phone, as families do. security.md NUM-8. */
export const MAX_ACCOUNTS_PER_PHONE = 5
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
/** A notice is not sent when it is older: by then it would confuse more than warn. */
export const NOTICE_LIFETIME_MS = 4 * HOUR
/** Wrong answers in a row after which a person is told. security.md ATT-10. */
export const FAILURES_TOLD = 3
/** Wrong answers in thirty days after which a person is told that soon only support helps. security.md ATT-10. */
export const FAILURES_TOLD_LATELY = 40
/** Notices, their deliveries, what is left of mails, and messages to webhooks are kept this long. security.md PII-3. */
export const NOTICE_KEPT_MS = 30 * DAY
/** Waits after the first and second post of a mail that was surely not taken, seconds: many servers ask to come again. */
export const MAIL_WAITS_S = [15, 120] as const
/** A mail is not sent when less than this is left of its link's life. */
export const MIN_MAIL_LIFE_MS = MINUTE
/** Waits after the first post of a webhook and each later one that was not taken, seconds. docs/webhooks.md. */
export const WEBHOOK_WAITS_S = [5, 5 * 60, 30 * 60, 2 * 3_600, 5 * 3_600, 10 * 3_600] as const
/** Time limit of one post of a webhook, its answer included. */
export const WEBHOOK_TIME_LIMIT_MS = 10 * SECOND
/** After an outage of all workers events are looked for this far back, so that none goes untold. */
export const WEBHOOK_LOOK_BACK_MS = 3 * DAY
