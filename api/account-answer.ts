/**
 * An account as the API shows it, and which policy holds for it.
 */
import { writeId } from '#core/ids.ts'
import { unseal } from '#core/key-ring.ts'
import type { KeyRing } from '#core/key-ring.ts'
import { judgePolicy } from '#core/policy.ts'
import type { PolicyOutcome } from '#core/policy.ts'
import type { PersonRow } from '#db/people.ts'

/** Writes an account; its numbers are masked. */
export function writeAccount(ring: KeyRing, person: PersonRow) {
  const { usernameSealed, credentialId, subjectId } = person
  return {
    id: writeId('acc', person.id),
    username: usernameSealed === null ? null : unseal(ring, usernameSealed, `username ${credentialId}`),
    subject_id: subjectId,
    display_name: person.displayName,
    user_type: person.userType,
    role: person.role,
    locale: person.locale,
    phone: { current_masked: person.phone.masked, pending_masked: person.pending.masked },
    organization_ids: person.organizations.map(({ id }) => writeId('org', id)),
    factor_override: person.override,
  }
}

/** Judges which rule holds for a person. */
export function policyOf(person: PersonRow): PolicyOutcome {
  const { tenantRules, organizations, override, userType } = person
  return judgePolicy({
    tenant: tenantRules.find(({ country }) => country === null)?.rule ?? null,
    countries: tenantRules.flatMap(({ country, rule }) => (country === null ? [] : [{ country, rule }])),
    organizations: organizations.map(({ id, ...rest }) => ({ id: writeId('org', id), ...rest })),
    ...{ override, userType },
  })
}
