/**
 * One request as the pages see it. Pages know no Express: they read a visit and give a reply.
 */
import type { Request } from 'express'
import type { Keypad } from '#client/keypad.ts'
import { readZone } from './clock.ts'
import { readCookies } from './cookies.ts'
import type { CookieName } from './cookies.ts'
import { makeFormSecret, makeFormToken } from './csrf.ts'
import { openWords } from './languages.ts'
import type { Words } from './languages.ts'
import type { Portal } from './portal.ts'

export type Visit = Words & {
  portal: Portal
  /** Keypad with the portal's own key; `keypad.as(session)` for what a person may do. */
  keypad: Keypad
  /** The path inside the portal, such as `/sign-in`. */
  path: string
  /** A field of the form that was sent, as it was typed. '' where it is missing. */
  field: (name: string) => string
  /** A parameter of the address. '' where it is missing. */
  query: (name: string) => string
  cookie: (name: CookieName) => string | undefined
  /** To be sent along with every call that acts for this person, so that limits count them and not the portal. */
  client: { client_ip?: string }
  form: { secret: string; token: string }
  /** Ends when the browser no longer waits. */
  gone: AbortSignal
}

/** Reads a request. */
export function openVisit(portal: Portal, request: Request, gone: AbortSignal): Visit {
  const cookies = readCookies(request.get('cookie'), portal.isSecure)
  const secret = cookies.get('form') ?? makeFormSecret()
  const words = openWords({
    chosen: cookies.get('lang'),
    accepted: request.get('accept-language'),
    zone: readZone(cookies.get('zone')),
  })
  return {
    ...words,
    ...{ portal, gone, keypad: portal.keypad, path: request.path },
    field: (name) => readText(request.body, name),
    query: (name) => readText(request.query, name),
    cookie: (name) => cookies.get(name),
    client: readAddress(request.ip),
    form: { secret, token: makeFormToken(portal.key, secret) },
  }
}

function readText(from: unknown, name: string): string {
  const value = (from as Record<string, unknown> | undefined)?.[name]
  return typeof value === 'string' ? value : ''
}

/** An IPv4 address on a socket for both kinds looks like an IPv6 one. */
function readAddress(ip: string | undefined): { client_ip?: string } {
  return ip === undefined ? {} : { client_ip: ip.replace(/^::ffff:(?=\d+\.)/i, '') }
}
