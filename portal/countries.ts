/**
 * Which countries the number field offers, and which one stands there first.
 */
import { getCountries, getCountryCallingCode } from 'libphonenumber-js/max'
import type { CountryCode } from 'libphonenumber-js/max'
import { isCountry } from '#core/countries.ts'
import type { Portal } from './portal.ts'
import type { Visit } from './visit.ts'

/** Numbers that regulators keep free for examples, as people write them. */
const EXAMPLES: Partial<Record<string, string>> = {
  GB: '07700 900123',
  NL: '06 12345678',
  US: '(202) 555-0123',
  FR: '06 39 98 12 34',
  AU: '0491 570 006',
}

export type Countries = {
  /** One entry: nothing to choose. */
  options: { value: string; label: string }[]
  /** '' where nobody can know. */
  chosen: string
  example: string | null
}

/** What a number field needs to know. `typed`: the choice that was sent before. */
export async function readCountries(visit: Visit, typed: string): Promise<Countries> {
  const served = await listServed(visit.portal)
  const chosen = isCountry(typed) && served.includes(typed) ? typed : chooseCountry(visit, served)
  const names = new Intl.DisplayNames(visit.locale, { type: 'region' })
  const options = served
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .toSorted((one, other) => one.label.localeCompare(other.label, visit.locale))
    .map(({ value, label }) => ({ value, label: `${label} \u2066+${getCountryCallingCode(value)}\u2069` }))
  return { options, chosen, example: EXAMPLES[chosen] ?? null }
}

function chooseCountry({ portal, locale }: Visit, served: readonly CountryCode[]): string {
  const [only, ...others] = served
  if (only && others.length === 0) return only
  const wished = portal.country ?? new Intl.Locale(locale).region ?? ''
  return served.find((country) => country === wished) ?? ''
}

/** A minute's old list does: who changes it looks at the API, and a number outside is refused there anyway. */
const KEPT_MS = 60_000
const kept = new WeakMap<Portal, { at: number; served: CountryCode[] }>()

async function listServed(portal: Portal): Promise<CountryCode[]> {
  const known = kept.get(portal)
  if (known && Date.now() - known.at < KEPT_MS) return known.served
  const answer = await portal.keypad.readCountries()
  const all = getCountries()
  const isAll = !answer.ok || answer.data.served === 'all'
  const served = isAll ? all : all.filter((country) => answer.data.served.includes(country))
  kept.set(portal, { at: Date.now(), served })
  return served
}
