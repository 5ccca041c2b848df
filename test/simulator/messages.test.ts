import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { accountSid, freshPhone, from, postForm, startLab, until, untilIdle, type Lab } from './lab.ts'

let lab: Lab
beforeAll(async () => {
  lab = await startLab()
})
beforeEach(() => {
  lab.received.length = 0
})
afterAll(() => lab.close())

const statuses = () => lab.received.map(({ form }) => form['MessageStatus'])

describe('a text sent with the twilio package', () => {
  it('is answered as Twilio answers, and lives from queued to delivered with signed callbacks in order', async () => {
    const to = freshPhone()
    const statusCallback = `${lab.hooks}/status?d=dlv_1&x=a%20b#rc=3&rp=ct,rt,5xx`
    const created = await lab.client.messages.create({
      to,
      from,
      body: '418052 is your code',
      statusCallback,
    })
    expect(created.sid).toMatch(/^SM[0-9a-f]{32}$/)
    expect(created).toMatchObject({
      status: 'queued',
      to,
      from,
      numSegments: '1',
      errorCode: null,
      price: null,
    })
    expect(Math.abs(created.dateCreated.getTime() - Date.now())).toBeLessThan(2_000)
    await untilIdle(lab)
    expect(statuses()).toEqual(['sending', 'sent', 'delivered'])
    expect(lab.received.every(({ signed }) => signed)).toBe(true)
    expect(lab.received[0]?.form).toMatchObject({
      MessageSid: created.sid,
      SmsSid: created.sid,
      To: to,
      From: from,
    })
    expect(lab.received[2]?.form['RawDlrDoneDate']).toMatch(/^\d{10}$/)
    expect(lab.received[0]?.path).toBe('/status?d=dlv_1&x=a%20b')
    expect(new Set(lab.received.map(({ token }) => token)).size).toBe(3)
    const fetched = await lab.client.messages(created.sid).fetch()
    expect(fetched.status).toBe('delivered')
  })

  it('through a messaging service starts as accepted and gets its sender later', async () => {
    const messagingServiceSid = `MG${'f'.repeat(32)}`
    const to = freshPhone()
    const created = await lab.client.messages.create({
      to,
      messagingServiceSid,
      body: 'Hi',
      statusCallback: lab.hooks,
    })
    expect(created).toMatchObject({ status: 'accepted', from: null, messagingServiceSid, numSegments: '0' })
    await untilIdle(lab)
    expect(statuses()).toEqual(['queued', 'sending', 'sent', 'delivered'])
    expect(lab.received[3]?.form['MessagingServiceSid']).toBe(messagingServiceSid)
    expect((await lab.client.messages(created.sid).fetch()).from).toBe('+15005550006')
  })

  it('shows on the handset only once it has arrived, newest first', async () => {
    const to = freshPhone()
    for (const body of ['first', 'second']) {
      await lab.client.messages.create({ to, from, body })
      await untilIdle(lab)
    }
    const shown = await (await lab.control('GET', `/handsets/${encodeURIComponent(to)}/messages`)).json()
    expect(shown).toMatchObject([
      { body: 'second', from, segments: 1 },
      { body: 'first', encoding: 'GSM-7' },
    ])
    expect(shown[0].at).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/)
  })

  it('fails with 30036 when its validity passes in the queue', async () => {
    const to = freshPhone()
    await lab.control('PUT', `/handsets/${to}`, { queue_ms: 5_000 })
    const created = await lab.client.messages.create({
      to,
      from,
      body: 'Hi',
      validityPeriod: 2,
      statusCallback: lab.hooks,
    })
    await untilIdle(lab)
    expect(await lab.client.messages(created.sid).fetch()).toMatchObject({
      status: 'failed',
      errorCode: 30036,
    })
    expect(statuses()).toEqual(['failed'])
  })

  it('can be redacted and deleted once it is over, not before', async () => {
    const to = freshPhone()
    await lab.control('PUT', `/handsets/${to}`, { fate: 'slow' })
    const created = await lab.client.messages.create({ to, from, body: '418052' })
    const message = lab.client.messages(created.sid)
    await expect(message.update({ body: '' })).rejects.toMatchObject({ code: 20009 })
    await untilIdle(lab)
    expect((await message.update({ body: '' })).body).toBe('')
    expect(await message.remove()).toBe(true)
    await expect(message.fetch()).rejects.toMatchObject({ status: 404, code: 20404 })
  })
})

describe('the list of texts', () => {
  it('is newest first, filtered by To, and pages through the twilio package', async () => {
    const to = freshPhone()
    for (const body of ['1', '2', '3', '4', '5']) await lab.client.messages.create({ to, from, body })
    await lab.client.messages.create({ to: freshPhone(), from, body: 'other' })
    const all = await lab.client.messages.list({ to, pageSize: 2 })
    expect(all.map(({ body }) => body)).toEqual(['5', '4', '3', '2', '1'])
    const page = await lab.client.messages.page({ to, pageSize: 2 })
    expect(page.instances).toHaveLength(2)
  })

  it('finds a text by the day it was sent, but not one still in the queue', async () => {
    const to = freshPhone()
    await lab.client.messages.create({ to, from, body: 'sent' })
    await untilIdle(lab)
    await lab.control('PUT', `/handsets/${to}`, { queue_ms: 3_600_000 })
    await lab.client.messages.create({ to, from, body: 'waiting' })
    const found = await lab.client.messages.list({ to, dateSentAfter: new Date(Date.now() - 60_000) })
    expect(found.map(({ body }) => body)).toEqual(['sent'])
    expect(await lab.client.messages.list({ to, dateSentBefore: new Date(0) })).toEqual([])
    await lab.control('DELETE', '')
  })
})

