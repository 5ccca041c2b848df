import { execFileSync } from 'node:child_process'
import { inspect } from 'node:util'
import nock from 'nock'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { createCarrier, type Carrier, type CarrierSettings } from '#carrier/twilio.ts'

const API = 'https://api.twilio.com'
const LOOKUPS = 'https://lookups.twilio.com'
const TOKEN = 'f00dfeed'.repeat(4)
const ACCOUNT = `AC${'0a'.repeat(16)}`
const MESSAGES = `/2010-04-01/Accounts/${ACCOUNT}/Messages.json`
const CALLS = `/2010-04-01/Accounts/${ACCOUNT}/Calls.json`
const PHONE = '+12025550123'
const NOW = new Date('2026-11-22T12:00:00Z')
const SINCE = new Date('2026-11-22T12:00:00.900Z')
const settings: CarrierSettings = { accountSid: ACCOUNT, authToken: TOKEN, from: '+12025550100' }
const text = {
  to: PHONE,
  body: '418052 is your code',
  validitySeconds: 540,
  statusCallback: 'https://keypad.example.org/hooks/twilio/texts/x',
}
const call = {
  to: PHONE,
  twiml: '<Response><Hangup/></Response>',
  statusCallback: 'https://keypad.example.org/hooks/twilio/calls/x',
  ringSeconds: 25,
  callSeconds: 60,
}

let carrier: Carrier
let unmatched: string[] = []
let bodies: Record<string, string | string[]>[] = []

beforeAll(() => {
  nock.disableNetConnect()
  nock.emitter.on('no match', noteUnmatched)
})
beforeEach(() => {
  carrier = createCarrier(settings)
  unmatched = []
  bodies = []
})
afterEach(() => {
  const pending = nock.pendingMocks()
  nock.cleanAll()
  // nock answers a request that nothing expects with a 501, which reads like a failure of the carrier.
  if (pending.length > 0 || unmatched.length > 0)
    throw new Error(`not as expected: ${[...pending, ...unmatched].join(', ')}`)
})
afterAll(() => {
  nock.emitter.off('no match', noteUnmatched)
  nock.restore()
})

function noteUnmatched(request: { url?: string; method?: string }): void {
  unmatched.push(`${request.method} ${request.url}`)
}

function sid(kind: 'SM' | 'CA', number: number): string {
  return kind + number.toString(16).padStart(32, '0')
}

function noteBody(body: Record<string, string | string[]>): boolean {
  bodies.push(body)
  return true
}

function message(number: number, parts: object = {}): object {
  const date_created = NOW.toUTCString()
  return {
    sid: sid('SM', number),
    status: 'queued',
    body: text.body,
    error_code: null,
    date_created,
    ...parts,
  }
}

function phoneCall(number: number, parts: object = {}): object {
  const date_created = NOW.toUTCString()
  return { sid: sid('CA', number), status: 'ringing', direction: 'outbound-api', date_created, ...parts }
}

function minutesAgo(minutes: number): { date_created: string } {
  return { date_created: new Date(NOW.getTime() - minutes * 60_000).toUTCString() }
}

