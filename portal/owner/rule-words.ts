/**
 * A rule in plain words, and where it holds.
 */
import type { Factor, Organization, Policy, Rule } from '#client/keypad.ts'
import type { Desk } from '#portal/console/desk.ts'
import { html } from '#core/html.ts'
import type { Html } from '#core/html.ts'

/** Where a rule holds; both null: everywhere. */
export type Place = { userType: string; country: string | null; organizationId: string | null }

/** Says what a rule asks, in short sentences. */
export function tellRule(desk: Desk, rule: Rule): Html {
  const { tell } = desk
  const ways = joinWays(desk, rule.factors)
  const more = [
    rule.ask_factor && tell('rule.ask'),
    rule.number_change === 'strict' && tell('rule.strict'),
    rule.reset_approval === 'second_person' && tell('rule.second'),
    rule.bypass === 'open' && tell('rule.open'),
  ]
  const first = tell(rule.required ? 'rule.required' : 'rule.optional', { ways })
  return html`<strong>${first}</strong> ${more.map((one) => one && html`${one} `)}`
}

/** The ways as one phrase, such as "text message or PIN". */
export function joinWays({ plain, language }: Desk, factors: readonly Factor[]): string {
  const names = factors.map((factor) => plain(`way.${factor}`))
  return new Intl.ListFormat(language, { type: 'disjunction' }).format(names)
}

/** Names where a rule holds. */
export function namePlace(desk: Desk, place: Place, organizations: readonly Organization[]): string {
  const { plain } = desk
  if (place.country) return plain('rules.country', { country: nameCountry(desk, place.country) })
  if (!place.organizationId) return plain('rules.everywhere')
  const found = organizations.find(({ id }) => id === place.organizationId)
  return found?.name ?? place.organizationId
}

/** A country by its name. */
export function nameCountry({ language }: Desk, country: string): string {
  return new Intl.DisplayNames(language, { type: 'region' }).of(country) ?? country
}

/** The address of a rule's form. */
export function editPath({ userType, country, organizationId }: Place): string {
  const words = {
    user_type: userType,
    ...(country ? { country } : {}),
    ...(organizationId ? { clinic: organizationId } : {}),
  }
  return `/owner/policies/edit?${new URLSearchParams(words)}`
}

/** Where a stored rule holds. */
export function placeOf({ user_type: userType, country, organization_id: organizationId }: Policy): Place {
  return { userType, country, organizationId }
}