describe('a text that Twilio refuses', () => {
  const good = { To: '+31612345678', From: from, Body: 'Hi' }
  const cases: [string, Record<string, string>, number][] = [
    ['no To', { From: from, Body: 'Hi' }, 21604],
    ['a To that is no number', { ...good, To: '0612345678' }, 21211],
    ['no sender', { To: good.To, Body: 'Hi' }, 21603],
    ['a sender that is none', { ...good, From: '+1' }, 21212],
    ['its own number', { ...good, From: good.To }, 21266],
    ['a service of the wrong shape', { To: good.To, Body: 'Hi', MessagingServiceSid: 'MG1' }, 21705],
    ['no body', { To: good.To, From: from }, 21602],
    ['a body over 1,600 characters', { ...good, Body: 'x'.repeat(1_601) }, 21617],
    ['a validity of 0 s', { ...good, ValidityPeriod: '0' }, 90007],
    ['a validity over ten hours', { ...good, ValidityPeriod: '36001' }, 90007],
    ['a validity that is no whole number', { ...good, ValidityPeriod: '1.5' }, 90007],
    ['a relative callback', { ...good, StatusCallback: '/status' }, 21609],
    ['a callback host with an underscore', { ...good, StatusCallback: 'http://a_b.example/' }, 21609],
    ['the magic invalid number', { ...good, To: '+15005550001' }, 21211],
    ['the magic unroutable number', { ...good, To: '+15005550002' }, 21612],
    ['the magic blocked country', { ...good, To: '+15005550003' }, 21408],
    ['the magic unsubscribed number', { ...good, To: '+15005550004' }, 21610],
    ['the magic landline', { ...good, To: '+15005550009' }, 21614],
    ['the magic sender that is not owned', { ...good, From: '+15005550007' }, 21606],
    ['the magic sender with a full queue', { ...good, From: '+15005550008' }, 21611],
  ]
  it.each(cases)('%s', async (_name, form, code) => {
    const response = await lab.post('Messages.json', form)
    expect(response.status).toBe(400)
    const body = await response.json()
    expect(body).toMatchObject({ code, status: 400, more_info: `https://www.twilio.com/docs/errors/${code}` })
    expect(body.message.length).toBeGreaterThan(10)
  })

  it('a wrong token is 401 with 20003, and the request is recorded all the same', async () => {
    const url = `${lab.base}/simulator/2010-04-01/Accounts/${accountSid}/Messages.json`
    const response = await postForm(url, good, 'wrong')
    expect(response.status).toBe(401)
    expect((await response.json()).code).toBe(20003)
    const requests = await (await lab.control('GET', '/requests')).json()
    expect(requests.at(-1)).toMatchObject({
      method: 'POST',
      form: good,
      path: expect.stringMatching(/\/Messages\.json$/),
    })
  })

  it('another path of the API is 404 with 20404', async () => {
    expect(await (await lab.post('Nothing.json', {})).json()).toMatchObject({ code: 20404, status: 404 })
  })
})

describe('the lookups of the twilio package', () => {
  const type = async (phone: string) => {
    const found = await lab.client.lookups.v2.phoneNumbers(phone).fetch({ fields: 'line_type_intelligence' })
    return found.lineTypeIntelligence as { type: string | null; errorCode: number | null }
  }
  it('say mobile, the published type, or the type of the fate', async () => {
    const phone = freshPhone()
    expect((await type(phone)).type).toBe('mobile')
    await lab.control('PUT', `/handsets/${phone}`, { fate: 'landline' })
    expect((await type(phone)).type).toBe('landline')
    expect((await type('+19075550150')).type).toBe('landline')
    expect((await type('+19075550151')).type).toBe('nonFixedVoip')
    expect(await type('+19075550152')).toMatchObject({ type: null, errorCode: 60600 })
  })
  it('leave the line type out when nobody asked, and answer 404 to nonsense', async () => {
    expect((await lab.client.lookups.v2.phoneNumbers(freshPhone()).fetch()).lineTypeIntelligence).toBeNull()
    await expect(lab.client.lookups.v2.phoneNumbers('hello').fetch()).rejects.toMatchObject({ code: 20404 })
    expect((await lab.client.lookups.v2.phoneNumbers('+123').fetch()).valid).toBe(false)
  })
})

describe('STOP texted from the page', () => {
  it('refuses texts until START', async () => {
    const to = freshPhone()
    const reply = (text: string) => postForm(`${lab.base}/handsets/phones/${to}/replies`, { text })
    await reply('STOP')
    await expect(lab.client.messages.create({ to, from, body: 'Hi' })).rejects.toMatchObject({ code: 21610 })
    await reply('START')
    const created = await lab.client.messages.create({ to, from, body: 'Hi' })
    await until(async () => (await lab.client.messages(created.sid).fetch()).status === 'delivered')
  })
})
