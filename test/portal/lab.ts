/**
 * The portal on a port of its own, before a stack; and a visitor who keeps cookies and fills in forms, without a browser.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { expect } from 'vitest'
import { openPortal } from '#portal/open-portal.ts'
import type { PortalSettings } from '#portal/open-portal.ts'
import type { Stack } from '#test/harness/stack.ts'

export type PortalLab = Awaited<ReturnType<typeof startPortal>>

/** Starts a portal; `publicUrl` other than its own address lets it believe in TLS. */
export async function startPortal(
  stack: Pick<Stack, 'urls' | 'tenant'>,
  settings: Partial<PortalSettings> = {},
) {
  const app = express()
  const server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const common = {
    keypadUrl: stack.urls[0]!,
    key: stack.tenant.secretKey,
    brand: 'Riverside Clinic',
    country: 'NL',
  }
  app.use('/portal', openPortal({ ...common, publicUrl: base, ...settings }))
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { base, close, visit: (headers: Record<string, string> = {}) => makeVisitor(base, headers) }
}

/** One page as it came: where it was in the end, and all addresses on the way. */
export type Seen = { status: number; path: string; html: string; headers: Headers; trail: string[] }

export type Visitor = ReturnType<typeof makeVisitor>

function makeVisitor(base: string, own: Record<string, string>) {
  const cookies = new Map<string, string>()
  let last: Seen | null = null
  const ask = async (path: string, form?: Record<string, string>, headers: Record<string, string> = {}) => {
    const trail = [path]
    let response = await request(path, form, headers)
    while (response.status === 303) {
      const to = response.headers.get('location')!
      trail.push(to)
      response = await request(to)
    }
    last = {
      status: response.status,
      path: trail.at(-1)!,
      html: await response.text(),
      headers: response.headers,
      trail,
    }
    return last
  }
  const request = async (
    path: string,
    form?: Record<string, string>,
    headers: Record<string, string> = {},
  ) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(base + path, {
      ...{ redirect: 'manual', method: form ? 'POST' : 'GET' },
      ...(form ? { body: new URLSearchParams(form) } : {}),
      headers: {
        ...own,
        ...(cookie ? { cookie } : {}),
        ...(form ? { 'sec-fetch-site': 'same-origin' } : {}),
        ...headers,
      },
    })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (line.includes('Max-Age=0')) cookies.delete(name)
      else cookies.set(name, value)
    }
    return response
  }
  return {
    cookies,
    request,
    get: (path: string) => ask(`/portal${path}`),
    /** Sends a form with the token of the page seen last. */
    post: (path: string, form: Record<string, string>) =>
      ask(`/portal${path}`, { form_token: tokenOf(last?.html ?? ''), ...form }),
    /** Answers a step of a login. */
    act: (act: string, form: Record<string, string> = {}) =>
      ask('/portal/sign-in/step', { form_token: tokenOf(last?.html ?? ''), act, ...form }),
  }
}

/** The hidden token of a page's forms. */
export function tokenOf(page: string): string {
  return /name="form_token" value="([\w-]+)"/.exec(page)?.[1] ?? ''
}

/** The heading of a page, which asks its one question. */
export function headingOf({ html }: Seen): string {
  return readable(/<h1>(.*?)<\/h1>/s.exec(html)?.[1] ?? '')
}

/** What a person reads: no tags, single spaces. */
export function readable(html: string): string {
  return html
    .replaceAll(/<(script|style|option)[^>]*>.*?<\/\1>/gs, ' ')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll('&#39;', "'")
    .trim()
}

/** Expects a page with this heading, and that no address on the way held what must not be there. */
export function expectPage(seen: Seen, heading: string, status = 200): void {
  expect([seen.status, headingOf(seen)]).toEqual([status, heading])
  for (const address of seen.trail) expect(address).not.toMatch(/\d{4}|kp_|token/)
}
