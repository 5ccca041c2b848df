/**
 * One example of each operation on policies, accounts and organizations; merged into those of openapi-examples.ts.
 */
import type { OperationExample } from '#api/openapi-examples.ts'
import { writeId } from '#core/ids.ts'
import { OWNER_EXAMPLES } from './owner-examples.ts'

const organization = {
  id: writeId('org', '019ab3c4-6a10-7c11-8e2f-3b7d9a5c0e41'),
  name: 'Canal Street Clinic',
  country: 'NL',
  created_at: '2026-11-22T09:20:00.000Z',
}

const account = {
  id: writeId('acc', '019ab3c4-6b72-7d04-9f18-64e0c2a7b5d3'),
  username: 'mara.visser@example.org',
  subject_id: null,
  display_name: 'Mara Visser',
  user_type: 'doctor',
  role: null,
  locale: 'nl-NL',
  phone: { current_masked: null, pending_masked: '+61 4 •••• ••56' },
  organization_ids: [organization.id],
  factor_override: 'default',
}

const asked = {
  required: true,
  factors: ['totp', 'sms'],
  ask_factor: true,
  default_call_mode: 'press_1',
  number_change: 'safe',
  reset_approval: 'none',
  bypass: 'code',
}
const place = { level: 'country', user_type: 'doctor', organization_id: null, country: 'NL' }
const policy = { ...place, ...asked, changed_at: '2026-11-22T09:25:00.000Z' }
const page = <Entry>(entry: Entry) => ({ data: [entry], has_more: false, next_cursor: null })

/** By the operation's name. */
export const PEOPLE_EXAMPLES: Record<string, OperationExample> = {
  'create-account': {
    title: 'A doctor of a Dutch clinic',
    body: {
      username: 'mara.visser@example.org',
      display_name: 'Mara Visser',
      user_type: 'doctor',
      organization_ids: [organization.id],
      phone: '+61491570156',
      locale: 'nl-NL',
    },
    answer: account,
  },
  'list-accounts': { title: 'One account', answer: page(account) },
  'read-account': { title: 'A doctor whose number is not proven yet', answer: account },
  'change-account': {
    title: 'Nothing is required of this person',
    body: { factor_override: 'exempt' },
    answer: { ...account, factor_override: 'exempt' },
  },
  'read-account-policy': {
    title: 'The rule for Dutch clinics holds',
    answer: {
      ...asked,
      factor_override: 'default',
      rule: { level: 'country', country: 'NL' },
      beaten: [{ level: 'tenant' }],
      sentence:
        'A second factor (an authenticator app or a text message) is required because the tenant\'s rule for NL for the user type "doctor" says so; it takes the place of the tenant\'s rule.',
    },
  },
  'add-membership': { title: 'The account, linked', body: {}, answer: account },
  'remove-membership': { title: 'The link is gone', answer: null },
  'create-organization': {
    title: 'A Dutch clinic',
    body: { name: organization.name, country: 'NL' },
    answer: organization,
  },
  'list-organizations': { title: 'One clinic', answer: page(organization) },
  'read-organization': { title: 'A Dutch clinic', answer: organization },
  'list-policies': { title: 'One rule', answer: page(policy) },
  'replace-policy': {
    title: 'Doctors of Dutch clinics need a second factor',
    body: { required: true, factors: ['totp', 'sms'], ask_factor: true, country: 'NL' },
    answer: policy,
  },
  'replace-organization-policy': {
    title: 'Doctors of one clinic need an authenticator app',
    body: { required: true, factors: ['totp'] },
    answer: {
      ...policy,
      ...{ level: 'organization', organization_id: organization.id, country: null },
      ...{ factors: ['totp'], ask_factor: false },
    },
  },
  ...OWNER_EXAMPLES,
}