describe('a text', () => {
  const toMessages = () => nock(API).post(MESSAGES, noteBody)

  it('goes out with its validity, its callback and the number it comes from', async () => {
    toMessages().basicAuth({ user: ACCOUNT, pass: TOKEN }).reply(201, message(1))
    expect(await carrier.sendText(text)).toEqual({ outcome: 'accepted', carrierRef: sid('SM', 1) })
    expect(bodies[0]).toEqual({
      To: PHONE,
      From: '+12025550100',
      Body: text.body,
      ValidityPeriod: '540',
      StatusCallback: text.statusCallback,
    })
  })

  it('comes from the messaging service where there is one', async () => {
    toMessages().reply(201, message(1))
    await createCarrier({ ...settings, messagingServiceSid: `MG${'3d'.repeat(16)}` }).sendText(text)
    expect(bodies[0]).toMatchObject({ MessagingServiceSid: `MG${'3d'.repeat(16)}` })
    expect(bodies[0]).not.toHaveProperty('From')
  })

  it.each([
    [0.4, '1'],
    [-7, '1'],
    [59.9, '59'],
    [99_999, '36000'],
  ])('with %s seconds to live is valid for %s', async (validitySeconds, expected) => {
    toMessages().reply(201, message(1))
    await carrier.sendText({ ...text, validitySeconds })
    expect(bodies[0]!['ValidityPeriod']).toBe(expected)
  })

  it.each([
    [400, 21211, 'no_such_number'],
    [400, 21614, 'landline'],
    [400, 21610, 'opted_out'],
    [400, 21408, 'country_blocked'],
    [400, 30450, 'fraud_blocked'],
    [400, 21606, 'unknown_failure'],
    [404, 99_999, 'unknown_failure'],
  ])('refused with HTTP %s and code %s fails for good: %s', async (status, code, reason) => {
    toMessages().reply(status, { code, message: `${PHONE} ${text.body}`, status })
    expect(await carrier.sendText(text)).toEqual({ outcome: 'refused', reason, carrierCode: code })
  })

  it('may be posted again after a 429, when the carrier says so', async () => {
    toMessages().reply(
      429,
      { code: 20429, message: 'Too Many Requests', status: 429 },
      { 'Retry-After': '3' },
    )
    expect(await carrier.sendText(text)).toEqual({
      outcome: 'not_sent',
      retryAfterMs: 3_000,
      carrierCode: 20429,
    })
  })

  it.each([
    ['a 500 with a code', 500, { code: 20500, message: text.body }, 20500],
    ['a 502 page', 502, `<html>${PHONE}</html>`, null],
    ['an empty 503', 503, '', null],
    ['an RFC 9457 problem', 503, { type: 'about:blank', title: 'x', status: 503, code: 20503 }, 20503],
  ])('is in doubt after %s, but the carrier did answer', async (_, status, body, carrierCode) => {
    toMessages().reply(status, body)
    expect(await carrier.sendText(text)).toEqual({ outcome: 'unknown', answered: true, carrierCode })
  })

  it.each([
    ['no JSON', '<html>hello</html>'],
    ['no ref', {}],
    ['the ref of something else', { sid: sid('CA', 1) }],
    ['nothing', ''],
    ['null', 'null'],
  ])('is in doubt after a 201 with %s', async (_, body) => {
    toMessages().reply(201, body)
    expect(await carrier.sendText(text)).toEqual({ outcome: 'unknown', answered: false, carrierCode: null })
  })

  it.each(['ECONNRESET', 'EPIPE', 'ECONNABORTED'])('is in doubt after %s', async (code) => {
    toMessages().replyWithError(Object.assign(new Error(`${TOKEN} ${text.body}`), { code }))
    expect(await carrier.sendText(text)).toEqual({ outcome: 'unknown', answered: false, carrierCode: null })
  })

  it.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'CERT_HAS_EXPIRED'])(
    'was surely not sent after %s',
    async (code) => {
      toMessages().replyWithError(Object.assign(new Error(`${TOKEN} ${text.body}`), { code }))
      expect(await carrier.sendText(text)).toEqual({
        outcome: 'not_sent',
        retryAfterMs: null,
        carrierCode: null,
      })
    },
  )

  it('stops everything, and burns no try, when the carrier does not know us', async () => {
    toMessages().reply(401, { code: 20003, message: 'Authenticate', status: 401 })
    expect(await carrier.sendText(text)).toMatchObject({ outcome: 'not_sent', carrierCode: 20003 })
  })

  it('tells how far it has come', async () => {
    const one = `/2010-04-01/Accounts/${ACCOUNT}/Messages/${sid('SM', 1)}.json`
    nock(API)
      .get(one)
      .reply(200, message(1, { status: 'undelivered', error_code: 30003 }))
    nock(API).get(one).reply(404, { code: 20404 })
    const state = { status: 'failed', reason: 'switched_off', carrierCode: 30003 }
    expect(await carrier.readText(sid('SM', 1))).toEqual(state)
    expect(await carrier.readText(sid('SM', 1))).toBeNull()
  })
})

