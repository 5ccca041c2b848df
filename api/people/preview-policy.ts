/**
 * POST /v1/policy-previews: what a rule would ask of whom, before anybody saves it.
 */
import type { Answer, ApiContext, Call } from '#api/context.ts'
import { operation } from '#api/operation.ts'
import { readId, writeId } from '#core/ids.ts'
import { policyPreview, previewBody } from '#core/owner-contract.ts'
import { judgePolicy } from '#core/policy.ts'
import type { Rule } from '#core/policy.ts'
import { Problem } from '#core/problem.ts'
import { findOrganization } from '#db/organizations.ts'
import type { PolicyPlace } from '#db/policies.ts'
import { groupPeople, listRules, readCountriesOf } from '#db/policy-preview.ts'
import type { Alike, PlacedRule } from '#db/policy-preview.ts'
import type { z } from 'zod'
import { readRule } from './policy-answer.ts'
import { ADMIN } from './staff-access.ts'

/** Some 100 ms of one connection. */
const LOOKED = 10_000
const SHOWN = 5

export const previewPolicyOperation = operation({
  name: 'preview-policy',
  method: 'post',
  path: '/v1/policy-previews',
  group: 'Policies',
  summary: 'See what a rule would do',
  description:
    'Judges the newest 10,000 accounts that the rule is about as if it were stored, together with every other rule and override. Nothing is changed, and nobody is locked out by a rule: who lacks a factor sets one up at the next login.',
  access: ADMIN,
  body: previewBody,
  query: null,
  answers: { 200: { description: 'What it would do', schema: policyPreview } },
  problems: ['not_found'],
  run: preview,
})

type Asked = Call<z.output<typeof previewBody>, null>

async function preview(_context: ApiContext, call: Asked): Promise<Answer> {
  const { tenantId } = call.caller
  const place = await readPlace(call)
  const groups = await groupPeople(call.db, tenantId, place, LOOKED)
  const judged = await judgeAll(call, place, groups)
  const lacking = judged.filter(({ group, after }) => after.required && !hasOne(group, after))
  const people = sum(judged)
  return {
    status: 200,
    body: {
      people,
      required_now: sum(judged.filter(({ before }) => before.required)),
      required: sum(judged.filter(({ after }) => after.required)),
      lack: sum(lacking),
      examples: listExamples(lacking.map(({ group }) => group)),
      is_partial: people >= LOOKED,
    },
  }
}

type Judged = { group: Alike; before: Rule; after: Rule }

/** Judges people by the rules as they are, and as they would be. */
async function judgeAll({ db, caller, body }: Asked, place: PolicyPlace, groups: Alike[]): Promise<Judged[]> {
  const { tenantId } = caller
  const { userType } = place
  const rules = await listRules(db, tenantId, userType)
  const organizations = new Set(groups.flatMap((group) => group.organizations))
  const countries = await readCountriesOf(db, tenantId, [...organizations])
  const elsewhere = rules.filter(
    ({ organizationId, country }) => organizationId !== place.organizationId || country !== place.country,
  )
  const tried = [...elsewhere, { ...place, rule: readRule(body.rule) }]
  return groups.map((group) => ({
    group,
    before: judgeAlike(group, { rules, countries, userType }),
    after: judgeAlike(group, { rules: tried, countries, userType }),
  }))
}

async function readPlace({ db, caller, body }: Asked): Promise<PolicyPlace> {
  const { user_type: userType, organization_id: typed, country = null } = body
  if (typed === undefined) return { userType, organizationId: null, country }
  const organizationId = readId('org', typed)
  if (organizationId === null || !(await findOrganization(db, caller.tenantId, organizationId)))
    throw new Problem('not_found')
  return { userType, organizationId, country: null }
}

type Around = { rules: PlacedRule[]; countries: Map<string, string>; userType: string }

function judgeAlike({ override, organizations }: Alike, { rules, countries, userType }: Around): Rule {
  const ofOrganization = (id: string) =>
    rules.find(({ organizationId }) => organizationId === id)?.rule ?? null
  const ofTenant = rules.filter(({ organizationId }) => organizationId === null)
  return judgePolicy({
    tenant: ofTenant.find(({ country }) => country === null)?.rule ?? null,
    countries: ofTenant.flatMap(({ country, rule }) => (country === null ? [] : [{ country, rule }])),
    organizations: organizations.map((id) => ({
      id,
      country: countries.get(id) ?? '',
      rule: ofOrganization(id),
    })),
    ...{ override, userType },
  }).rule
}

function hasOne({ phone, totp, pin }: Alike, { factors }: Rule): boolean {
  const has = { sms: phone, call: phone, totp, pin }
  return factors.some((factor) => has[factor])
}

const sum = (judged: Judged[]) => judged.reduce((total, { group }) => total + group.people, 0)

function listExamples(lacking: Alike[]) {
  const newest = lacking
    .flatMap(({ examples }) => examples)
    .toSorted((one, other) => (one.id < other.id ? 1 : -1))
  return newest
    .slice(0, SHOWN)
    .map(({ id, name }) => ({ account_id: writeId('acc', id), display_name: name }))
}
