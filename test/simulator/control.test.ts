import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dropOldest, makeBoundedList } from '#simulator/bounded-list.ts'
import { makeMessage } from '#simulator/message.ts'
import { CAPS, handsetOf, keepMail, keepMessage, makeWorld } from '#simulator/world.ts'
import { accountSid, freshPhone, from, startLab, until, untilIdle, type Lab } from './lab.ts'

let lab: Lab
beforeAll(async () => {
  lab = await startLab()
})
afterAll(() => lab.close())

describe('PUT /simulator/handsets/{e164}', () => {
  it('takes the number with an encoded, a raw and no plus', async () => {
    const digits = freshPhone().slice(1)
    for (const path of [`%2B${digits}`, `+${digits}`, digits]) {
      const fate = path === digits ? 'opted_out' : 'blocked'
      expect((await lab.control('PUT', `/handsets/${path}`, { fate })).status).toBe(204)
    }
    const refused = await lab.post('Messages.json', { To: `+${digits}`, From: from, Body: 'Hi' })
    expect((await refused.json()).code).toBe(21610)
  })
  it.each([
    [{ fate: 'eaten_by_a_dog' }, /fate must be one of: delivered, slow/],
    [{ fate: 5 }, /fate must be one of/],
    [{ fate: 'slow', delay_ms: -1 }, /delay_ms must be a whole number/],
    [{ fate: 'slow', delay_ms: '5' }, /delay_ms must be a whole number/],
    [{ fate: 'slow', delay: 5 }, /"delay" is no field/],
    [[], /must be a JSON object/],
  ])('refuses %j with a sentence', async (body, detail) => {
    const response = await lab.control('PUT', `/handsets/${freshPhone()}`, body)
    expect(response.status).toBe(400)
    expect(response.headers.get('content-type')).toContain('application/problem+json')
    expect((await response.json()).detail).toMatch(detail)
  })
  it.each(['hello', '+1', '+1234567890123456', '+0123456789'])('refuses %s as a number', async (phone) => {
    expect((await lab.control('PUT', `/handsets/${phone}`, { fate: 'slow' })).status).toBe(400)
    expect((await lab.control('GET', `/handsets/${phone}/messages`)).status).toBe(400)
    expect((await lab.control('GET', `/handsets/${phone}/calls`)).status).toBe(400)
  })
  it('refuses broken JSON, and acts from other web sites', async () => {
    const url = `${lab.base}/simulator/handsets/${freshPhone()}`
    const headers = { 'content-type': 'application/json' }
    expect((await fetch(url, { method: 'PUT', headers, body: '{' })).status).toBe(400)
    const strange = { ...headers, 'sec-fetch-site': 'cross-site' }
    expect((await fetch(url, { method: 'PUT', headers: strange, body: '{}' })).status).toBe(403)
  })
  it('a later PUT replaces the fate and its waits', async () => {
    const to = freshPhone()
    await lab.control('PUT', `/handsets/${to}`, { fate: 'slow', delay_ms: 3_600_000 })
    await lab.control('PUT', `/handsets/${to}`, { fate: 'delivered' })
    const { sid } = await lab.client.messages.create({ to, from, body: 'Hi' })
    await until(async () => (await lab.client.messages(sid).fetch()).status === 'delivered')
  })
})

