/**
 * A login's row as the rules in core see it.
 */
import { policyOf } from '#api/account-answer.ts'
import type { Person, RunningVerification } from '#core/login-state.ts'
import { nextStep } from '#core/login-step.ts'
import type { LoginView } from '#core/login-step.ts'
import type { Rule } from '#core/policy.ts'
import type { VerificationView } from '#core/verification.ts'
import type { LoginRow } from '#db/logins.ts'
import type { PersonRow } from '#db/people.ts'

/** What the rules look at. */
export function viewOf(row: LoginRow): LoginView {
  const { status, state, person, verification } = row
  return { status, state, person: person && personOf(person, verification) }
}

/** The person as the rules see them, with the verification that runs for them. */
export function personOf(person: PersonRow, verification: VerificationView | null): Person {
  const { phone, pending, totp, pin, recoveryCodes, lock, bypass } = person
  return {
    rule: ruleOf(person),
    phone: { isProven: phone.sealed !== null, isPending: pending.sealed !== null, fault: pending.fault },
    ...{ hasTotp: totp, hasPin: pin, recoveryCodes, lock, bypass },
    verification: verification && runningOf(verification),
  }
}

/** A step looks at the rule many times. What was read of a person never changes: to look again gives another row. */
const rules = new WeakMap<PersonRow, Rule>()

function ruleOf(person: PersonRow): Rule {
  const rule = rules.get(person) ?? policyOf(person).rule
  rules.set(person, rule)
  return rule
}

/** What a login shows now, in one word or two, so that a change from outside can be seen. */
export function shownOf(row: LoginRow): string {
  const step = nextStep(viewOf(row))
  return [step.action, 'reason' in step ? step.reason : ''].join(' ')
}

function runningOf({ status, tries, channel, callMode, deliveries }: VerificationView): RunningVerification {
  const newest = deliveries.at(-1)
  const isUnfit = newest?.reason === 'landline' || newest?.reason === 'no_such_number'
  return { status, tries, channel, callMode, fault: isUnfit ? (newest.reason as 'landline') : null }
}
