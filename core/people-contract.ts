/**
 * The contract's schemas of policies, accounts and organizations: what owners and admins read and write.
 */
import { z } from 'zod'
import { callMode, clientIp, country, line, phone, time } from './contract.ts'
import { account, locale, password, username, userType } from './login-contract.ts'
import { DEFAULT_RULE, FACTORS } from './policy.ts'
import { ROLES } from './roles.ts'

const org = z.string().max(64).meta({ description: 'Id of an organization', example: 'org_06b…' })
const override = z.enum(['default', 'required', 'exempt'])
const placeCountry = country
  .toUpperCase()
  .meta({ description: 'ISO 3166 code of the country that the organization is in', example: 'NL' })

const factors = z
  .array(z.enum(FACTORS))
  .min(1)
  .max(FACTORS.length)
  .refine((listed) => new Set(listed).size === listed.length, 'must not name a factor twice')

const rule = {
  required: z.boolean(),
  factors: factors.meta({
    description: 'Which factors count; where one is required and none is there, the first is enrolled',
  }),
  ask_factor: z
    .boolean()
    .meta({ description: 'Whether a login asks which factor, even where there is one only' }),
  default_call_mode: callMode,
  number_change: z
    .enum(['safe', 'strict'])
    .meta({ description: '`strict`: the old number stops as soon as a new one is on file' }),
  reset_approval: z
    .enum(['none', 'second_person'])
    .meta({ description: 'Whether a second person decides when staff asks to reset a factor' }),
  bypass: z
    .enum(['code', 'open'])
    .meta({ description: 'Whether a one-time way in is a code to type, or lets the next login pass' }),
}

const ruleBody = {
  required: rule.required.default(DEFAULT_RULE.required),
  factors: rule.factors.default([...DEFAULT_RULE.factors]),
  ask_factor: rule.ask_factor.default(DEFAULT_RULE.askFactor),
  default_call_mode: rule.default_call_mode.default(DEFAULT_RULE.defaultCallMode),
  number_change: rule.number_change.default(DEFAULT_RULE.numberChange),
  reset_approval: rule.reset_approval.default(DEFAULT_RULE.resetApproval),
  bypass: rule.bypass.default(DEFAULT_RULE.bypass),
}

export const organizationPolicyBody = z.strictObject(ruleBody)
export const policyBody = z.strictObject({
  ...ruleBody,
  country: placeCountry
    .meta({ description: 'Makes it the rule for accounts linked to an organization of this country' })
    .optional(),
})
export type RuleBody = z.output<typeof organizationPolicyBody>

export const policy = z
  .object({
    level: z.enum(['tenant', 'country', 'organization']),
    user_type: z.string(),
    organization_id: z.string().nullable(),
    country: z.string().nullable(),
    ...rule,
    changed_at: time,
  })
  .meta({ id: 'Policy' })

const origin = z.object({
  level: z.enum(['default', 'tenant', 'country', 'organization', 'override']),
  organization_id: z.string().optional(),
  country: z.string().optional(),
})

export const accountPolicy = z
  .object({
    ...rule,
    factor_override: override,
    rule: origin.meta({ description: 'Which rule decided whether a factor is required' }),
    beaten: z.array(origin).meta({ description: 'The other rules that were looked at' }),
    sentence: z.string().meta({ description: 'Which rule won and why, in English' }),
  })
  .meta({ id: 'AccountPolicy' })

export const organizationBody = z.strictObject({
  name: line(120),
  country: placeCountry,
  client_ip: clientIp,
})

export const organization = z
  .object({ id: z.string(), name: z.string(), country: z.string(), created_at: time })
  .meta({ id: 'Organization' })

export const accountBody = z.strictObject({
  username,
  display_name: line(120),
  user_type: userType,
  organization_ids: z.array(org).max(100).optional(),
  phone: phone.optional(),
  country: country.optional(),
  email: z.email().max(254).optional(),
  role: z.enum(ROLES).optional().meta({ description: 'For staff: what they may do for others' }),
  password: password.optional(),
  locale: locale.optional(),
  client_ip: clientIp,
})
export type AccountBody = z.output<typeof accountBody>

export const accountPatchBody = z.strictObject({ factor_override: override, client_ip: clientIp })

const pageOf = <Entry extends z.ZodType>(entry: Entry, id: string) =>
  z
    .object({
      data: z.array(entry),
      has_more: z.boolean(),
      next_cursor: z
        .string()
        .nullable()
        .meta({ description: 'Send it as `cursor` for the next page; null: this is the last one' }),
    })
    .meta({ id })

export const accountPage = pageOf(account, 'AccountPage')
export const organizationPage = pageOf(organization, 'OrganizationPage')
export const policyPage = pageOf(policy, 'PolicyPage')
