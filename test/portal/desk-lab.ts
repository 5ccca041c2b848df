/**
 * The staff pages beside the portal on a port of their own, and staff who sign in there and fill in forms as they stand
 * on the page, without a browser.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { expect } from 'vitest'
import { openConsole } from '#portal/console/open-console.ts'
import { openPortal } from '#portal/open-portal.ts'
import { addAccount, PASSWORD } from '#test/harness/people.ts'
import type { Stack } from '#test/harness/stack.ts'
import { readable } from './lab.ts'

export type DeskLab = Awaited<ReturnType<typeof startDesk>>
export type Staff = Awaited<ReturnType<DeskLab['staff']>>

/** Starts both. */
export async function startDesk(stack: Stack) {
  const app = express()
  const server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const settings = {
    keypadUrl: stack.urls[0]!,
    key: stack.tenant.secretKey,
    brand: 'Riverside Clinic',
    country: 'NL',
  }
  app.use(openConsole({ ...settings, publicUrl: base }))
  app.use('/portal', openPortal({ ...settings, publicUrl: base }))
  const signIn = (username: string, language?: string) => signInAt(base, username, language)
  return {
    ...{ base, signIn },
    /** Makes somebody with a role, who signs in at the portal. */
    staff: async (role: string | null, language?: string) => {
      const fields = { display_name: `Sam ${role ?? 'Nobody'}`, user_type: 'employee' }
      const person = await addAccount(stack, role === null ? fields : { ...fields, role })
      return { ...(await signIn(person.username, language)), ...person }
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

export type DeskPage = { status: number; html: string; text: string; trail: string[]; headers: Headers }

async function signInAt(base: string, username: string, language = 'en-GB') {
  const visitor = makeVisitor(base, language)
  await visitor.get('/portal/sign-in')
  const entered = await visitor.send({ username, password: PASSWORD }, 'name="password"')
  expect(entered.trail.at(-1)).toMatch(/^\/portal\/(profile|ways-in)/)
  return visitor
}

function makeVisitor(base: string, language: string) {
  const cookies = new Map<string, string>()
  let last = ''
  const request = async (path: string, form?: Record<string, string>): Promise<Response> => {
    const response = await fetch(base + path, {
      ...{ redirect: 'manual', method: form ? 'POST' : 'GET' },
      ...(form ? { body: new URLSearchParams(form) } : {}),
      headers: {
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        'accept-language': language,
        ...(form ? { 'sec-fetch-site': 'same-origin' } : {}),
      },
    })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (line.includes('Max-Age=0')) cookies.delete(name)
      else cookies.set(name, value)
    }
    return response
  }
  const follow = async (path: string, form?: Record<string, string>): Promise<DeskPage> => {
    const trail = [path]
    let response = await request(path, form)
    while (response.status === 303) {
      trail.push(response.headers.get('location')!)
      response = await request(trail.at(-1)!)
    }
    last = await response.text()
    // Ids are random and may hold many digits.
    for (const address of trail)
      expect(address.replaceAll(/[a-z]{3}_\w{26}/g, '')).not.toMatch(/\+?\d{7}|kp_|token=/)
    return { status: response.status, html: last, text: readable(last), trail, headers: response.headers }
  }
  return {
    ...{ cookies, request },
    get: (path: string) => follow(path),
    /** Sends the form of the page seen last that holds `mark`, with all that stands hidden in it. */
    send: (fields: Record<string, string>, mark: string) => {
      const form = [...last.matchAll(/<form\b.*?<\/form>/gs)]
        .map(([text]) => text)
        .find((text) => text.includes(mark))
      expect(form, `no form with ${mark}`).toBeDefined()
      const action = /action="([^"]+)"/.exec(form!)![1]!.replaceAll('&amp;', '&')
      return follow(action, { ...hiddenOf(form!), ...fields })
    },
    /** Does an act on the page of a person that was seen last. */
    act: function (name: string, fields: Record<string, string> = {}) {
      return this.send(
        { [`${name}-reason`]: 'The patient called the desk', ...fields },
        `name="act" value="${name}"`,
      )
    },
  }
}

function hiddenOf(form: string): Record<string, string> {
  const inputs = form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)
  return Object.fromEntries([...inputs].map(([, name, value]) => [name!, value!]))
}

/** The acts that a page offers, by their hidden names. */
export function actsOf({ html }: DeskPage): string[] {
  return [...html.matchAll(/name="act" value="(\w+)"/g)].map(([, name]) => name!)
}
