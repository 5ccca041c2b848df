/**
 * The guide's part about what happens to texts and calls: outcomes, modes, limits, callbacks and test numbers.
 */
import { CODE_LIFETIME_MS, MAX_SENDS, MAX_TRIES, NUMBER_WINDOWS } from '#core/limits.ts'
import { SEND_WAITS_S } from '#core/send-limits.ts'
import type { Block, Section, Site } from './docs-page.ts'

/** A section of the guide. */
export function guideSection(
  [id, title]: [string, string],
  blocks: readonly Block[],
  samples?: readonly Block[],
): Section {
  return { id, title, level: 2, blocks, ...(samples && { samples }) }
}

/** The sections about phones. */
export function phoneSections(site: Site): Section[] {
  return [waiting(site), calls(), limits(), callbacks(site), testNumbers(site)]
}

function waiting({ base }: Site): Section {
  const loop = [
    'async function waitForOutcome(id, version) {',
    `  const url = \`${base}/v1/verifications/\${id}?wait=25&since=\${version}\``,
    '  const headers = { Authorization: `Bearer ${process.env.KEYPAD_KEY}` }',
    '  const verification = await (await fetch(url, { headers })).json()',
    "  if (verification.status !== 'pending') return verification",
    '  return waitForOutcome(id, verification.version)',
    '}',
  ]
  return guideSection(
    ['waiting', 'Wait for the outcome'],
    [
      {
        text: 'A text moves on and a call is answered while your page waits. Ask with `wait` (up to 25 seconds) and `since` (the `version` that you know): the answer comes as soon as something has changed, or when the wait is over.',
      },
      { text: 'The page itself may do this with the `client_secret`, without your back end.' },
    ],
    [{ label: 'JavaScript', code: loop.join('\n') }],
  )
}

function calls(): Section {
  const rows = [
    [
      '`spoken_code`',
      'Says the code once any key is pressed, so that no mailbox hears it',
      'Checks the code as after a text',
    ],
    ['`match_digits`', 'Asks for the two digits on the screen', 'Shows `match_digits` and waits'],
    [
      '`press_1`',
      'Asks to press 1. Only for logins, on a number that the same `subject_id` proved before',
      'Waits',
    ],
  ]
  return guideSection(
    ['calls', 'Calls'],
    [
      {
        text: 'With `channel: "call"` the phone rings. `call_mode` says what it asks for. In every mode 9 means “this was not me”: the verification is `denied`. Machines, silence and hanging up confirm nothing.',
      },
      { table: { caption: 'Modes', head: ['Mode', 'The call', 'Your page'], rows } },
    ],
  )
}

function limits(): Section {
  const windows = NUMBER_WINDOWS.map(({ max, windowMs }) => `${max} in ${spell(windowMs / 60_000)}`)
  return guideSection(
    ['limits', 'Limits'],
    [
      {
        list: [
          `A code lives ${CODE_LIFETIME_MS / 60_000} minutes and survives ${MAX_TRIES - 1} wrong tries; the next one ends it.`,
          `One verification sends at most ${MAX_SENDS} times, with waits of ${SEND_WAITS_S.join(', ')} seconds between. It is the same code each time, so a late text is never wrong.`,
          `One number gets at most ${windows.join(', ')}, texts and calls together, from everybody.`,
          'Limits per address, tenant and country are settings of this server. Pass `client_ip` so that the person’s address counts and not yours.',
        ],
      },
    ],
  )
}

function spell(minutes: number): string {
  if (minutes % 60 !== 0) return `${minutes} minutes`
  return minutes === 60 ? 'one hour' : `${minutes / 60} hours`
}

function callbacks({ base }: Site): Section {
  return guideSection(
    ['callbacks', 'Carrier callbacks'],
    [
      {
        text: `Twilio reports texts, calls and pressed keys to \`${base}/hooks/twilio/…\`. There is nothing to set up at Twilio: every send names its own address. It only has to be reachable from outside as \`PUBLIC_URL\` says.`,
      },
      {
        text: 'A callback counts only with a valid signature and the nonce of its own delivery; else it is [`signature_invalid`](/docs/problems/signature_invalid) and changes nothing.',
      },
    ],
  )
}

function testNumbers({ hasHandsets }: Site): Section {
  const numbers =
    'Some numbers reserved for fiction have a fixed fate: switched off, landline, voicemail, presses 1. They are listed in `docs/test-numbers.md`'
  const text = hasHandsets
    ? `${numbers} and on the [handsets page](/handsets#numbers). Any other number takes what you send; its phone appears on that page.`
    : `${numbers}. They work where the simulator runs; this server sends to real phones.`
  return guideSection(['test-numbers', 'Test numbers'], [{ text }])
}
