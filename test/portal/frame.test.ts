import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startPortal, tokenOf } from './lab.ts'
import type { PortalLab } from './lab.ts'

/** Nothing listens there: these pages need no Keypad, or must cope without one. */
const NOWHERE = { urls: ['http://127.0.0.1:9'], tenant: { secretKey: `kp_sk_${'x'.repeat(32)}` } }
type Nowhere = Parameters<typeof startPortal>[0]

let lab: PortalLab
let secure: PortalLab
beforeAll(async () => {
  lab = await startPortal(NOWHERE as Nowhere)
  secure = await startPortal(NOWHERE as Nowhere, { publicUrl: 'https://portal.example.org' })
})
afterAll(async () => {
  await lab?.close()
  await secure?.close()
})

const SIGN_IN = '/portal/sign-in'

describe('every page', () => {
  it('lets nothing from elsewhere in, nothing inline, no frame and no cache', async () => {
    for (const path of [SIGN_IN, '/portal/help', '/portal/nowhere']) {
      const { headers } = await fetch(lab.base + path)
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy).toMatch(/^default-src 'none';/)
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).not.toContain('unsafe')
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('referrer-policy')).toBe('same-origin')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('strict-transport-security')).toBeNull()
    }
    expect((await fetch(secure.base + SIGN_IN)).headers.get('strict-transport-security')).toContain('max-age')
  })

  it('has no script, style or handler of its own in the document', async () => {
    const page = await (await fetch(lab.base + SIGN_IN)).text()
    expect(page).not.toMatch(/<style|<script(?![^>]*src=)|\sstyle=|\son\w+=/)
  })

  it('gives a 404 that leads on where there is nothing', async () => {
    const seen = await lab.visit().get('/nowhere')
    expect([seen.status, seen.html.includes('Page not found')]).toEqual([404, true])
  })

  it('says so when Keypad cannot be reached, and keeps what happened to itself', async () => {
    const visitor = lab.visit()
    await visitor.get('/sign-in')
    const seen = await visitor.post('/sign-in', { username: 'anna', password: 'four-quiet-herons' })
    expect([seen.status, seen.html.includes('something went wrong')]).toEqual([503, true])
    expect(seen.html).not.toMatch(/127\.0\.0\.1|ECONN|kp_sk/)
  }, 30_000)
})

describe('cookies', () => {
  it('are bound to the host over TLS, and out of reach of scripts and other sites', async () => {
    const [cookie] = (await fetch(secure.base + SIGN_IN)).headers.getSetCookie()
    expect(cookie).toMatch(/^__Host-keypad_form=[\w-]{24}; Path=\/; HttpOnly; SameSite=Lax; Secure$/)
  })

  it('have shorter names on plain http, where browsers would refuse the prefix', async () => {
    const [cookie] = (await fetch(lab.base + SIGN_IN)).headers.getSetCookie()
    expect(cookie).toMatch(/^keypad_form=[\w-]{24}; Path=\/; HttpOnly; SameSite=Lax$/)
  })

  it('that nobody of us wrote open no login', async () => {
    const forged = `lgn_01a204422c357d899e080032808305b3.${Buffer.from('/profile').toString('base64url')}.AAAA`
    const response = await fetch(`${lab.base}/portal/sign-in/step`, {
      headers: { cookie: `keypad_login=${forged}` },
      redirect: 'manual',
    })
    expect(response.headers.get('location')).toBe('/portal/sign-in?said=ended')
  })
})

describe('a form is refused', () => {
  const send = async (headers: Record<string, string>, token?: string) => {
    const page = await fetch(lab.base + SIGN_IN)
    const cookie = page.headers.getSetCookie()[0]!.split(';')[0]!
    const form_token = token ?? tokenOf(await page.text())
    const body = new URLSearchParams({ form_token, username: '', password: '' })
    return (await fetch(lab.base + SIGN_IN, { method: 'POST', body, headers: { cookie, ...headers } })).status
  }

  it('from another site, even with the right token', async () => {
    expect(await send({ 'sec-fetch-site': 'cross-site' })).toBe(403)
    expect(await send({ 'sec-fetch-site': 'same-site', origin: lab.base })).toBe(403)
    expect(await send({ origin: 'https://evil.example' })).toBe(403)
    expect(await send({ origin: 'null' })).toBe(403)
  })

  it('that does not say where it comes from', async () => {
    expect(await send({})).toBe(403)
  })

  it('with no token, or with that of another browser', async () => {
    const other = tokenOf(await (await fetch(lab.base + SIGN_IN)).text())
    for (const token of ['', 'x', other])
      expect(await send({ 'sec-fetch-site': 'same-origin' }, token)).toBe(403)
  })

  it('that is larger than 16 KB', async () => {
    const body = new URLSearchParams({ username: 'x'.repeat(17_000) })
    const headers = { 'sec-fetch-site': 'same-origin' }
    expect((await fetch(lab.base + SIGN_IN, { method: 'POST', body, headers })).status).toBe(413)
  })

  it('and is taken from our own pages, by either sign of the browser', async () => {
    expect(await send({ 'sec-fetch-site': 'same-origin' })).toBe(422)
    expect(await send({ origin: lab.base })).toBe(422)
  })
})

describe('the files', () => {
  it('have names that change with what is in them, and may be kept for good', async () => {
    const page = await (await fetch(lab.base + SIGN_IN)).text()
    const paths = [...page.matchAll(/(?:href|src)="(\/portal\/assets\/[^"]+)"/g)].map(([, path]) => path!)
    expect(paths).toHaveLength(2)
    for (const path of paths) {
      const response = await fetch(lab.base + path)
      expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
      expect(response.headers.get('content-encoding')).toBe('gzip')
      const text = await response.text()
      expect(text.length).toBeGreaterThan(1_000)
      if (path.endsWith('.js')) expect(text.length).toBeLessThanOrEqual(4_096)
    }
    expect((await fetch(`${lab.base}/portal/assets/portal.000000000000.js`)).status).toBe(404)
  })
})
