/**
 * /v1/policies and /v1/organizations/{id}/policies: the rules that say who needs which factors.
 */
import type { Answer, Call } from '#api/context.ts'
import { operation } from '#api/operation.ts'
import { userType } from '#core/login-contract.ts'
import { organizationPolicyBody, policy, policyBody, policyPage } from '#core/people-contract.ts'
import type { RuleBody } from '#core/people-contract.ts'
import { Problem } from '#core/problem.ts'
import { findOrganization } from '#db/organizations.ts'
import { listPolicies } from '#db/policies.ts'
import type { PolicyPlace } from '#db/policies.ts'
import { pageOf, pageQuery, writePage } from './page.ts'
import { readRule, writePolicy } from './policy-answer.ts'
import { replacePolicy } from './replace-policy.ts'
import { ADMIN } from './staff-access.ts'

const answers = { 200: { description: 'The rule', schema: policy } }
const shared = {
  method: 'put',
  group: 'Policies',
  access: ADMIN,
  query: null,
  answers,
  problems: ['not_found', 'owner_only'],
} as const

export const listPoliciesOperation = operation({
  name: 'list-policies',
  method: 'get',
  path: '/v1/policies',
  group: 'Policies',
  summary: 'List the rules',
  description:
    'Every rule that is stored: of the tenant, of the tenant for one country, and of its organizations. For a user type without any rule no factor is required.',
  access: ADMIN,
  body: null,
  query: pageQuery,
  answers: { 200: { description: 'A page of rules, newest first', schema: policyPage } },
  problems: [],
  run: async (_context, { caller, db, query }) => {
    const rows = await listPolicies(db, caller.tenantId, pageOf(query))
    return { status: 200, body: writePage(rows, query, writePolicy) }
  },
})

export const replacePolicyOperation = operation({
  ...shared,
  name: 'replace-policy',
  path: '/v1/policies/{user_type}',
  summary: 'Replace the tenant’s rule for a user type',
  description:
    'What the body leaves out gets its default. With `country` it is the rule for accounts linked to an organization of that country; each user type has one general rule and one per country. It counts from the next step of every login. Only an owner may change `required`.',
  body: policyBody,
  run: (_context, call) => {
    const place = { userType: userTypeOf(call), organizationId: null, country: call.body.country ?? null }
    return replace(call, { place, body: call.body })
  },
})

export const replaceOrganizationPolicyOperation = operation({
  ...shared,
  name: 'replace-organization-policy',
  path: '/v1/organizations/{id}/policies/{user_type}',
  summary: 'Replace an organization’s rule for a user type',
  description:
    'Takes the place of the tenant’s rules for accounts linked to this organization. Only an owner may change what is `required` there. Of several organizations of one account the strictest holds.',
  body: organizationPolicyBody,
  run: async (_context, call) => {
    const place = { userType: userTypeOf(call), organizationId: call.id, country: null }
    if (!(await findOrganization(call.db, call.caller.tenantId, call.id))) throw new Problem('not_found')
    return replace(call, { place, body: call.body })
  },
})

type AnyCall = Call<unknown, null>

function userTypeOf(call: AnyCall): string {
  const read = userType.safeParse(call.params['user_type'])
  if (!read.success) throw new Problem('not_found')
  return read.data
}

async function replace(call: AnyCall, made: { place: PolicyPlace; body: RuleBody }): Promise<Answer> {
  const stored = await replacePolicy(call, made.place, readRule(made.body))
  return { status: 200, body: writePolicy(stored) }
}
