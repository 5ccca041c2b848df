import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { freshPhone, from, startLab, until, untilIdle, type Answer, type Lab } from './lab.ts'

let lab: Lab
beforeAll(async () => {
  lab = await startLab(50)
})
beforeEach(() => {
  lab.received.length = 0
  lab.answers.clear()
})
afterAll(() => lab.close())

type Shown = {
  sid: string
  status: string
  said: string[]
  waiting_for_digits: boolean
  error_code: number | null
}
const listCalls = async (phone: string): Promise<Shown[]> =>
  (await lab.control('GET', `/handsets/${phone}/calls`)).json()
const show = async (phone: string) => (await listCalls(phone))[0] as Shown
const xml = (body: string): Answer => ({ body: `<Response>${body}</Response>` })
const press = (sid: string, digits: string) => lab.control('POST', `/calls/${sid}/digits`, { digits })
const gather = (inside: string, attributes = '') =>
  `<Gather action="${lab.hooks}/keys" ${attributes}>${inside}</Gather>`

async function call(twiml: string, more: object = {}): Promise<{ to: string; sid: string }> {
  const to = freshPhone()
  const { sid } = await lab.client.calls.create({ to, from, twiml: `<Response>${twiml}</Response>`, ...more })
  return { to, sid }
}
const listening = (to: string) => until(async () => (await show(to)).waiting_for_digits)

describe('a call', () => {
  it('is queued, rings, is answered and completed, with Twilio’s fields in its callbacks', async () => {
    const statusCallbackEvent = ['initiated', 'ringing', 'answered', 'completed']
    const more = { statusCallback: `${lab.hooks}/status`, statusCallbackEvent }
    const { to, sid } = await call('<Say>Hello</Say><Pause length="4"/>', more)
    expect(sid).toMatch(/^CA[0-9a-f]{32}$/)
    await untilIdle(lab)
    expect(lab.received.map(({ form }) => form['CallStatus'])).toEqual([
      'initiated',
      'ringing',
      'in-progress',
      'completed',
    ])
    expect(lab.received.every(({ signed }) => signed)).toBe(true)
    expect(lab.received[3]?.form).toMatchObject({
      CallSid: sid,
      To: to,
      Called: to,
      From: from,
      Caller: from,
      Direction: 'outbound-api',
      CallbackSource: 'call-progress-events',
      SequenceNumber: '3',
      Timestamp: expect.stringMatching(/^\w{3}, \d\d \w{3} \d{4} [\d:]{8} \+0000$/),
    })
    expect(Number(lab.received[3]?.form['CallDuration'])).toBeGreaterThanOrEqual(4)
    const fetched = await lab.client.calls(sid).fetch()
    expect(fetched).toMatchObject({ status: 'completed', answeredBy: null, from, to })
  })
  it('reports only its end unless more was asked for', async () => {
    await call('<Say>Hello</Say>', { statusCallback: `${lab.hooks}/status` })
    await untilIdle(lab)
    expect(lab.received.map(({ form }) => form['CallStatus'])).toEqual(['completed'])
  })
  it('is given up after its ring time', async () => {
    const to = freshPhone()
    await lab.control('PUT', `/handsets/${to}`, { delay_ms: 30_000 })
    const { sid } = await lab.client.calls.create({ to, from, twiml: '<Response/>', timeout: 5 })
    await untilIdle(lab)
    expect((await lab.client.calls(sid).fetch()).status).toBe('no-answer')
  })
  it('is ended at its time limit', async () => {
    const { sid } = await call('<Pause length="600"/>', { timeLimit: 10 })
    await untilIdle(lab)
    const { status, duration } = await lab.client.calls(sid).fetch()
    expect(status).toBe('completed')
    expect(Number(duration)).toBeGreaterThanOrEqual(10)
    expect(Number(duration)).toBeLessThan(60)
  })
  it('can be cancelled while it waits, not once it is over', async () => {
    const to = freshPhone()
    await lab.control('PUT', `/handsets/${to}`, { queue_ms: 60_000 })
    const { sid } = await lab.client.calls.create({
      to,
      from,
      twiml: '<Response/>',
      statusCallback: `${lab.hooks}/status`,
    })
    expect((await lab.client.calls(sid).update({ status: 'canceled' })).status).toBe('canceled')
    await untilIdle(lab)
    expect(lab.received.map(({ form }) => form['CallStatus'])).toEqual(['canceled'])
    await expect(lab.client.calls(sid).update({ status: 'completed' })).rejects.toMatchObject({ code: 21220 })
  })
  it('can be completed or given another document while it is talked on', async () => {
    const { to, sid } = await call('<Pause length="600"/>')
    await until(async () => (await show(to)).status === 'in-progress')
    await lab.client
      .calls(sid)
      .update({ twiml: '<Response><Say>Something else</Say><Pause length="600"/></Response>' })
    await until(async () => (await show(to)).said.includes('Something else'))
    expect((await lab.client.calls(sid).update({ status: 'completed' })).status).toBe('completed')
  })
  it('is listed newest first by number and status', async () => {
    const { to, sid } = await call('<Say>One</Say>')
    const second = await lab.client.calls.create({ to, from, twiml: '<Response><Say>Two</Say></Response>' })
    await untilIdle(lab)
    expect((await lab.client.calls.list({ to, status: 'completed' })).map((one) => one.sid)).toEqual([
      second.sid,
      sid,
    ])
    expect((await listCalls(to)).map((one) => one.sid)).toEqual([second.sid, sid])
  })
})

