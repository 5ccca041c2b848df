/**
 * /portal/sign-in/step: the one page of a login after the password. It shows what `next.action` asks for.
 */
import type { Next } from '#client/keypad.ts'
import { writeFaults } from '#portal/form.ts'
import type { Fault } from '#portal/form.ts'
import { html } from '#core/html.ts'
import { finishLogin, readGoing, startAgain, STEP } from '#portal/login-flow.ts'
import type { Going } from '#portal/login-flow.ts'
import { goTo, show } from '#portal/reply.ts'
import type { Reply, Route } from '#portal/reply.ts'
import type { Visit } from '#portal/visit.ts'
import { runAct } from './step-acts.ts'
import { writeCall } from './step-call.ts'
import { writeFactors, writeProfiles } from './step-choose.ts'
import { writeCode, writeSend } from './step-code.ts'
import { writePinSetUp, writeTotpSetUp } from './step-enrol.ts'
import { writeGivePhone } from './step-phone.ts'
import { writeSecret } from './step-secret.ts'
import { writeSupport } from './step-support.ts'
import type { Drawn, StepView } from './step-view.ts'

export const STEP_ROUTES: readonly Route[] = [
  { method: 'get', path: STEP, run: showStep },
  { method: 'post', path: STEP, run: answerStep },
]

async function showStep(visit: Visit): Promise<Reply> {
  const going = await readGoing(visit)
  return going ? renderStep(visit, going, []) : startAgain()
}

async function answerStep(visit: Visit): Promise<Reply> {
  const going = await readGoing(visit)
  if (!going) return startAgain()
  const faults = await runAct(visit, going.login)
  if (faults.length === 0) return goTo(STEP)
  // A wrong answer may have led on to another step.
  const now = await readGoing(visit)
  return now ? renderStep(visit, now, faults) : startAgain()
}

async function renderStep(visit: Visit, { ticket, login }: Going, faults: readonly Fault[]): Promise<Reply> {
  const { next } = login
  if (next.action === 'done') return finishLogin(ticket, next.session)
  const view = await writeStep(visit, { next, version: login.version, faults })
  // A fault whose field is not on this page leads to the page itself.
  const placed = faults.map((fault) =>
    view.fields.includes(fault.field) ? fault : { ...fault, field: 'main' },
  )
  const body = html`${writeFaults(visit, placed)} ${view.body}`
  return show({ title: view.title, body, isFaulty: faults.length > 0 })
}

function writeStep(
  visit: Visit,
  { next, version, faults }: Drawn<Exclude<Next, { action: 'done' }>>,
): StepView | Promise<StepView> {
  switch (next.action) {
    case 'choose_profile':
      return writeProfiles(visit, next.profiles, faults)
    case 'choose_factor':
      return writeFactors(visit, next.factors, faults)
    case 'send_code':
      return writeSend(visit, next.to_masked)
    case 'enter_code':
      return writeCode(visit, { next, version, faults })
    case 'answer_call':
      return writeCall(visit, { next, version })
    case 'enter_totp':
    case 'enter_pin':
    case 'enter_recovery_code':
    case 'enter_bypass_code':
      return writeSecret(visit, next.action, faults)
    case 'provide_phone':
      return writeGivePhone(visit, next, faults)
    case 'enroll_totp':
      return writeTotpSetUp(visit, next, faults)
    case 'enroll_pin':
      return writePinSetUp(visit, faults)
    case 'contact_support':
      return writeSupport(visit, next)
  }
}
