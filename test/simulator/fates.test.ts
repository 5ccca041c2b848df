import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { FATE_NAMES } from '#simulator/fates.ts'
import { freshPhone, from, startLab, until, untilIdle, type Lab } from './lab.ts'

let lab: Lab
beforeAll(async () => {
  lab = await startLab()
})
beforeEach(async () => {
  await lab.control('DELETE', '')
  await untilIdle(lab)
  lab.received.length = 0
})
afterAll(() => lab.close())

async function phoneWith(fate: string, more: object = {}): Promise<string> {
  const phone = freshPhone()
  const response = await lab.control('PUT', `/handsets/${phone}`, { fate, ...more })
  expect(response.status).toBe(204)
  return phone
}

const text = (to: string) =>
  lab.client.messages.create({ to, from, body: 'Hi', statusCallback: `${lab.hooks}/status` })
const twiml =
  '<Response><Say>Hello there</Say><Gather numDigits="1" timeout="30" action="/keys"><Say>Press a key</Say></Gather></Response>'
const call = (to: string) => {
  const inline = twiml.replace('/keys', `${lab.hooks}/keys`)
  const statusCallbackEvent = ['initiated', 'ringing', 'answered', 'completed']
  return lab.client.calls.create({
    to,
    from,
    twiml: inline,
    statusCallback: `${lab.hooks}/status`,
    statusCallbackEvent,
  })
}
const statuses = () =>
  lab.received
    .filter(({ path }) => path === '/status')
    .map(({ form }) => form['MessageStatus'] ?? form['CallStatus'])
const arrived = async (phone: string) =>
  (await (await lab.control('GET', `/handsets/${phone}/messages`)).json()) as unknown[]

describe('texts that end undelivered', () => {
  it.each([
    ['switched_off', 30003],
    ['blocked', 30004],
    ['no_such_number', 30005],
    ['landline', 30006],
    ['filtered', 30007],
    ['fraud_blocked', 30450],
  ])('%s: %i, and the phone shows nothing', async (fate, code) => {
    const to = await phoneWith(fate)
    const { sid } = await text(to)
    await untilIdle(lab)
    expect(statuses()).toEqual(['sending', 'sent', 'undelivered'])
    expect(lab.received.at(-1)?.form['ErrorCode']).toBe(String(code))
    expect(await lab.client.messages(sid).fetch()).toMatchObject({ status: 'undelivered', errorCode: code })
    expect(await arrived(to)).toEqual([])
  })
})

describe('what is refused', () => {
  it.each([
    ['opted_out', 400, 21610],
    ['country_blocked', 400, 21408],
    ['carrier_500', 500, 20500],
    ['carrier_429', 429, 20429],
  ])('%s: a text with HTTP %i and %i', async (fate, status, code) => {
    const to = await phoneWith(fate)
    await expect(text(to)).rejects.toMatchObject({ status, code })
    expect(await lab.client.messages.list({ to })).toEqual([])
  })
  it.each([
    ['country_blocked', 400, 21215],
    ['carrier_500', 500, 20500],
    ['carrier_429', 429, 20429],
  ])('%s: a call with HTTP %i and %i', async (fate, status, code) => {
    await expect(call(await phoneWith(fate))).rejects.toMatchObject({ status, code })
  })
  it('carrier_429 says when to come again', async () => {
    const response = await lab.post('Messages.json', {
      To: await phoneWith('carrier_429'),
      From: from,
      Body: 'Hi',
    })
    expect(response.headers.get('retry-after')).toBe('1')
  })
})

describe('delivered and slow', () => {
  it('delivered is what a phone is without being told', async () => {
    const to = freshPhone()
    await text(to)
    await untilIdle(lab)
    expect(await arrived(to)).toHaveLength(1)
  })
  it('slow holds a text back at sent for its delay', async () => {
    const to = await phoneWith('slow', { delay_ms: 10_000 })
    await text(to)
    await until(() => statuses().includes('sent'))
    expect(await arrived(to)).toEqual([])
    await untilIdle(lab)
    expect(await arrived(to)).toHaveLength(1)
  })
})

describe('a carrier whose answer is lost', () => {
  it.each(['accept_then_hang', 'accept_then_reset'])(
    '%s: the client fails without a status, the text arrives',
    async (fate) => {
      const to = await phoneWith(fate)
      const failure = await text(to).catch((error: { status?: number }) => error)
      expect(failure).toBeInstanceOf(Error)
      expect(failure).not.toHaveProperty('status', expect.any(Number))
      await until(() => statuses().includes('delivered'))
      expect(await lab.client.messages.list({ to })).toHaveLength(1)
      expect(await arrived(to)).toHaveLength(1)
    },
  )
  it('accept_then_reset does the same to a call', async () => {
    const to = await phoneWith('accept_then_reset')
    await expect(call(to)).rejects.toThrow()
    await until(() => statuses().includes('in-progress'))
    expect(await lab.client.calls.list({ to })).toHaveLength(1)
  })
})

