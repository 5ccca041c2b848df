/**
 * security.md COD-10, INP-4, VOI-7: whatever a portal gives as brand, subject and language, the text stays a code with
 * one last line for autofill, and a call's document stays XML that says no more than it should.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keysUrl } from '#core/carrier-urls.ts'
import { readId } from '#core/ids.ts'
import { readKeyRing } from '#core/key-ring.ts'
import { signWebhook } from '#simulator/signature.ts'
import { findAll, readXml } from '#test/carrier/xml.ts'
import { ACCOUNT } from '#test/harness/simulator.ts'
import type { Posted } from '#test/harness/simulator.ts'
import { startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'
import { until } from '#test/harness/until.ts'

/** In the alphabet of a plain text: one segment. */
const PLAIN_BRANDS = [
  ...[
    'Riverside',
    '@evil.example #123456',
    '123456',
    '1 2 3 4 5 6 7 8',
    'https://evil.example/x',
    'evil.example',
    '%s%n%00',
  ],
  ...[
    '<Redirect>http://evil.example</Redirect>',
    '"/><Play>x</Play>',
    '&amp;&lt;',
    ']]>',
    '<!--',
    '{$code}',
    '{{code}}',
    '|900|',
  ],
  ...[
    "'; drop table tenants;--",
    '${jndi:ldap://x}',
    '\\u0041\\n',
    '.....',
    '@#@#@#',
    'www.evil.example',
    'A'.repeat(40),
  ],
  ...[
    'Your code is 000000',
    '#418052',
    'STOP',
    '../../etc/passwd',
    '+31612345678',
    'e.v.i.l.e.x.a.m.p.l.e',
    '=cmd|x!A1',
    '€€€€€',
  ],
]
/** Outside of it: two segments at most. */
const WIDE_BRANDS = [
  ...[
    '\u202e654321 edoc',
    '＠evil。example ＃１２３４５６',
    '١٢٣٤٥٦',
    '🏥🏥🏥',
    'e\u0301'.repeat(20),
    'ﷺ'.repeat(40),
    '日'.repeat(40),
  ],
  ...[
    '\u200bevil\u200b.example',
    'еvil.ехаmрlе',
    '𝟙𝟚𝟛𝟜𝟝𝟞',
    'clinic\u00adname',
    '👩‍⚕️'.repeat(8),
    '\u2066@x.example #111111\u2069',
    '⒈⒉⒊⒋⒌⒍',
  ],
]
const LOCALES = [
  'en-GB',
  'nl-NL',
  'ar',
  'uk-UA',
  'xx',
  '../nl',
  '__proto__',
  'constructor',
  'en-GB-u-nu-arab',
  '<x>',
  '日本',
  '*',
]
const PURPOSES = ['login', 'registration', 'phone_change', 'other'] as const

