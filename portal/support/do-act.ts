/**
 * Does what staff asked for on the page of a person, and says what came of it. What is shown once stands in the answer
 * to the form itself: there is no address under which it could be read again.
 */
import type { Answer, CallOptions } from '#client/keypad.ts'
import type { Desk } from '#portal/console/desk.ts'
import { onceOf, readReason, tellProblem } from '#portal/console/desk-form.ts'
import { goToDesk } from '#portal/console/console-reply.ts'
import type { Fault } from '#portal/form.ts'
import { readPhoneFields } from '#portal/pages/phone-fields.ts'
import type { Reply } from '#portal/reply.ts'
import { CHECK_KINDS, RESETS } from './act-forms.ts'
import { ACTS, CHECKED } from './act-names.ts'
import type { ActName } from './act-names.ts'
import { showBypass, showNumbers, showResetLink } from './act-results.ts'

type Typed = { id: string; reason: string }
type Done = Reply | { faults: Fault[] }

/** Runs the act that a form names. Faults belong to the page that the form stood on. */
export async function doAct(desk: Desk, id: string): Promise<Done> {
  const act = ACTS.find((known) => known === desk.field('act'))
  if (!act) return goToDesk(`/support/people/${id}`)
  const { reason, faults } = readReason(desk, act)
  if (CHECKED.has(act) && readChecks(desk, act).length === 0)
    faults.unshift({ field: `${act}-checks`, text: desk.tell('act.noChecks') })
  if (act === 'phone' && desk.field('phone').trim() === '')
    faults.unshift({ field: 'phone', text: desk.tell('problem.phone_invalid') })
  if (faults.length > 0) return { faults }
  return RUN[act](desk, { id, reason })
}

const RUN: Record<ActName, (desk: Desk, typed: Typed) => Promise<Done>> = {
  unblock: (desk, { id, ...body }) =>
    tellAfter(desk, 'unblock', () => desk.keypad.unblockAccount(id, body, onceOf(desk))),
  unblock_number: (desk, { id, ...body }) =>
    tellAfter(desk, 'unblock_number', () =>
      desk.keypad.unblockAccount(id, { ...body, limit: 'number' }, onceOf(desk)),
    ),
  test: (desk, { id, ...body }) =>
    tellAfter(desk, 'test', () => desk.keypad.sendTestMessage(id, body, onceOf(desk))),
  phone: (desk, { id, ...body }) =>
    tellAfter(desk, 'phone', () =>
      desk.keypad.correctPhone(id, { ...body, ...readPhoneFields(desk) }, onceOf(desk)),
    ),
  bypass: (desk, { id, ...body }) => {
    const checked = { ...body, identity_checks: readChecks(desk, 'bypass') }
    return showAfter(desk, 'bypass', (once) => desk.keypad.issueBypass(id, checked, once), showBypass)
  },
  reset: resetFactor,
  password: (desk, { id, ...body }) =>
    showAfter(desk, 'password', (once) => desk.keypad.resetPassword(id, body, once), showResetLink),
  number: (desk, { id, ...body }) =>
    showAfter(desk, 'number', (once) => desk.keypad.showNumber(id, body, once), showNumbers),
}

async function tellAfter(desk: Desk, act: ActName, run: () => Promise<Answer<unknown>>): Promise<Done> {
  const answer = await run()
  if (!answer.ok) return { faults: [faultOf(desk, act, answer.problem)] }
  return goToDesk(`/support/people/${desk.param('id')}?did=${act}`)
}

async function showAfter<Data>(
  desk: Desk,
  act: ActName,
  run: (once: CallOptions) => Promise<Answer<Data>>,
  show: (desk: Desk, data: Data) => Reply,
): Promise<Done> {
  const answer = await run(onceOf(desk))
  return answer.ok ? show(desk, answer.data) : { faults: [faultOf(desk, act, answer.problem)] }
}

async function resetFactor(desk: Desk, { id, ...body }: Typed): Promise<Done> {
  const factor = RESETS.find((known) => known === desk.field('factor')) ?? 'totp'
  const checked = { ...body, factor, identity_checks: readChecks(desk, 'reset') }
  const answer = await desk.keypad.requestFactorReset(id, checked, onceOf(desk))
  if (!answer.ok) return { faults: [faultOf(desk, 'reset', answer.problem)] }
  return goToDesk(`/support/people/${id}?did=${answer.data.status === 'waiting' ? 'reset_waiting' : 'reset'}`)
}

/** Only what was passed is told: what nobody asked is no check. */
function readChecks({ field }: Desk, act: ActName): { kind: string; passed: boolean }[] {
  return CHECK_KINDS.filter((kind) => field(`${act}-${kind}`) !== '').map((kind) => ({ kind, passed: true }))
}

function faultOf(desk: Desk, act: ActName, problem: Parameters<typeof tellProblem>[1]): Fault {
  const isPhone = problem.code.startsWith('phone_') || problem.code === 'country_not_served'
  return { field: isPhone ? 'phone' : `${act}-reason`, text: tellProblem(desk, problem) }
}
