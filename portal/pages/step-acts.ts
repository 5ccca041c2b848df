/**
 * What the forms of a login do: each answers the step with one call, or says what is wrong.
 */
import type { Answer, Login, LoginFactor, Next, Problem } from '#client/keypad.ts'
import { explainProblem } from '#portal/explain-problem.ts'
import type { Fault } from '#portal/form.ts'
import { readTypedCode } from '#portal/read-code.ts'
import { refuseUnexpected } from '#portal/unexpected.ts'
import type { Visit } from '#portal/visit.ts'
import type { WordKey } from '#portal/words/tables.ts'
import { readPhoneFields } from './phone-fields.ts'

type Action = Next['action']
type Answered = Answer<Login> | Fault
type Act = (visit: Visit, login: Login) => Answered | Promise<Answered>

const FACTORS: ReadonlySet<string> = new Set<LoginFactor>(['sms', 'call', 'totp', 'pin', 'recovery_code'])

const ACTS: Partial<Record<string, Act>> = {
  answer,
  use,
  code: ({ keypad, field, client }, { id }) => {
    const channel = field('channel')
    const chosen = channel === 'sms' || channel === 'call' ? ({ channel } as const) : {}
    return keypad.sendLoginCode(id, { ...chosen, ...client })
  },
  factor: chooseFactor,
  profile: ({ keypad, field, client, say }, { id }) => {
    const account_id = field('account')
    if (account_id === '') return { field: 'account', text: say('profileStep.none') }
    return keypad.chooseProfile(id, { account_id, ...client })
  },
  phone: (visit, { id }) => {
    const { keypad, client, say, field } = visit
    if (field('phone').trim() === '') return { field: 'phone', text: say('phone.empty') }
    return keypad.providePhone(id, { ...readPhoneFields(visit), ...client })
  },
  pending: ({ keypad, client }, { id }) => keypad.providePhone(id, { ...client }),
  pin: ({ keypad, field, client }, { id }) =>
    keypad.choosePin(id, { pin: field('pin'), pin_confirmation: field('pin_again'), ...client }),
  skip: ({ keypad, client }, { id }) => keypad.skipLoginStep(id, { ...client }),
  back: ({ keypad, client }, { id }) => keypad.goBack(id, { ...client }),
}

/** Does what the form says. What is wrong is shown on the page as it then stands; nothing: on with the login. */
export async function runAct(visit: Visit, login: Login): Promise<Fault[]> {
  const act = ACTS[visit.field('act')]
  if (!act) return []
  const answered = await act(visit, login)
  if (!('ok' in answered)) return [answered]
  if (answered.ok) return []
  refuseUnexpected(answered.problem)
  return [await explainRefusal(visit, login, answered.problem)]
}

const EMPTY: Partial<Record<Action, WordKey>> = {
  enter_totp: 'secret.totpEmpty',
  enroll_totp: 'secret.totpEmpty',
  enter_pin: 'secret.pinEmpty',
  enter_recovery_code: 'secret.recoveryEmpty',
  enter_bypass_code: 'secret.bypassEmpty',
}
/** Those whose answer is six digits, and nothing else. */
const SIX_DIGITS: ReadonlySet<Action> = new Set(['enter_code', 'enter_totp', 'enroll_totp'])

function answer(visit: Visit, { id, next }: Login): Answered | Promise<Answered> {
  const { keypad, field, client, say } = visit
  const typed = field('code')
  if (typed.trim() === '') return { field: 'code', text: say(EMPTY[next.action] ?? 'code.empty') }
  if (!SIX_DIGITS.has(next.action)) return keypad.answerLogin(id, { code: typed.trim(), ...client })
  const read = readTypedCode(typed)
  if ('code' in read) return keypad.answerLogin(id, { code: read.code, ...client })
  const key = read.fault === 'not_digits' ? 'code.notDigits' : 'code.wrongLength'
  return { field: 'code', text: say(key, { count: read.count }) }
}

function chooseFactor({ keypad, field, client, say }: Visit, { id }: Login): Answered | Promise<Answered> {
  const factor = field('factor')
  if (!FACTORS.has(factor)) return { field: 'factor', text: say('factor.none') }
  return keypad.chooseFactor(id, { factor: factor as LoginFactor, ...client })
}

/** Another way than the one that is asked for: a code goes out another way at once, all else goes by the list of ways. */
async function use(visit: Visit, login: Login): Promise<Answered> {
  const { keypad, client } = visit
  const factor = visit.field('factor')
  const isSending = login.next.action === 'enter_code' || login.next.action === 'answer_call'
  if (isSending && (factor === 'sms' || factor === 'call'))
    return keypad.sendLoginCode(login.id, { channel: factor, ...client })
  const back = await keypad.goBack(login.id, { ...client })
  return back.ok ? chooseFactor(visit, back.data) : back
}

const FIELDS: Partial<Record<string, string>> = {
  pin_mismatch: 'pin_again',
  pin_too_weak: 'pin',
  country_not_served: 'phone',
}

async function explainRefusal(visit: Visit, { id, next }: Login, problem: Problem): Promise<Fault> {
  const { code } = problem
  const field = FIELDS[code] ?? (code.startsWith('phone_') ? 'phone' : 'code')
  if (code === 'code_expired') return { field, text: await sendFresh(visit, id) }
  const isSent = next.action === 'enter_code' || code !== 'code_incorrect'
  const named = isSent ? problem : { ...problem, code: 'own_code_incorrect' }
  return { field, text: explainProblem(visit, named, visit.field('phone')) }
}

/** Whoever typed a code that was too old gets a new one at once. */
async function sendFresh({ keypad, client, say }: Visit, id: string) {
  const sent = await keypad.sendLoginCode(id, { ...client })
  return say(sent.ok ? 'code.resent' : 'code.old')
}
