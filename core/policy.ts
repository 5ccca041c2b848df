/**
 * Which rule holds for a person. A clinic's rule takes the place of the tenant's rule for its country, that of the
 * tenant's general one. Of several clinics the strictest holds: one more never weakens it, but the first may.
 */
import { nameOrigin, writeSentence } from './policy-words.ts'
import type { CallMode } from './verification.ts'

export const FACTORS = ['sms', 'call', 'totp', 'pin'] as const
export type Factor = (typeof FACTORS)[number]

/** What is asked of the accounts of one user type. The first listed factor is the one that gets enrolled. */
export type Rule = {
  required: boolean
  factors: Factor[]
  askFactor: boolean
  defaultCallMode: CallMode
  numberChange: 'safe' | 'strict'
  resetApproval: 'none' | 'second_person'
  bypass: 'code' | 'open'
}

/** The rule where nobody wrote one. */
export const DEFAULT_RULE: Rule = {
  ...{ required: false, factors: ['sms'], askFactor: false, defaultCallMode: 'press_1' },
  ...{ numberChange: 'safe', resetApproval: 'none', bypass: 'code' },
}

export type FactorOverride = 'default' | 'required' | 'exempt'

/** The rules that could hold for one account: of its user type only, and of its own organizations only. */
export type RuleSource = {
  tenant: Rule | null
  countries: { country: string; rule: Rule }[]
  organizations: { id: string; country: string; rule: Rule | null }[]
  override: FactorOverride
  userType: string
}

export type RuleLevel = 'default' | 'tenant' | 'country' | 'organization' | 'override'
export type Origin = { level: RuleLevel; organizationId?: string; country?: string }

/** `won` decided whether a factor is required; `beaten` are the other rules that were looked at, candidates first. */
export type PolicyOutcome = { rule: Rule; won: Origin; beaten: Origin[]; sentence: string }

/** A rule and where it was written. */
export type Held = { name: string; origin: Origin; rule: Rule }

const LEVELS: RuleLevel[] = ['override', 'organization', 'country', 'tenant', 'default']
const STRENGTH: Record<Factor, number> = { totp: 3, sms: 2, call: 2, pin: 1 }
const hold = (origin: Origin, rule: Rule): Held => ({ name: nameOrigin(origin), origin, rule })
const UNWRITTEN = hold({ level: 'default' }, DEFAULT_RULE)

/** Judges which rule holds for an account, and tells an administrator in one sentence which one won and why. */
export function judgePolicy(source: RuleSource): PolicyOutcome {
  const chains = listChains(source)
  const candidates = rankRules(chains.flatMap((chain) => chain.slice(0, 1)))
  const [first = UNWRITTEN] = candidates
  const rule = applyOverride(combineRules(candidates), source.override, first.origin)
  const won: Origin = source.override === 'default' ? first.origin : { level: 'override' }
  const looked = new Map([...candidates, ...rankRules(chains.flat())].map((held) => [held.name, held.origin]))
  looked.delete(nameOrigin(won))
  const displaced = chains.find(([head]) => head?.name === nameOrigin(won))?.slice(1) ?? []
  const agreed = listAgreed(candidates).length > 0
  const sentence = writeSentence(source, { rule, won, candidates, displaced, agreed })
  return { rule, won, beaten: [...looked.values()], sentence }
}

/** For each organization the rules that speak there, the one that holds first. */
function listChains({ tenant, countries, organizations }: RuleSource): Held[][] {
  const general = tenant ? [hold({ level: 'tenant' }, tenant)] : []
  const chains = organizations.map(({ id, country, rule }) => [
    ...(rule ? [hold({ level: 'organization', organizationId: id }, rule)] : []),
    ...countries
      .filter((entry) => entry.country === country)
      .map((entry) => hold({ level: 'country', country }, entry.rule)),
    ...general,
  ])
  return (chains.length > 0 ? chains : [general]).map((chain) => (chain.length > 0 ? chain : [UNWRITTEN]))
}

/** Each rule once: required ones first, then the closest to the person, then the strictest. Never by their order. */
function rankRules(rules: Held[]): Held[] {
  return [...new Map(rules.map((held) => [held.name, held])).values()].sort(
    (a, b) =>
      Number(b.rule.required) - Number(a.rule.required) ||
      LEVELS.indexOf(a.origin.level) - LEVELS.indexOf(b.origin.level) ||
      weakestOf(b.rule) - weakestOf(a.rule) ||
      (a.name < b.name ? -1 : 1),
  )
}

function combineRules(ranked: Held[]): Rule {
  const rules = ranked.map(({ rule }) => rule)
  const agreed = listAgreed(ranked)
  return {
    required: rules.some((rule) => rule.required),
    factors: agreed.length > 0 ? agreed : listStrongest(rules),
    askFactor: rules.some((rule) => rule.askFactor),
    defaultCallMode:
      rules.find(({ defaultCallMode: mode }) => mode !== 'press_1')?.defaultCallMode ?? 'press_1',
    numberChange: rules.some((rule) => rule.numberChange === 'strict') ? 'strict' : 'safe',
    resetApproval: rules.some((rule) => rule.resetApproval === 'second_person') ? 'second_person' : 'none',
    bypass: rules.every((rule) => rule.bypass === 'open') ? 'open' : 'code',
  }
}

/** The factors that every rule allows, in the order of the first rule. */
function listAgreed([first, ...others]: Held[]): Factor[] {
  const factors = first?.rule.factors ?? []
  return factors.filter((factor) => others.every(({ rule }) => rule.factors.includes(factor)))
}

/**
 * Where the rules agree on no factor: of the strongest that any of them lists, those of the first rule that lists one.
 * That is at least what every rule asks, where a whole list might let a PIN in; and it can still be enrolled.
 */
function listStrongest(rules: Rule[]): Factor[] {
  const best = Math.max(...rules.flatMap(({ factors }) => factors.map((factor) => STRENGTH[factor])))
  const lists = rules.map(({ factors }) => factors.filter((factor) => STRENGTH[factor] === best))
  return lists.find((list) => list.length > 0) ?? [...DEFAULT_RULE.factors]
}

function applyOverride(rule: Rule, override: FactorOverride, first: Origin): Rule {
  if (override === 'default') return rule
  if (override === 'exempt') return { ...rule, required: false }
  return { ...rule, required: true, factors: first.level === 'default' ? ['sms', 'totp'] : rule.factors }
}

/** The strength of the weakest factor that lets somebody in. */
const weakestOf = ({ factors }: Rule) => Math.min(...factors.map((factor) => STRENGTH[factor]))