describe('callbacks out of the ordinary', () => {
  it('duplicate_callbacks: each comes five times, and the text once', async () => {
    const to = await phoneWith('duplicate_callbacks')
    await text(to)
    await untilIdle(lab)
    expect(statuses()).toEqual(
      ['sending', 'sent', 'delivered'].flatMap((word) => Array.from({ length: 5 }, () => word)),
    )
    expect(await arrived(to)).toHaveLength(1)
  })
  it('reversed_callbacks: the last comes first', async () => {
    await text(await phoneWith('reversed_callbacks'))
    await untilIdle(lab)
    expect(statuses()).toEqual(['delivered', 'sent', 'sending'])
  })
  it('callback_before_answer: all have come when the answer does, which still says queued', async () => {
    const created = await text(await phoneWith('callback_before_answer'))
    expect(statuses()).toEqual(['sending', 'sent', 'delivered'])
    expect(created.status).toBe('queued')
  })
  it('callback_before_answer: a call rings before its answer comes', async () => {
    const created = await call(await phoneWith('callback_before_answer'))
    expect(statuses()).toEqual(['initiated', 'ringing'])
    await lab.control('POST', `/calls/${created.sid}/decline`)
    await untilIdle(lab)
  })
  it('a receiver that hangs holds callback_before_answer back for three seconds at most', async () => {
    lab.answers.set('/status', () => ({ fail: 'hang' }))
    expect((await text(await phoneWith('callback_before_answer'))).sid).toMatch(/^SM/)
    lab.answers.delete('/status')
  })
})

describe('calls by fate', () => {
  const ended = async (to: string) => {
    const { sid } = await call(to)
    await untilIdle(lab)
    const [shown] = await (await lab.control('GET', `/handsets/${to}/calls`)).json()
    expect(shown.sid).toBe(sid)
    return shown
  }
  it.each([
    ['busy', 'busy', ['initiated', 'ringing', 'busy']],
    ['no_answer', 'no-answer', ['initiated', 'ringing', 'no-answer']],
    ['switched_off', 'no-answer', ['initiated', 'ringing', 'no-answer']],
    ['no_such_number', 'failed', ['initiated', 'failed']],
    ['landline', 'completed', ['initiated', 'ringing', 'in-progress', 'completed']],
    ['opted_out', 'completed', ['initiated', 'ringing', 'in-progress', 'completed']],
  ])('%s ends as %s', async (fate, status, reported) => {
    expect(await ended(await phoneWith(fate))).toMatchObject({ status })
    expect(statuses()).toEqual(reported)
    expect(lab.received.map(({ form }) => form['SequenceNumber'])).toEqual(
      reported.map((_, index) => String(index)),
    )
  })
  it.each([
    ['presses_1', '1'],
    ['presses_9', '9'],
  ])('%s presses its key once the prompt was heard', async (fate, key) => {
    lab.answers.set('/keys', () => ({ body: '<Response><Say>Thank you</Say></Response>' }))
    expect(await ended(await phoneWith(fate))).toMatchObject({
      said: ['Hello there', 'Press a key', 'Thank you'],
      pressed: key,
    })
    const keys = lab.received.filter(({ path }) => path === '/keys')
    expect(keys.map(({ form, signed }) => [form['Digits'], form['CallStatus'], signed])).toEqual([
      [key, 'in-progress', true],
    ])
  })
  it('hangs_up leaves before the call is over, which ends completed without a key', async () => {
    const shown = await ended(await phoneWith('hangs_up'))
    expect(shown).toMatchObject({ status: 'completed', pressed: '' })
    expect(shown.duration).toBeLessThan(15)
    expect(lab.received.some(({ path }) => path === '/keys')).toBe(false)
  })
  it('voicemail hears everything, presses nothing, ignores keys and ends completed', async () => {
    const to = await phoneWith('voicemail')
    const { sid } = await call(to)
    await until(
      async () => (await (await lab.control('GET', `/handsets/${to}/calls`)).json())[0].waiting_for_digits,
    )
    expect((await lab.control('POST', `/calls/${sid}/digits`, { digits: '1' })).status).toBe(202)
    await untilIdle(lab)
    expect(lab.received.some(({ path }) => path === '/keys')).toBe(false)
    expect(lab.received.at(-1)?.form).toMatchObject({ CallStatus: 'completed', SipResponseCode: '200' })
    expect(lab.received.at(-1)?.form['AnsweredBy']).toBeUndefined()
  })
  it('delay_ms is how long it rings', async () => {
    const to = await phoneWith('delivered', { delay_ms: 5_000 })
    const begun = Date.now()
    await call(to)
    await until(() => statuses().includes('in-progress'))
    expect(Date.now() - begun).toBeGreaterThanOrEqual(110)
    await untilIdle(lab)
  })
})

it('every fate of the contract is there', () => {
  const contract =
    'delivered slow switched_off blocked no_such_number landline filtered opted_out country_blocked fraud_blocked ' +
    'carrier_500 carrier_429 accept_then_hang accept_then_reset duplicate_callbacks reversed_callbacks ' +
    'callback_before_answer voicemail busy no_answer presses_1 presses_9 hangs_up'
  expect([...FATE_NAMES].sort()).toEqual(contract.split(' ').sort())
})
