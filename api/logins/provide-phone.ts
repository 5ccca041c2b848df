/**
 * A number that a login asks for, or that a portal brings along: on file at once, the account's own only with its code.
 */
import { sentenceOf } from '#api/judge-phone.ts'
import type { PhoneJudgement } from '#api/judge-phone.ts'
import { putOnFile } from '#api/put-on-file.ts'
import type { LoginEvent } from '#core/login.ts'
import { nextStep } from '#core/login-step.ts'
import { Problem } from '#core/problem.ts'
import { reload } from './held-login.ts'
import type { Held } from './held-login.ts'
import { viewOf } from './login-view.ts'

/** Takes the number that was given where the login asks for one; null: the one that is on file is meant. */
export async function providePhone(held: Held, judged: PhoneJudgement | null): Promise<LoginEvent> {
  const { row, context, call } = held
  const { person } = row
  if (!person || nextStep(viewOf(row)).action !== 'provide_phone') throw new Problem('step_not_expected')
  if (judged && !judged.accepted) throw new Problem(judged.reason, { detail: sentenceOf(judged.reason) })
  if (!judged && person.pending.sealed === null) throw new Problem('request_invalid', NO_PHONE)
  if (!judged && person.pending.fault === 'landline')
    throw new Problem('phone_landline', { detail: sentenceOf('phone_landline') })
  if (judged) {
    await putOnFile(context, call, { person, on: { ...judged, fault: null }, loginId: row.id })
    await reload(held)
  }
  return { kind: 'provide_phone' }
}

const NO_PHONE = { errors: [{ pointer: '/phone', detail: 'No number is on file yet, so one must be given' }] }
