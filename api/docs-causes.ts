/**
 * How to see each problem happen: commands for a shell, with `$KEYPAD_KEY` holding a secret key. Numbers are reserved
 * for fiction, or belong to nobody.
 */
import type { ProblemCode } from '#core/problem.ts'
import { curlFor, PHONE, post, repeat } from './docs-cause.ts'
import type { Cause, MakeCause } from './docs-cause.ts'
import { PEOPLE_CAUSES } from './docs-causes-people.ts'
import { SUPPORT_CAUSES } from './docs-causes-support.ts'
import type { SampleRequest } from './docs-samples.ts'
import { EXAMPLE_IDS } from './openapi-addresses.ts'

const HOLDS_ID = 'Put the id of a started verification into `ID`.'

/** Gives the cause of a problem on the server at `base`. */
export function causeOf(code: ProblemCode, base: string): Cause {
  return CAUSES[code](curlFor(base), base)
}

const start = (body: object, headers: string[] = []): SampleRequest => ({
  ...{ method: 'post', path: '/v1/verifications', headers },
  body,
})
const text = start({ to: PHONE, channel: 'sms' })
const call = start({ to: PHONE, channel: 'call' })
const act = (act: string, body: object) => post(`/v1/verifications/$ID/${act}`, body)
const refused =
  (phone: string): MakeCause =>
  (curl) => ({
    command: curl(start({ to: phone, channel: 'sms' })),
  })
const CAUSES: Record<ProblemCode, MakeCause> = {
  request_invalid: (curl) => ({ command: curl(start({ to: PHONE, chanel: 'sms' })) }),
  key_invalid: (curl) => ({ command: curl({ method: 'get', path: '/v1/countries', key: null }) }),
  not_allowed: (curl) => ({
    note: 'A publishable key may not read what only an administrator may.',
    command: curl({ method: 'get', path: '/v1/countries', key: 'KEYPAD_PUBLISHABLE_KEY' }),
  }),
  signature_invalid: (_curl, base) => ({
    command: `curl ${base}/hooks/twilio/texts/dlv_0 -d MessageStatus=delivered`,
  }),
  not_found: (curl) => ({
    command: curl({ method: 'get', path: `/v1/verifications/${EXAMPLE_IDS.verifications}` }),
  }),
  method_not_allowed: (curl) => ({ command: curl({ method: 'delete', path: '/v1/countries' }) }),
  idempotency_in_flight: (curl) => ({
    note: 'Two at once; the slower one is refused.',
    command: `${curl(start({ to: PHONE, channel: 'sms' }, ['Idempotency-Key: twins']))} &\n${curl(start({ to: PHONE, channel: 'sms' }, ['Idempotency-Key: twins']))} &\nwait`,
  }),
  verification_finished: (curl) => ({
    note: HOLDS_ID,
    command: `${curl(act('cancel', {}))}\n${curl(act('checks', { code: '418052' }))}`,
  }),
  call_in_progress: (curl) => ({
    note: 'The second call finds the phone ringing.',
    command: `${curl(call)}\n${curl(call)}`,
  }),
  code_expired: (curl) => ({
    note: `${HOLDS_ID} Wait ten minutes.`,
    command: curl(act('checks', { code: '418052' })),
  }),
  body_too_large: (_curl, base) => ({
    command: `printf '%20000s' '{}' | curl ${base}/v1/verifications \\\n  -H "Authorization: Bearer $KEYPAD_KEY" \\\n  --json @-`,
  }),
  content_type_unsupported: (_curl, base) => ({
    command: `curl ${base}/v1/verifications \\\n  -H "Authorization: Bearer $KEYPAD_KEY" \\\n  -H 'Content-Type: text/plain' \\\n  -d hello`,
  }),
  idempotency_key_reused: (curl) => ({
    command: [
      { to: PHONE, channel: 'sms' },
      { to: PHONE, channel: 'call' },
    ]
      .map((body) => curl(start(body, ['Idempotency-Key: once'])))
      .join('\n'),
  }),
  phone_invalid: refused('call me'),
  phone_too_short: refused('+61491'),
  phone_too_long: refused('+614915701561234567'),
  phone_landline: refused('+442079460018'),
  phone_premium: refused('+449098790123'),
  phone_voip: refused('+445600123456'),
  phone_not_textable: refused('+448081570123'),
  country_not_served: (curl) => ({
    note: 'Serve the Netherlands alone, then send to Australia. `{"served":"all"}` undoes it.',
    command: `${curl({ method: 'put', path: '/v1/countries', body: { served: ['NL'] } })}\n${curl(text)}`,
  }),
  call_mode_not_allowed: (curl) => ({
    command: curl(start({ to: PHONE, channel: 'call', call_mode: 'press_1' })),
  }),
  code_incorrect: (curl) => ({ note: HOLDS_ID, command: curl(act('checks', { code: '000000' })) }),
  code_malformed: (curl) => ({ note: HOLDS_ID, command: curl(act('checks', { code: 'hello' })) }),
  verification_locked: (curl) => ({
    note: `${HOLDS_ID} The sixth try is refused like this.`,
    command: repeat(6, curl(act('checks', { code: '000000' }))),
  }),
  rate_limited: (curl) => ({
    note: 'Calls with a secret key are never limited by address; these carry none.',
    command: repeat(301, curl({ method: 'get', path: '/v1/countries', key: null })),
  }),
  send_too_soon: (curl) => ({
    note: `${HOLDS_ID} Within 30 seconds of its start:`,
    command: curl(act('sends', {})),
  }),
  sends_exhausted: (curl) => ({
    note: 'A number gets four sends in ten minutes.',
    command: repeat(5, curl(text)),
  }),
  ...PEOPLE_CAUSES,
  ...SUPPORT_CAUSES,
  internal: () => ({
    note: 'Nothing that you send should bring this about. If it does, tell us.',
    command: null,
  }),
  unavailable: () => ({
    note: 'The server answers this while its database is away. `/readyz` names what is missing.',
    command: null,
  }),
}
