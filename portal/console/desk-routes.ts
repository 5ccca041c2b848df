/**
 * Every address of the staff pages. A path stands once per method.
 */
import { DELIVERY_ROUTES } from '#portal/owner/deliveries.ts'
import { OWNER_PEOPLE_ROUTES } from '#portal/owner/people.ts'
import { POLICY_ROUTES } from '#portal/owner/policies.ts'
import { RULE_ROUTES } from '#portal/owner/edit-rule.ts'
import { ACTIVITY_ROUTES } from '#portal/support/activity.ts'
import { APPROVAL_ROUTES } from '#portal/support/approvals.ts'
import { AUDIT_ROUTES } from '#portal/support/audit.ts'
import { DICTIONARY_ROUTES } from '#portal/support/dictionary.ts'
import { PERSON_ROUTES } from '#portal/support/person.ts'
import { SEARCH_ROUTES } from '#portal/support/search.ts'
import type { DeskRoute } from './console-reply.ts'

export const DESK_ROUTES: readonly DeskRoute[] = [
  ...SEARCH_ROUTES,
  ...APPROVAL_ROUTES,
  ...AUDIT_ROUTES,
  ...ACTIVITY_ROUTES,
  ...DICTIONARY_ROUTES,
  ...PERSON_ROUTES,
  ...POLICY_ROUTES,
  ...RULE_ROUTES,
  ...OWNER_PEOPLE_ROUTES,
  ...DELIVERY_ROUTES,
]
