/**
 * Rules of policy as the API reads and shows them.
 */
import { writeId } from '#core/ids.ts'
import type { RuleBody } from '#core/people-contract.ts'
import type { Origin, Rule } from '#core/policy.ts'
import type { StoredPolicy } from '#db/policies.ts'

/** Reads a checked body; what it left out has its default by now. */
export function readRule(body: RuleBody): Rule {
  return {
    required: body.required,
    factors: body.factors,
    askFactor: body.ask_factor,
    defaultCallMode: body.default_call_mode,
    numberChange: body.number_change,
    resetApproval: body.reset_approval,
    bypass: body.bypass,
  }
}

/** Writes what a rule asks. */
export function writeRule(rule: Rule) {
  return {
    required: rule.required,
    factors: rule.factors,
    ask_factor: rule.askFactor,
    default_call_mode: rule.defaultCallMode,
    number_change: rule.numberChange,
    reset_approval: rule.resetApproval,
    bypass: rule.bypass,
  }
}

/** Writes a stored rule with its place. */
export function writePolicy({ userType, organizationId, country, rule, changedAt }: StoredPolicy) {
  const level = organizationId !== null ? 'organization' : country !== null ? 'country' : 'tenant'
  return {
    level,
    user_type: userType,
    organization_id: organizationId === null ? null : writeId('org', organizationId),
    country,
    ...writeRule(rule),
    changed_at: changedAt.toISOString(),
  }
}

/** Writes where a rule was written. */
export function writeOrigin({ level, organizationId, country }: Origin) {
  return {
    level,
    ...(organizationId !== undefined && { organization_id: organizationId }),
    ...(country !== undefined && { country }),
  }
}