describe('a call that Twilio refuses', () => {
  const good = { To: '+31612345678', From: from, Twiml: '<Response/>' }
  it.each([
    ['no To', { From: from, Twiml: '<Response/>' }, 21201],
    ['no From', { To: good.To, Twiml: '<Response/>' }, 21213],
    ['a To that is no number', { ...good, To: '1234' }, 21211],
    ['neither Url nor Twiml', { To: good.To, From: from }, 21205],
    ['both Url and Twiml', { ...good, Url: 'http://example.com/' }, 21205],
    ['a broken Url', { To: good.To, From: from, Url: 'nowhere' }, 21205],
    ['Twiml over 4,000 characters', { ...good, Twiml: 'x'.repeat(4_001) }, 20001],
    ['a ring time of an hour', { ...good, Timeout: '3600' }, 20001],
    ['an unknown machine detection', { ...good, MachineDetection: 'Maybe' }, 20001],
    ['a broken callback', { ...good, StatusCallback: 'x' }, 21609],
    ['the magic invalid number', { ...good, To: '+15005550001' }, 21217],
    ['the magic unreachable number', { ...good, To: '+15005550002' }, 21214],
    ['the magic blocked country', { ...good, To: '+15005550003' }, 21215],
    ['the magic block list', { ...good, To: '+15005550004' }, 21216],
  ] as [string, Record<string, string>, number][])('%s', async (_name, form, code) => {
    expect(await (await lab.post('Calls.json', form)).json()).toMatchObject({ code, status: 400 })
  })
})

