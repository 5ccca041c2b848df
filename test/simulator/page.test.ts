import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshPhone, from, postForm, startLab, until, untilIdle, type Lab } from './lab.ts'

let lab: Lab
beforeAll(async () => {
  lab = await startLab()
})
afterAll(() => lab.close())

const page = async (query = '') => (await fetch(`${lab.base}/handsets${query}`)).text()
const act = (path: string, form: Record<string, string>) => postForm(`${lab.base}/handsets${path}`, form)

describe('the page with the phones', () => {
  it('lets only its own files, scripts and styles in', async () => {
    const response = await fetch(`${lab.base}/handsets`)
    expect(response.headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; " +
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    )
    const text = await response.text()
    expect(text).not.toMatch(/<script(?![^>]*src=)|<style|\son\w+=|\sstyle=|https?:\/\//)
    const files = [...text.matchAll(/(?:href|src)="(\/handsets\/[\w.]+)"/g)].map(([, path]) => path)
    expect(files).toHaveLength(5)
    for (const path of [...files, '/handsets/morph.js']) {
      const file = await fetch(lab.base + path)
      expect(file.status).toBe(200)
      expect(file.headers.get('content-type')).toMatch(/^text\/(css|javascript)/)
    }
  })
  it('shows a text with its time, segments, alphabet and validity, escaped', async () => {
    const to = freshPhone()
    await lab.client.messages.create({
      to,
      from,
      body: '418052 <b>is</b> your code\n@portal.example.org #418052',
    })
    await untilIdle(lab)
    const text = await page()
    expect(text).toContain('<strong class="code">418052</strong> &lt;b&gt;is&lt;/b&gt;')
    expect(text).toMatch(/1 segment\s*·\s*<abbr title="\d+ units">GSM-7<\/abbr>/)
    expect(text).toContain('valid until')
    expect(text).toContain('Fills itself in at portal.example.org: 418052')
  })
  it('shows a phone that was asked for by link, and says when that is no number', async () => {
    expect(await page('?n=+12025550123')).toContain('+1 202 555 0123')
    expect(await page('?n=%2B12025550124')).toContain('+1 202 555 0124')
    const wrong = await page(`?n=${encodeURIComponent('<script>')}`)
    expect(wrong).toContain('“&lt;script&gt;” is no number')
  })
  it('shows mail, escaped, with its link to click on', async () => {
    expect(await page()).not.toContain('<h2 id="mail-title">')
    const text = 'Hello <b>\n\nhttps://portal.example.org/reset?token=a&b\n\nBye\n'
    lab.simulator.deliverMail({ to: 'ann@example.org', subject: 'One & two', text, html: '' })
    const shown = await page()
    expect(shown).toContain('<h3>One &amp; two</h3>')
    expect(shown).toContain('Hello &lt;b&gt;')
    expect(shown).toContain('<a href="https://portal.example.org/reset?token=a&amp;b" rel="noreferrer">')
  })
  it('says why a text never came, and lists the test numbers', async () => {
    const to = freshPhone()
    await lab.control('PUT', `/handsets/${to}`, { fate: 'switched_off' })
    await lab.client.messages.create({ to, from, body: 'Hi' })
    await untilIdle(lab)
    const text = await page()
    expect(text).toContain('the phone is off or out of reach (30003)')
    expect(text).toContain('+1 907 555 0103')
  })
})

describe('its forms, without any script', () => {
  it('change a fate and lead back to the phone', async () => {
    const to = freshPhone()
    const response = await fetch(`${lab.base}/handsets/phones/${to}/fate`, {
      method: 'POST',
      body: new URLSearchParams({ fate: 'blocked' }),
      redirect: 'manual',
    })
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe(
      `/handsets?n=${encodeURIComponent(to)}#phone-${to.slice(1)}`,
    )
    expect(await page(`?n=${to}`)).toMatch(/value="blocked" aria-pressed="true"/)
  })
  it('answer a call, press its keys and hang up', async () => {
    const to = freshPhone()
    await lab.control('PUT', `/handsets/${to}`, { delay_ms: 60_000 })
    const twiml = '<Response><Gather numDigits="2" timeout="60"><Say>Press two keys</Say></Gather></Response>'
    const { sid } = await lab.client.calls.create({ to, from, twiml })
    await until(async () => (await page()).includes(`/calls/${sid}/answer`))
    await act(`/calls/${sid}/answer`, {})
    await until(async () => (await page()).includes('Waiting for a key'))
    expect(await page()).toContain('Press two keys')
    await act(`/calls/${sid}/digits`, { digits: '4' })
    expect(await page()).toContain('pressed 4')
    await act(`/calls/${sid}/hangup`, {})
    expect(await page()).toMatch(/Call, \d+ s · pressed 4/)
  })
  it.each([
    ['/phones/+31612345678/fate', { fate: 'eaten' }, 400],
    ['/phones/hello/fate', { fate: 'slow' }, 400],
    ['/phones/+31612345678/replies', { text: 'Hello' }, 400],
    ['/calls/CA00/answer', {}, 404],
  ])('refuse %s with %j', async (path, form, status) => {
    expect((await act(path, form)).status).toBe(status)
  })
  it('refuse other web sites', async () => {
    const headers = { 'sec-fetch-site': 'cross-site' }
    expect((await fetch(`${lab.base}/handsets/forget`, { method: 'POST', headers })).status).toBe(403)
  })
  it('forget everything', async () => {
    const to = freshPhone()
    await lab.client.messages.create({ to, from, body: 'Hi' })
    expect((await act('/forget', {})).status).toBe(200)
    expect(await page()).toContain('No phone has got anything yet')
  })
})

it('the live stream tells that something changed, and ends with the simulator', async () => {
  const own = await startLab()
  const response = await fetch(`${own.base}/handsets/events`)
  expect(response.headers.get('content-type')).toBe('text/event-stream')
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  expect((await reader?.read())?.value).toContain('event: change')
  await own.client.messages.create({ to: freshPhone(), from, body: 'Hi' })
  expect((await reader?.read())?.value).toContain('event: change')
  await own.simulator.stop()
  let ended = false
  while (!ended) ended = (await reader?.read())?.done ?? true
  await own.close()
})