describe('a text whose answer was lost', () => {
  const list = (page?: number) => {
    const query = page === undefined ? { To: PHONE, PageSize: 20 } : { To: PHONE, PageSize: 20, Page: page }
    return nock(API).get(MESSAGES).query(query)
  }
  const next = (page: number) => `${MESSAGES}?To=%2B12025550123&PageSize=20&Page=${page}`
  const search = { to: PHONE, body: text.body, sinceAt: SINCE }

  it('is found by its number, its words and its time, which the carrier gives in whole seconds', async () => {
    list().reply(200, { messages: [message(2, { body: 'other words' }), message(1, { status: 'sent' })] })
    expect(await carrier.findText(search)).toEqual({
      found: true,
      carrierRef: sid('SM', 1),
      status: 'sent',
      reason: null,
      carrierCode: null,
    })
  })

  it('is not mistaken for an older one with the same words', async () => {
    list().reply(200, { messages: [message(1, minutesAgo(1))] })
    expect(await carrier.findText(search)).toEqual({ found: false })
  })

  it('is not mistaken for one that another delivery has already', async () => {
    list().reply(200, { messages: [message(2), message(1)] })
    expect(await carrier.findText({ ...search, excludeRefs: [sid('SM', 1)] })).toMatchObject({
      carrierRef: sid('SM', 2),
    })
  })

  it('is looked for on further pages while there are recent ones', async () => {
    list().reply(200, { messages: [message(3, { body: 'x' })], next_page_uri: next(1) })
    list(1).reply(200, { messages: [message(2, minutesAgo(9)), message(1)], next_page_uri: next(2) })
    expect(await carrier.findText(search)).toMatchObject({ found: true, carrierRef: sid('SM', 1) })
    list().reply(200, { messages: [message(3, { body: 'x' })], next_page_uri: next(1) })
    list(1).reply(200, { messages: [message(4, minutesAgo(20))], next_page_uri: next(2) })
    expect(await carrier.findText(search)).toEqual({ found: false })
  })

  it('may stay unknown: after five full pages, or when the list cannot be read', async () => {
    list().reply(200, { messages: [message(3, { body: 'x' })], next_page_uri: next(1) })
    for (const page of [1, 2, 3, 4]) {
      list(page).reply(200, { messages: [message(3, { body: 'x' })], next_page_uri: next(page + 1) })
    }
    expect(await carrier.findText(search)).toEqual({ found: 'unknown' })
    list().reply(500, {})
    expect(await carrier.findText(search)).toEqual({ found: 'unknown' })
    list().reply(200, '<html>')
    expect(await carrier.findText(search)).toEqual({ found: 'unknown' })
    list().reply(200, {})
    expect(await carrier.findText(search)).toEqual({ found: 'unknown' })
  })

  it('does not send the credentials to a next page that lies elsewhere', async () => {
    const meta = { next_page_url: 'https://evil.example.org/steal' }
    list().reply(200, { messages: [message(3, { body: 'x' })], meta })
    expect(await carrier.findText(search)).toEqual({ found: 'unknown' })
  })
})

