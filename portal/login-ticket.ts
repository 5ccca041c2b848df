/**
 * What the `login` cookie holds: which login this browser started, and where it wants to go afterwards. The portal's
 * key signs it, so that nobody can take up somebody else's login by its id.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'

/** `to`: the page to go to at the end, a path inside the portal. */
export type LoginTicket = { id: string; to: string }

/** Writes a ticket for the cookie. */
export function writeTicket(key: string, { id, to }: LoginTicket): string {
  const text = `${id}.${Buffer.from(to).toString('base64url')}`
  return `${text}.${sign(key, text)}`
}

/** Reads a ticket. Null: there is none, or this portal did not write it. */
export function readTicket(key: string, cookie: string | undefined): LoginTicket | null {
  const [id = '', to = '', signature = ''] = (cookie ?? '').split('.')
  const [given, expected] = [Buffer.from(signature), Buffer.from(sign(key, `${id}.${to}`))]
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null
  return { id, to: Buffer.from(to, 'base64url').toString() }
}

function sign(key: string, text: string): string {
  return createHmac('sha256', key).update(`login ${text}`).digest('base64url')
}
