/** How the outcome of the policy engine reads: one plain sentence for an administrator. */
import type { Factor, Held, Origin, Rule, RuleSource } from './policy.ts'

/** What the sentence is made of: the winner stands first among the candidates, the broader rules under it are displaced. */
export type PolicyFacts = {
  rule: Rule
  won: Origin
  candidates: Held[]
  displaced: Held[]
  agreed: boolean
}

const WAYS: Record<Factor, string> = {
  sms: 'a text message',
  call: 'a phone call',
  totp: 'an authenticator app',
  pin: 'a PIN',
}
/** More rules than these are counted instead of named: a sentence about fifty clinics is read by nobody. */
const NAMED_AT_MOST = 3

/** Names a rule as the sentence does; two rules never share a name. */
export function nameOrigin({ level, organizationId, country }: Origin): string {
  if (level === 'organization') return `the rule of the clinic "${organizationId}"`
  if (level === 'country') return `the tenant's rule for ${country}`
  if (level === 'tenant') return "the tenant's rule"
  return level === 'override' ? "the account's own setting" : 'the default'
}

/** Writes why a second factor is required or not, which rule says so, and what became of the other rules. */
export function writeSentence(source: RuleSource, facts: PolicyFacts): string {
  const ways = joinWords(
    facts.rule.factors.map((factor) => WAYS[factor]),
    'or',
  )
  const claim = facts.rule.required ? `A second factor (${ways}) is required` : 'No second factor is required'
  const cause = source.override === 'default' ? tellRule(source, facts) : tellOverride(source, facts)
  const left = `; they allow no factor in common, so only the strongest is left (${ways})`
  return `${claim} because ${cause}${facts.agreed ? '' : left}.`
}

function tellRule({ userType }: RuleSource, { won, candidates, displaced }: PolicyFacts): string {
  const who = `the user type "${userType}"`
  const says =
    won.level === 'default' ? `no rule is written for ${who}` : `${nameOrigin(won)} for ${who} says so`
  const under = displaced.filter(({ name }) => candidates.every((candidate) => candidate.name !== name))
  const place = under.length > 0 ? `; it takes the place of ${nameRules(under)}` : ''
  const others = nameRules(candidates.slice(1))
  const strictest = others === '' ? '' : `; together with ${others} the strictest of each holds`
  return says + place + strictest
}

function tellOverride({ override }: RuleSource, { candidates }: PolicyFacts): string {
  const written = candidates.filter(({ origin }) => origin.level !== 'default')
  const before = written.length > 0 ? `, which goes before ${nameRules(written)}` : ''
  return `the account itself is set to "${override}"${before}`
}

function nameRules(rules: Held[]): string {
  const names = rules.map(({ name }) => name)
  const over = names.length - NAMED_AT_MOST
  if (over <= 0) return joinWords(names, 'and')
  return joinWords([...names.slice(0, NAMED_AT_MOST), over === 1 ? 'one more' : `${over} more`], 'and')
}

function joinWords(words: string[], joint: 'and' | 'or'): string {
  const start = words.slice(0, -1).join(', ')
  return start === '' ? words.join('') : `${start} ${joint} ${words.at(-1)}`
}
