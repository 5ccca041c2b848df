/**
 * Times as staff read them: in their language, by the clocks of the tenant's country.
 */

/** Who reads: in which language, and in which country. */
export type Reader = { locale: string; country: string }

const TIME = { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' } as const

/** Writes a time such as `22 November at 14:45`; where a country's clocks differ in UTC, and says so. */
export function writeTime(at: string, { locale, country }: Reader): string {
  const write = (timeZone: string) =>
    new Intl.DateTimeFormat(locale, { ...TIME, timeZone }).format(new Date(at))
  const [local, ...others] = new Set(listZones(country).map(write))
  return local !== undefined && others.length === 0 ? local : `${write('UTC')} UTC`
}

/** Engines name it one way or the other. */
type Zones = { getTimeZones?: () => string[] | undefined; timeZones?: string[] }

function listZones(country: string): string[] {
  const region = new Intl.Locale(`und-${country}`) as Intl.Locale & Zones
  return region.getTimeZones?.() ?? region.timeZones ?? []
}