describe('a call', () => {
  it('rings and lasts no longer than allowed, and reports every step', async () => {
    nock(API).post(CALLS, noteBody).reply(201, phoneCall(1))
    const outcome = await carrier.placeCall({ ...call, ringSeconds: 600, callSeconds: 3_600 })
    expect(outcome).toEqual({ outcome: 'accepted', carrierRef: sid('CA', 1) })
    expect(bodies[0]).toEqual({
      To: PHONE,
      From: '+12025550100',
      Twiml: call.twiml,
      Timeout: '30',
      TimeLimit: '60',
      StatusCallback: call.statusCallback,
      StatusCallbackEvent: ['initiated', 'ringing', 'answered', 'completed'],
    })
  })

  it('listens for an answering machine beside the talk, where that is asked for', async () => {
    nock(API).post(CALLS, noteBody).reply(201, phoneCall(1))
    await carrier.placeCall({
      ...call,
      machineCallback: 'https://keypad.example.org/hooks/twilio/machines/x',
    })
    expect(bodies[0]).toMatchObject({
      MachineDetection: 'Enable',
      AsyncAmd: 'true',
      AsyncAmdStatusCallback: 'https://keypad.example.org/hooks/twilio/machines/x',
    })
  })

  it('needs a number to come from: a messaging service cannot call', async () => {
    const serviceOnly = createCarrier({
      ...settings,
      from: undefined,
      messagingServiceSid: `MG${'3d'.repeat(16)}`,
    })
    expect(await serviceOnly.placeCall(call)).toEqual({
      outcome: 'refused',
      reason: 'unknown_failure',
      carrierCode: 21213,
    })
  })

  it('is judged like a text when it fails', async () => {
    nock(API).post(CALLS).reply(400, { code: 21215 })
    expect(await carrier.placeCall(call)).toEqual({
      outcome: 'refused',
      reason: 'country_blocked',
      carrierCode: 21215,
    })
    nock(API).post(CALLS).reply(500, {})
    expect(await carrier.placeCall(call)).toMatchObject({ outcome: 'unknown', answered: true })
  })

  it('is found again by number and time, unless another delivery has it or somebody else made it', async () => {
    const calls = [
      phoneCall(4, { direction: 'inbound' }),
      phoneCall(3),
      phoneCall(2),
      phoneCall(1, minutesAgo(3)),
    ]
    nock(API).get(CALLS).query({ To: PHONE, PageSize: 20 }).times(2).reply(200, { calls })
    const search = { to: PHONE, sinceAt: SINCE }
    expect(await carrier.findCall({ ...search, excludeRefs: [sid('CA', 2)] })).toEqual({
      found: true,
      carrierRef: sid('CA', 3),
      status: 'ringing',
      reason: null,
      carrierCode: null,
    })
    const excludeRefs = [sid('CA', 2), sid('CA', 3)]
    expect(await carrier.findCall({ ...search, excludeRefs })).toEqual({ found: false })
  })

  it('tells how far it has come', async () => {
    const one = `/2010-04-01/Accounts/${ACCOUNT}/Calls/${sid('CA', 1)}.json`
    nock(API)
      .get(one)
      .reply(200, phoneCall(1, { status: 'completed', answered_by: 'machine_start' }))
    nock(API).get(one).replyWithError('gone')
    expect(await carrier.readCall(sid('CA', 1))).toEqual({
      status: 'ended',
      reason: 'voicemail',
      carrierCode: null,
    })
    expect(await carrier.readCall(sid('CA', 1))).toBeNull()
  })
})

describe('ending a call', () => {
  const update = () => nock(API).post(`/2010-04-01/Accounts/${ACCOUNT}/Calls/${sid('CA', 1)}.json`, noteBody)

  it('takes it out of the queue', async () => {
    update().reply(200, phoneCall(1, { status: 'canceled' }))
    expect(await carrier.cancelCall(sid('CA', 1))).toBe(true)
    expect(bodies).toEqual([{ Status: 'canceled' }])
  })

  it('hangs up when it was answered meanwhile', async () => {
    update().reply(200, phoneCall(1, { status: 'in-progress' }))
    update().reply(200, phoneCall(1, { status: 'completed' }))
    expect(await carrier.cancelCall(sid('CA', 1))).toBe(true)
    expect(bodies).toEqual([{ Status: 'canceled' }, { Status: 'completed' }])
  })

  it('is content when it is over already', async () => {
    update().times(2).reply(400, { code: 21220 })
    expect(await carrier.cancelCall(sid('CA', 1))).toBe(true)
  })

  it('does not claim what the carrier did not confirm', async () => {
    update().times(2).reply(500, {})
    expect(await carrier.cancelCall(sid('CA', 1))).toBe(false)
  })
})

