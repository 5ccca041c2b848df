/**
 * The portal's cookies. Over https each is bound to this host by its name (`__Host-`) and never leaves TLS; on a plain
 * http address, for trying things out, browsers would refuse that, so the names are shorter there.
 */

/** `form`: what form tokens are bound to. `login`, `session`, `reset`: what is going on. `lang`, `zone`: the person's. */
export const COOKIES = ['form', 'login', 'session', 'reset', 'lang', 'zone'] as const
export type CookieName = (typeof COOKIES)[number]

/** What an answer changes; null removes. */
export type CookieChanges = Partial<Record<CookieName, string | null>>

const MINUTE_S = 60
/** Those that are not listed end with the browser: on a shared computer the next person finds nothing. */
const LIFE_S: Partial<Record<CookieName, number>> = {
  login: 30 * MINUTE_S,
  reset: 15 * MINUTE_S,
  lang: 365 * 24 * 60 * MINUTE_S,
}
/** A value that nobody but us writes; anything else is treated as absent. */
const VALUE = /^[\w.\-/~+]{1,600}$/

/** Reads the portal's cookies out of a request's header. */
export function readCookies(header: string | undefined, isSecure: boolean): Map<CookieName, string> {
  const names = new Map(COOKIES.map((name) => [nameOf(name, isSecure), name]))
  const found = new Map<CookieName, string>()
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=')
    const name = names.get(pair.slice(0, at).trim())
    const value = pair.slice(at + 1).trim()
    if (name && VALUE.test(value)) found.set(name, value)
  }
  return found
}

/** Writes the `Set-Cookie` headers of an answer. */
export function writeCookies(changes: CookieChanges, isSecure: boolean): string[] {
  return Object.entries(changes).map(([name, value]) =>
    writeCookie(name as CookieName, value ?? null, isSecure),
  )
}

function writeCookie(name: CookieName, value: string | null, isSecure: boolean): string {
  const life = value === null ? 0 : LIFE_S[name]
  const age = life === undefined ? [] : [`Max-Age=${life}`]
  const secure = isSecure ? ['Secure'] : []
  const parts = [`${nameOf(name, isSecure)}=${value ?? ''}`, 'Path=/', ...age, 'HttpOnly', 'SameSite=Lax']
  return [...parts, ...secure].join('; ')
}

function nameOf(name: CookieName, isSecure: boolean): string {
  return `${isSecure ? '__Host-' : ''}keypad_${name}`
}
