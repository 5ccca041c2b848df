/**
 * The reference's first half: what one has to know to prove a phone, or to log somebody in, with this API.
 */
import { loginSection } from './docs-guide-logins.ts'
import { guideSection as section, phoneSections } from './docs-guide-phones.ts'
import { problemTable } from './docs-operations.ts'
import type { Section, Site } from './docs-page.ts'
import { writeCurl } from './docs-samples.ts'
import { EXAMPLE_IDS } from './openapi-addresses.ts'
import { EXAMPLES } from './openapi-examples.ts'
import { PROBLEM_CODES, problemExample } from './openapi-problems.ts'
import { COMMON_PROBLEMS, POST_PROBLEMS } from './problem-lists.ts'

/** Makes the guide for one server. */
export function guideSections(site: Site): Section[] {
  return [
    quickstart(site),
    authentication(),
    conventions(),
    idempotency(site),
    errors(site),
    loginSection(site),
    ...phoneSections(site),
  ]
}

function quickstart(site: Site): Section {
  const { base } = site
  const start = { method: 'post', path: '/v1/verifications', body: EXAMPLES['start-verification']?.body }
  const check = { method: 'post', path: '/v1/verifications/$ID/checks', body: { code: '418052' } }
  return section(
    ['quickstart', 'Quickstart'],
    [
      { text: 'Two calls prove a phone: start a verification, then check the code that the person typed.' },
      { list: [...keySteps(site), ...codeSteps(site)], isOrdered: true },
    ],
    [
      { label: 'Take a key', code: takeKey(site) },
      { label: 'Start', code: writeCurl(base, start) },
      {
        label: 'Check',
        code: `ID=${EXAMPLE_IDS.verifications}  # the id of your answer\n${writeCurl(base, check)}`,
      },
    ],
  )
}

function takeKey({ hasHandsets }: Site): string {
  return hasHandsets
    ? `export KEYPAD_KEY=$(node -p \\\n  "require('./.keypad/demo.json').secret_key")`
    : 'export KEYPAD_KEY=kp_sk_…'
}

function keySteps({ hasHandsets }: Site): string[] {
  const made = '`npm run -s keypad -- key create --tenant ID --scopes verify`'
  const demo = `Take a secret key. \`npm start\` has written one to \`.keypad/demo.json\`; elsewhere make one: ${made}.`
  return [
    hasHandsets ? demo : `Make a secret key: ${made}.`,
    'Start a verification. It answers at once, with an `id`.',
  ]
}

function codeSteps({ hasHandsets }: Site): string[] {
  const read = hasHandsets
    ? 'Read the text on the [handsets page](/handsets). Nothing here reaches a real phone.'
    : 'The code arrives on the phone.'
  return [read, 'Check the code: the answer’s `status` is `approved`, and the phone is proven.']
}

const CREDENTIALS = [
  [
    '`kp_sk_…` secret key',
    'Your back end',
    'Whatever its scopes name: `verify`, `accounts`, `support`, `admin`',
  ],
  [
    '`kp_pk_…` publishable key',
    'Your pages, from the origins on its list',
    'Registrations, logins, new passwords, and checks of phone numbers while somebody types',
  ],
  [
    '`client_secret`',
    'A page in which one verification or login is in progress',
    'That verification or login, and nothing else',
  ],
  [
    '`kp_ses_…` session token',
    'A page of somebody who is logged in',
    'What is their own, under `/v1/me`; by role also what administrators and staff do',
  ],
]

function authentication(): Section {
  return section(
    ['authentication', 'Authentication'],
    [
      {
        text: 'Every call carries `Authorization: Bearer …` with one of these. Never put a secret key into a page or an app.',
      },
      { table: { caption: 'Who calls with what', head: ['Credential', 'Who', 'May do'], rows: CREDENTIALS } },
    ],
  )
}

function conventions(): Section {
  return section(
    ['conventions', 'Requests and answers'],
    [
      {
        list: [
          'Bodies are JSON in UTF-8, at most 16 KB, with `Content-Type: application/json`. An empty body is `{}`.',
          'Unknown fields in a body are refused, so that a typing mistake never passes silently.',
          'Times are RFC 3339 in UTC. Ids are opaque, begin with what they name (`ver_`, `lgn_`, `acc_`) and sort by creation.',
          'Every answer has a `Request-Id`; quote it when you report something.',
          'No answer ever contains a code that was sent to a phone.',
          'After a 503, read the verification or login: what was committed stays.',
        ],
      },
    ],
  )
}

function idempotency({ base }: Site): Section {
  const request = {
    ...{ method: 'post', path: '/v1/verifications', body: EXAMPLES['start-verification']?.body },
    headers: ['Idempotency-Key: signup-1042-1'],
  }
  return section(
    ['idempotency', 'Safe retries'],
    [
      {
        text: 'Every POST takes an `Idempotency-Key` of up to 255 characters. The same key with the same body gives the same answer, refusals too, and has one effect; the repetition says `Idempotent-Replayed: true`. Answers are kept for 24 hours.',
      },
      problemTable('What can go wrong', ['idempotency_in_flight', 'idempotency_key_reused']),
    ],
    [{ label: 'curl', code: writeCurl(base, request) }],
  )
}

function errors({ base }: Site): Section {
  const example = problemExample('code_incorrect', base)
  const every = new Set<string>([...COMMON_PROBLEMS, 'method_not_allowed', ...POST_PROBLEMS])
  const inOrder = PROBLEM_CODES.filter((code) => every.has(code))
  return section(
    ['errors', 'Errors'],
    [
      {
        text: 'A refusal is a [problem](/docs/problems) as in RFC 9457: `application/problem+json`. Decide by `code`, which never changes; show people a sentence of your own, or `detail`. `type` opens the help page.',
      },
      {
        text: '`retryable` says whether the same request may succeed later; `retry_after` and the `Retry-After` header say after how many seconds.',
      },
      problemTable('What every call may refuse', inOrder),
    ],
    [{ label: 'A problem', code: JSON.stringify(example, null, 2) }],
  )
}