describe('what the simulator remembers', () => {
  it('lists requests oldest first, with their forms', async () => {
    await lab.control('DELETE', '')
    for (const body of ['one', 'two']) await lab.client.messages.create({ to: freshPhone(), from, body })
    await lab.client.messages.list({ to: from })
    const requests = await (await lab.control('GET', '/requests')).json()
    expect(requests.map((request: { form: Record<string, string> }) => request.form['Body'])).toEqual([
      'one',
      'two',
      undefined,
    ])
    expect(requests[0]).toMatchObject({
      method: 'POST',
      path: `/2010-04-01/Accounts/${accountSid}/Messages.json`,
    })
    expect(requests[2].form).toMatchObject({ To: from })
  })
  it('keeps mail by address, newest first, whatever the case', async () => {
    lab.simulator.deliverMail({ to: 'Ann@Example.org', subject: 'one', text: 'a', html: '<p>a</p>' })
    lab.simulator.deliverMail({ to: 'ann@example.org', subject: 'two', text: 'b', html: '<p>b</p>' })
    const mails = await (await lab.control('GET', '/mailboxes/ann%40EXAMPLE.org/messages')).json()
    expect(mails).toMatchObject([
      { subject: 'two', text: 'b' },
      { subject: 'one', html: '<p>a</p>' },
    ])
    expect(mails[0].at).toMatch(/Z$/)
    expect(await (await lab.control('GET', '/mailboxes/bob@example.org/messages')).json()).toEqual([])
  })
  it('takes mail over HTTP, as a worker in another process delivers it', async () => {
    const path = '/mailboxes/carol%40example.org/messages'
    const mail = { subject: 'Hello', text: 'Hello', html: '<p>Hello</p>' }
    expect((await lab.control('POST', path, mail)).status).toBe(204)
    expect(await (await lab.control('GET', path)).json()).toMatchObject([
      { to: 'carol@example.org', ...mail },
    ])
    for (const body of [{}, { ...mail, html: undefined }, { ...mail, subject: 1 }])
      expect((await lab.control('POST', path, body)).status).toBe(400)
  })
  it('DELETE forgets texts, calls, fates, requests and mail, and ends what is going on', async () => {
    const to = freshPhone()
    lab.received.length = 0
    await lab.control('PUT', `/handsets/${to}`, { fate: 'slow' })
    const { sid } = await lab.client.messages.create({ to, from, body: 'Hi', statusCallback: lab.hooks })
    await lab.client.calls.create({ to, from, twiml: '<Response><Pause length="60"/></Response>' })
    lab.simulator.deliverMail({ to: 'a@example.org', subject: 's', text: '', html: '' })
    expect(lab.simulator.idle()).toBe(false)
    expect((await lab.control('DELETE', '')).status).toBe(204)
    await untilIdle(lab)
    for (const path of [
      `/handsets/${to}/messages`,
      `/handsets/${to}/calls`,
      '/requests',
      '/mailboxes/a@example.org/messages',
    ]) {
      expect(await (await lab.control('GET', path)).json()).toEqual([])
    }
    await expect(lab.client.messages(sid).fetch()).rejects.toMatchObject({ code: 20404 })
    expect((await lab.client.messages.create({ to, from, body: 'Hi' })).status).toBe('queued')
    expect(lab.received.some(({ form }) => form['MessageStatus'] === 'delivered')).toBe(false)
  })
  it('answers 404 to other routes and forbids keeping answers', async () => {
    const response = await lab.control('GET', '/nothing')
    expect(response.status).toBe(404)
    expect(response.headers.get('cache-control')).toBe('no-store')
  })
})

describe('the bounds', () => {
  const order = { from, service: null, body: 'Hi', validitySeconds: 600, callback: null }
  it('a list keeps its last entries, a map its newest', () => {
    const list = makeBoundedList<number>(3)
    for (let number = 1; number <= 100; number++) list.push(number)
    expect(list.list()).toEqual([98, 99, 100])
    const map = new Map([1, 2, 3, 4].map((number) => [String(number), number]))
    expect(dropOldest(map, 2)).toEqual([1, 2])
  })
  it('a phone keeps its last thousand texts, and the whole world fifty thousand', () => {
    const world = makeWorld()
    for (let number = 0; number < CAPS.messages + 2_000; number++) {
      const handset = handsetOf(world, number < 2_000 ? '+31612345678' : `+3161${1_000_000 + (number % 60)}`)
      keepMessage(world, handset, makeMessage(handset, order))
    }
    const held = [...world.handsets.values()].reduce((sum, { messages }) => sum + messages.length, 0)
    expect(world.messages.size).toBe(CAPS.messages)
    expect(held).toBe(CAPS.messages)
    expect(
      Math.max(...[...world.handsets.values()].map(({ messages }) => messages.length)),
    ).toBeLessThanOrEqual(CAPS.perHandset)
  })
  it('a mailbox keeps a hundred', () => {
    const world = makeWorld()
    for (let at = 0; at < 150; at++)
      keepMail(world, { to: 'a@example.org', subject: '', text: '', html: '', at })
    expect(world.mailboxes.get('a@example.org')?.[0]?.at).toBe(50)
  })
})

it('stop ends held answers, waits and callbacks at once', async () => {
  const own = await startLab(1)
  own.answers.set('/status', () => ({ fail: 'hang' }))
  const to = freshPhone()
  await own.control('PUT', `/handsets/${to}`, { fate: 'accept_then_hang' })
  const hanging = own.post('Messages.json', {
    To: to,
    From: from,
    Body: 'Hi',
    StatusCallback: `${own.hooks}/status`,
  })
  const ended = hanging.then(() => 'answered').catch(() => 'broken off')
  await until(() => own.received.length > 0)
  const begun = Date.now()
  await own.simulator.stop()
  expect(Date.now() - begun).toBeLessThan(1_000)
  expect(own.simulator.idle()).toBe(true)
  expect(await ended).toBe('broken off')
  await own.close()
})