describe('the line type of a number', () => {
  const lookUp = () =>
    nock(LOOKUPS).get(`/v2/PhoneNumbers/${PHONE}`).query({ Fields: 'line_type_intelligence' })

  it.each([
    ['mobile', 'mobile'],
    ['landline', 'landline'],
    ['fixedVoip', 'voip'],
    ['nonFixedVoip', 'voip'],
    ['premium', 'premium'],
    ['tollFree', 'not_textable'],
    ['sharedCost', 'not_textable'],
    ['uan', 'not_textable'],
    ['voicemail', 'not_textable'],
    ['pager', 'not_textable'],
    ['personal', 'not_textable'],
    ['unknown', 'unknown'],
    ['something new', 'unknown'],
    ['constructor', 'unknown'],
  ])('%s is %s', async (type, expected) => {
    lookUp().reply(200, { line_type_intelligence: { type, error_code: null } })
    expect(await carrier.lookUpLineType(PHONE)).toBe(expected)
  })

  it.each([
    ['no type', 200, { line_type_intelligence: { type: null, error_code: 60600 } }],
    ['no answer to the question', 200, { line_type_intelligence: null }],
    ['a refusal', 404, { code: 20404 }],
    ['too many requests', 429, {}],
    ['a failure', 500, '<html>'],
  ])('stays unknown, and shuts nobody out, after %s', async (_, status, body) => {
    lookUp().reply(status, body)
    expect(await carrier.lookUpLineType(PHONE)).toBe('unknown')
  })

  it('stays unknown when the carrier is too slow', async () => {
    lookUp()
      .delay(5_000)
      .reply(200, { line_type_intelligence: { type: 'landline' } })
    const quick = createCarrier({ ...settings, timeLimitMs: 100 })
    expect(await quick.lookUpLineType(PHONE)).toBe('unknown')
    nock.abortPendingRequests()
  })
})

describe('the environment', () => {
  it('changes nothing and prints nothing', async () => {
    vi.stubEnv('TWILIO_EDGE', 'dublin')
    vi.stubEnv('TWILIO_REGION', 'ie1')
    vi.stubEnv('TWILIO_LOG_LEVEL', 'debug')
    vi.stubEnv('TWILIO_CA_BUNDLE', '/nowhere/ca.pem')
    vi.stubEnv('TWILIO_ACCOUNT_SID', `AC${'9'.repeat(32)}`)
    vi.stubEnv('TWILIO_AUTH_TOKEN', 'another')
    vi.stubEnv('HTTP_PROXY', 'http://127.0.0.1:9')
    vi.stubEnv('HTTPS_PROXY', 'http://127.0.0.1:9')
    const printed = vi.spyOn(console, 'log')
    nock(API).post(MESSAGES).basicAuth({ user: ACCOUNT, pass: TOKEN }).reply(201, message(1))
    expect(await createCarrier(settings).sendText(text)).toMatchObject({ outcome: 'accepted' })
    expect(printed).not.toHaveBeenCalled()
    vi.unstubAllEnvs()
  })
})

describe('nothing secret', () => {
  const secrets = [
    TOKEN,
    text.body,
    PHONE,
    PHONE.slice(1),
    Buffer.from(`${ACCOUNT}:${TOKEN}`).toString('base64'),
  ]

  it.each([
    ['a refusal', 400, { code: 21211, message: `The 'To' number ${PHONE} is not valid: ${text.body}` }],
    ['a failure', 500, `${PHONE} ${text.body} ${TOKEN}`],
    ['an unreadable success', 201, `${PHONE} ${text.body}`],
  ])('is in the outcome of %s', async (_, status, body) => {
    nock(API).post(MESSAGES).reply(status, body)
    const outcome = await carrier.sendText(text)
    const shown = JSON.stringify(outcome) + inspect(outcome, { depth: 9, showHidden: true })
    for (const secret of secrets) expect(shown).not.toContain(secret)
  })

  it('is in the carrier itself, or in the complaint about a wrong account', () => {
    const shown = JSON.stringify(carrier) + inspect(carrier, { depth: 9, showHidden: true })
    for (const secret of secrets) expect(shown).not.toContain(secret)
    expect(() => createCarrier({ ...settings, accountSid: 'SKwrong' })).toThrow(/^(?!.*f00dfeed)/)
    expect(() => createCarrier({ accountSid: ACCOUNT, authToken: TOKEN })).toThrow(
      /number or a messaging service/,
    )
  })
})

it('the API can check signatures, write TwiML and read callbacks without loading the client', () => {
  const files = ['signature', 'twiml', 'receipts', 'twilio-errors', 'breaker'].map(
    (name) => `#carrier/${name}.ts`,
  )
  const script = `${files.map((file) => `await import('${file}')`).join('\n')}
    const { default: { _cache } } = await import('node:module')
    console.log(Object.keys(_cache).filter((file) => /axios|twilio.lib.(rest|base|index)/.test(file)).length, Object.keys(_cache).length > 5)`
  const printed = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: process.cwd(),
    encoding: 'utf8',
  })
  expect(printed.trim()).toBe('0 true')
})