describe('whatever a portal writes', () => {
  let stack: Stack
  let number = 30_000_000
  const orders = [...PLAIN_BRANDS, ...WIDE_BRANDS].map((brand, index) => ({
    ...{ brand, to: `+316${number + index}`, purpose: PURPOSES[index % PURPOSES.length]! },
    ...{ locale: LOCALES[index % LOCALES.length]!, subject_id: `${brand}${LOCALES[index % LOCALES.length]}` },
  }))
  const postedTo = async (kind: 'Messages' | 'Calls', to: string): Promise<Posted> =>
    until(`${kind} to ${to}`, async () =>
      (await stack.phones.posted(kind)).find(({ form }) => form['To'] === to),
    )
  const start = async (order: (typeof orders)[number], more: object): Promise<string> => {
    const { status, body } = await stack.call('POST', '/v1/verifications', { ...order, ...more })
    expect([status, order.brand]).toEqual([201, order.brand])
    return body.deliveries[0]!.id
  }

  beforeAll(async () => {
    stack = await startStack()
  })
  afterAll(() => stack?.close())

  it('a text begins with its code, ends with its one last line, and holds no other number or link', async () => {
    const host = new URL(stack.publicUrl).hostname
    for (const order of orders) {
      await start(order, { channel: 'sms' })
      const { form } = await postedTo('Messages', order.to)
      const body = form['Body']!
      const code = body.slice(0, 6)
      const lines = body.split(/[\n\r\u2028\u2029\u0085]/)
      expect(code, order.brand).toMatch(/^\d{6}$/)
      expect(lines.at(-1), order.brand).toBe(`@${host} #${code}`)
      expect(
        lines.filter((line) => /[@＠]|[#＃]/.test(line)),
        order.brand,
      ).toHaveLength(1)
      expect(
        body
          .normalize('NFKC')
          .match(/\p{Nd}{6,}/gu)!
          .every((digits) => digits === code),
        order.brand,
      ).toBe(true)
      expect(lines.slice(0, -1).join(' '), order.brand).not.toMatch(/:\/\/|www\.|evil\.|[\p{Cf}\p{Cc}]/u)
    }
  })

  it('a text costs one segment, and two where its letters need Unicode', async () => {
    for (const order of orders) {
      const { form } = await postedTo('Messages', order.to)
      const [text] = (await (
        await fetch(`${stack.phones.baseUrl}/handsets/${order.to}/messages`)
      ).json()) as {
        segments: number
        encoding: string
      }[]
      expect(text!.segments, form['Body']!).toBeLessThanOrEqual(text!.encoding === 'GSM-7' ? 1 : 2)
      const isPlain = PLAIN_BRANDS.includes(order.brand) && !['ar', 'uk-UA'].includes(order.locale)
      if (isPlain) expect(text!.encoding, form['Body']!).toBe('GSM-7')
    }
  })

  it('a call’s documents are well-formed and hold only what we put there', async () => {
    const ring = readKeyRing(stack.env['KEYPAD_SECRETS']!)!
    for (const [index, order] of orders.entries()) {
      const to = `+316${40_000_000 + index}`
      const deliveryId = await start({ ...order, to }, { channel: 'call' })
      const { form } = await postedTo('Calls', to)
      expectTame(form['Twiml']!, order.brand)
      const url = keysUrl(ring, stack.publicUrl, { id: readId('dlv', deliveryId)!, round: 0 })
      const keys = { CallSid: `CA${'0'.repeat(32)}`, AccountSid: ACCOUNT.sid, CallStatus: 'in-progress' }
      const answer = await fetch(url, {
        method: 'POST',
        body: new URLSearchParams(keys),
        headers: { 'x-twilio-signature': signWebhook(ACCOUNT.token, url, keys) },
      })
      expect(answer.status).toBe(200)
      expectTame(await answer.text(), order.brand)
    }
  })

  it('subjects of any spelling stay apart', async () => {
    const subjects = [
      'a',
      'A',
      'a ',
      'а',
      'a\u200b',
      "a'",
      '__proto__',
      'constructor',
      '%',
      '_',
      'é',
      'e\u0301',
    ]
    const ids: string[] = []
    for (const [index, subject_id] of subjects.entries()) {
      const to = `+316${50_000_000 + index}`
      ids.push((await stack.call('POST', '/v1/verifications', { to, channel: 'sms', subject_id })).body.id)
    }
    const states = await Promise.all(
      ids.map(async (id) => (await stack.call('GET', `/v1/verifications/${id}`)).body.status),
    )
    expect(states).toEqual(subjects.map(() => 'pending'))
  })
})

const KNOWN = new Set(['Response', 'Gather', 'Say', 'Pause', 'Hangup', 'prosody', 'say-as', 'break'])

/** Well-formed, of known elements only, with no address but ours and nothing that could be a code. */
function expectTame(twiml: string, brand: string): void {
  const root = readXml(twiml)
  const walk = (element: typeof root): (typeof root)[] => [element, ...element.children.flatMap(walk)]
  for (const { name, attributes } of walk(root)) {
    expect(KNOWN.has(name), `${name} from ${brand}`).toBe(true)
    for (const value of Object.values(attributes)) expect(value, brand).not.toMatch(/evil/)
  }
  for (const { text } of findAll(root, 'Say'))
    expect(text.normalize('NFKC'), brand).not.toMatch(/:\/\/|\p{Nd}{6,}|[{}|]/u)
}
