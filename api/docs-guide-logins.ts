/**
 * The guide's part about logging people in: the loop that a page follows, and who may call what.
 */
import { guideSection } from './docs-guide-phones.ts'
import type { Section, Site } from './docs-page.ts'

const STEPS = [
  ['`choose_profile`', 'Several accounts under one username', '`POST …/profile`'],
  ['`send_code`', 'Right after registration; nothing is sent before the person asks', '`POST …/code`'],
  ['`choose_factor`', 'Several ways are at hand, or the policy asks', '`POST …/factor`'],
  ['`enter_code`', 'A code is on its way', '`POST …/answer`; again or by call: `POST …/code`'],
  ['`answer_call`', 'The phone rings and asks for a key', 'Nothing: `GET` with `wait` and `since`'],
  [
    '`enter_totp`, `enter_pin`, `enter_recovery_code`, `enter_bypass_code`',
    'As it says',
    '`POST …/answer`; another way: `POST …/back`',
  ],
  [
    '`provide_phone`',
    'A number has to be proven; `reason` says why',
    '`POST …/phone`; where it is `skippable`: `POST …/skip`',
  ],
  ['`enroll_totp`', 'An authenticator app is demanded: show `qr_svg` and `secret`', '`POST …/answer`'],
  ['`enroll_pin`', 'A PIN is demanded', '`POST …/pin`'],
  ['`contact_support`', 'Locked, or nothing is left to try: show `help_code` and `until`', 'None'],
  ['`done`', 'Logged in: keep the token of `session`', 'None'],
]

const LOOP = `async function logIn(credentials) {
  let login = await post('/v1/logins', credentials)
  while (login.status === 'pending') {
    const { action } = login.next
    if (action === 'contact_support') break
    const { path, body } = await showStep(login.next)
    login = await post(\`/v1/logins/\${login.id}/\${path}\`, body)
  }
  return login.next
}`

/** The section about logins. */
export function loginSection({ base }: Site): Section {
  const post = [
    'async function post(path, body) {',
    `  const response = await fetch('${base}' + path, {`,
    "    method: 'POST',",
    "    headers: { Authorization: `Bearer ${KEY}`, 'Content-Type': 'application/json' },",
    '    body: JSON.stringify(body),',
    '  })',
    '  return response.json()',
    '}',
  ]
  return guideSection(
    ['log-people-in', 'Log people in'],
    [
      {
        text: 'Keypad keeps usernames and passwords, and asks for a second factor where the [policy](#about-all-policies) says so. [Register](#register) somebody or [start a login](#start-login); either answers a login. Your page shows what `next.action` says, sends what the person typed, and gets the login again, until it is `done`.',
      },
      {
        table: {
          caption: 'What a login asks for',
          head: ['next.action', 'When', 'Answer it with'],
          rows: STEPS,
        },
      },
      {
        text: 'A call that does not fit `next` is [`step_not_expected`](/docs/problems/step_not_expected) and changes nothing. Actions may be added: show those that you do not know as [why](#explain-login) explains them.',
      },
      {
        list: [
          'Your back end calls with a secret key of the scope `accounts`, and passes `client_ip`.',
          'A page may call with a publishable key from its own origin, or with the login’s `client_secret`, which opens this one login and nothing else.',
          'Who is logged in calls `/v1/me/…` with the token of the session. Your back end asks [whose token it is](#introspect-session).',
          'A portal that checks passwords itself starts logins with its own `subject_id` and `password_checked`, with a secret key only.',
        ],
      },
    ],
    [
      { label: 'JavaScript: the loop', code: LOOP },
      { label: 'JavaScript: a call', code: post.join('\n') },
    ],
  )
}
