/**
 * The one catalogue of refusals that the API gives on purpose (RFC 9457). `code` is stable; the title and help are what
 * a developer reads at the problem's `type` URL.
 */
import { PEOPLE_PROBLEMS } from './problems-people.ts'
import { SUPPORT_PROBLEMS } from './problems-support.ts'

type Entry = { status: number; title: string; help: string; retryable: boolean }

export const PROBLEMS = {
  request_invalid: {
    status: 400,
    title: 'The request is not as the contract asks',
    help: 'Something in the request is not as the contract asks. Read `errors`: each entry points at a field and says what is wrong with it. Unknown fields are refused too, so that a typing mistake never passes silently.',
    retryable: false,
  },
  key_invalid: {
    status: 401,
    title: 'No valid key',
    help: 'The request brings no key that is valid. Send `Authorization: Bearer kp_sk_…` with a key that has not been revoked. A started verification or login also accepts its own `client_secret`, and where a logged-in person may call, the token `kp_ses_…` of a session that has not ended.',
    retryable: false,
  },
  not_allowed: {
    status: 403,
    title: 'This key may not do that',
    help: 'The key is valid but lacks the scope, or it is a publishable key used from an origin that is not on its list, or the session of a person whose role does not allow it.',
    retryable: false,
  },
  signature_invalid: {
    status: 403,
    title: 'Not signed by the carrier',
    help: 'This callback is not signed by the carrier for this address. Callbacks count only with a valid `X-Twilio-Signature` over the configured PUBLIC_URL. Behind a proxy, check that PUBLIC_URL is the address that Twilio calls, with the right scheme.',
    retryable: false,
  },
  not_found: {
    status: 404,
    title: 'Nothing here',
    help: 'There is no such address, or no such thing for this key. An id that never existed and one that belongs to somebody else look alike.',
    retryable: false,
  },
  method_not_allowed: {
    status: 405,
    title: 'This address does not take that method',
    help: 'This address does not take that method. The `Allow` header lists those that it takes.',
    retryable: false,
  },
  idempotency_in_flight: {
    status: 409,
    title: 'The first request with this Idempotency-Key is still running',
    help: 'The first request with this Idempotency-Key is still running. Ask again after `retry_after` seconds; you will then get the answer of the first request.',
    retryable: true,
  },
  verification_finished: {
    status: 409,
    title: 'This verification is over',
    help: 'This verification is over. It was approved, canceled, denied or replaced by a newer one. Start a new one.',
    retryable: false,
  },
  call_in_progress: {
    status: 409,
    title: 'This phone is being called already',
    help: 'Only one call at a time goes to a number. Wait until the running call has ended, or send a text.',
    retryable: true,
  },
  code_expired: {
    status: 410,
    title: 'The code is too old',
    help: 'A code lives ten minutes. Start a new verification.',
    retryable: false,
  },
  body_too_large: {
    status: 413,
    title: 'The body is too large',
    help: 'Bodies are limited to 16 KB.',
    retryable: false,
  },
  content_type_unsupported: {
    status: 415,
    title: 'Send JSON',
    help: 'The body must be JSON. Set `Content-Type: application/json` and encode the body as UTF-8 JSON.',
    retryable: false,
  },
  idempotency_key_reused: {
    status: 422,
    title: 'This Idempotency-Key belongs to another request',
    help: 'This Idempotency-Key was used for another request. Use a fresh key for every new request; repeat a key only with exactly the same body and address.',
    retryable: false,
  },
  phone_invalid: {
    status: 422,
    title: 'Not a phone number',
    help: 'Ask for the number again. National numbers need `country`; nothing but the number may be in the field.',
    retryable: false,
  },
  phone_too_short: {
    status: 422,
    title: 'The phone number is too short',
    help: 'Ask for the number again: digits are missing.',
    retryable: false,
  },
  phone_too_long: {
    status: 422,
    title: 'The phone number is too long',
    help: 'Ask for the number again: there are too many digits.',
    retryable: false,
  },
  phone_landline: {
    status: 422,
    title: 'A landline',
    help: 'Landlines are refused for texts and calls alike. Ask for a mobile number.',
    retryable: false,
  },
  phone_premium: {
    status: 422,
    title: 'A premium-rate number',
    help: 'Premium-rate numbers are refused. Ask for a mobile number.',
    retryable: false,
  },
  phone_voip: {
    status: 422,
    title: 'An internet phone number',
    help: 'Internet phone numbers are not bound to a phone and are refused. Ask for a mobile number.',
    retryable: false,
  },
  phone_not_textable: {
    status: 422,
    title: 'Not the number of a mobile phone',
    help: 'Toll-free, shared-cost, personal, pager, company, voicemail and satellite numbers are refused. Ask for a mobile number.',
    retryable: false,
  },
  country_not_served: {
    status: 422,
    title: 'Numbers of this country are not served',
    help: 'The tenant decides which countries it serves: `PUT /v1/countries`.',
    retryable: false,
  },
  call_mode_not_allowed: {
    status: 422,
    title: 'Press-1 is not allowed here',
    help: 'Confirming by pressing 1 is not allowed for this number. `press_1` works only for logins, on a number that an approved verification of the same `subject_id` proved before. Use `match_digits` or `spoken_code`.',
    retryable: false,
  },
  code_incorrect: {
    status: 422,
    title: 'Not the right code',
    help: 'That is not the right code. `tries_left` says how many tries remain. The newest text and every resend carry the same code.',
    retryable: false,
  },
  code_malformed: {
    status: 422,
    title: 'Not a code',
    help: 'This does not look like the code that is asked for: six digits for codes and apps, the digits of the PIN, or the letters and digits of a recovery or one-time code. Spaces and hyphens are fine, and digits of any script. No try was spent.',
    retryable: false,
  },
  verification_locked: {
    status: 423,
    title: 'Too many wrong codes',
    help: 'Five wrong codes end a verification, and the right one no longer counts. Start a new one.',
    retryable: false,
  },
  rate_limited: {
    status: 429,
    title: 'Too many requests',
    help: 'There were too many requests. Wait `retry_after` seconds.',
    retryable: true,
  },
  send_too_soon: {
    status: 429,
    title: 'Too soon to send again',
    help: 'It is too soon to send again. Wait `retry_after` seconds; until then the code that was sent still works.',
    retryable: true,
  },
  sends_exhausted: {
    status: 429,
    title: 'No more sends for now',
    help: 'No more can be sent for now. A limit is reached; `retry_after` says when the next send is possible.',
    retryable: true,
  },
  internal: {
    status: 500,
    title: 'Something went wrong here',
    help: 'Something went wrong on our side. Quote the request id when you report it.',
    retryable: true,
  },
  unavailable: {
    status: 503,
    title: 'Not available for a moment',
    help: 'Keypad cannot answer this for a moment. Nothing was let through. Try again shortly; what was accepted before is kept. With an Idempotency-Key a retry cannot do anything twice.',
    retryable: true,
  },
  ...PEOPLE_PROBLEMS,
  ...SUPPORT_PROBLEMS,
} as const satisfies Record<string, Entry>

export type ProblemCode = keyof typeof PROBLEMS

/** What a problem may say beyond its catalogue entry; `detail` is one sentence for a person and holds no personal data. */
export type ProblemExtras = {
  detail?: string
  retry_after?: number
  tries_left?: number
  errors?: { pointer: string; detail: string }[]
}

/** An expected refusal, thrown by the doors and written as problem+json by the one error handler. */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly extras: ProblemExtras

  constructor(code: ProblemCode, extras: ProblemExtras = {}) {
    super(code)
    this.name = 'Problem'
    this.code = code
    this.extras = extras
  }
}

/** The body of a problem as RFC 9457 wants it, for one request of this server. */
export function writeProblem(problem: Problem, publicUrl: string, requestId: string) {
  const { status, title, help, retryable } = PROBLEMS[problem.code] as Entry
  const { detail = firstSentence(help), ...rest } = problem.extras
  const type = `${publicUrl}/docs/problems/${problem.code}`
  return {
    type,
    title,
    status,
    detail,
    instance: `/requests/${requestId}`,
    code: problem.code,
    retryable,
    ...rest,
  }
}

function firstSentence(help: string): string {
  return /^.*?[.!](?= |$)/.exec(help)?.[0] ?? help
}
