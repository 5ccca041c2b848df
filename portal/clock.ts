/**
 * Times as the person's clock shows them. The browser tells its zone in a cookie; without one the time is UTC and says so.
 */

/** Where and when somebody looks at a clock. */
export type ClockView = { locale: string; zone: string | null; nowMs: number }

/** Writes a time of day, and the day where it is not today. */
export function writeClock(time: string, { locale, zone, nowMs }: ClockView): string {
  const at = new Date(time)
  const timeZone = zone ?? 'UTC'
  const tag = `${locale}-u-nu-latn`
  const day = (date: Date) => date.toLocaleDateString('en-CA', { timeZone })
  const isToday = day(at) === day(new Date(nowMs))
  const date = isToday ? {} : ({ weekday: 'short', day: 'numeric', month: 'long' } as const)
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone } as const
  const text = new Intl.DateTimeFormat(tag, { ...date, ...clock }).format(at)
  return zone === null ? `${text} UTC` : text
}

/** The zone of the cookie, if it is one that exists. */
export function readZone(cookie: string | undefined): string | null {
  if (cookie === undefined) return null
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone: cookie }).resolvedOptions().timeZone
  } catch {
    return null
  }
}