describe('the person with the phone', () => {
  it('answers and declines by hand', async () => {
    const phones = [freshPhone(), freshPhone()]
    const sids = []
    for (const to of phones) {
      await lab.control('PUT', `/handsets/${to}`, { delay_ms: 30_000 })
      sids.push(
        (await lab.client.calls.create({ to, from, twiml: '<Response><Pause length="60"/></Response>' })).sid,
      )
      await until(async () => (await show(to)).status === 'ringing')
    }
    expect((await lab.control('POST', `/calls/${sids[0]}/answer`)).status).toBe(204)
    expect((await show(phones[0] ?? '')).status).toBe('in-progress')
    expect((await lab.control('POST', `/calls/${sids[1]}/decline`)).status).toBe(204)
    expect((await show(phones[1] ?? '')).status).toBe('busy')
    expect((await lab.control('POST', `/calls/${sids[1]}/answer`)).status).toBe(409)
    expect((await lab.control('POST', `/calls/${sids[0]}/hangup`)).status).toBe(204)
    expect((await show(phones[0] ?? '')).status).toBe('completed')
    expect((await lab.control('POST', `/calls/${sids[0]}/hangup`)).status).toBe(409)
  })
  it('is heard only while a Gather listens; keys before it are lost', async () => {
    lab.answers.set('/keys', () => xml('<Say>Thank you</Say>'))
    const { to, sid } = await call(
      `<Say>Hello</Say><Pause length="30"/>${gather('<Say>Press</Say>', 'numDigits="2" timeout="60"')}`,
    )
    await until(async () => (await show(to)).said.length === 1)
    const early = await press(sid, '47')
    expect(early.status).toBe(202)
    expect(await early.json()).toEqual({ heard: false })
    await listening(to)
    expect((await press(sid, '4')).status).toBe(204)
    expect((await press(sid, '7')).status).toBe(204)
    await untilIdle(lab)
    expect(lab.received.map(({ form }) => form['Digits'])).toEqual(['47'])
    expect((await press(sid, '1')).status).toBe(409)
  })
  it.each(['', 'a', '1 2', '１', '1'.repeat(21), 5, null])('cannot press %j', async (digits) => {
    const { sid } = await call('<Pause length="1"/>')
    expect((await lab.control('POST', `/calls/${sid}/digits`, { digits })).status).toBe(400)
  })
  it('knows no call that is not there', async () => {
    for (const act of ['digits', 'hangup', 'answer', 'decline']) {
      expect((await lab.control('POST', `/calls/CA00/${act}`, { digits: '1' })).status).toBe(404)
    }
  })
})

describe('machine detection', () => {
  const callVoicemail = async (more: object) => {
    const to = freshPhone()
    await lab.control('PUT', `/handsets/${to}`, { fate: 'voicemail' })
    await lab.client.calls.create({
      to,
      from,
      url: `${lab.hooks}/twiml`,
      statusCallback: `${lab.hooks}/status`,
      ...more,
    })
    lab.answers.set('/twiml', () =>
      xml('<Say>Hello machine</Say><Pause length="8"/><Say>After the beep</Say>'),
    )
    await untilIdle(lab)
    return show(to)
  }
  it('asked before the TwiML tells machine_start in its request and at the end', async () => {
    await callVoicemail({ machineDetection: 'Enable' })
    expect(lab.received.map(({ form }) => form['AnsweredBy'])).toEqual(['machine_start', 'machine_start'])
  })
  it('asked to wait tells machine_end_beep, and everything said is recorded', async () => {
    const shown = await callVoicemail({ machineDetection: 'DetectMessageEnd' })
    expect(lab.received[0]?.form['AnsweredBy']).toBe('machine_end_beep')
    expect(shown).toMatchObject({
      recorded: ['Hello machine', 'After the beep'],
      answered_by: 'machine_end_beep',
    })
  })
  it('asked beside the call tells its own callback', async () => {
    const shown = await callVoicemail({
      machineDetection: 'Enable',
      asyncAmd: 'true',
      asyncAmdStatusCallback: `${lab.hooks}/amd`,
    })
    expect(lab.received.find(({ path }) => path === '/amd')?.form).toMatchObject({
      AnsweredBy: 'machine_start',
    })
    expect(shown).toMatchObject({ said: ['Hello machine', 'After the beep'], recorded: ['After the beep'] })
  })
  it('says human of a person', async () => {
    const { sid } = await call('<Say>Hello</Say>', { machineDetection: 'Enable' })
    await untilIdle(lab)
    expect((await lab.client.calls(sid).fetch()).answeredBy).toBe('human')
  })
})
