/**
 * P1, /portal/register: a new person. The code goes out on the next page, when they ask for it.
 */
import type { Problem } from '#client/keypad.ts'
import { readCountries } from '#portal/countries.ts'
import { explainProblem } from '#portal/explain-problem.ts'
import { writeInput } from '#portal/fields.ts'
import { writeFaults, writeForm, writeSubmit } from '#portal/form.ts'
import type { Fault } from '#portal/form.ts'
import { html } from '#core/html.ts'
import type { Html } from '#core/html.ts'
import { takeUpLogin } from '#portal/login-flow.ts'
import { BASE } from '#portal/portal.ts'
import { show } from '#portal/reply.ts'
import type { Reply, Route } from '#portal/reply.ts'
import { refuseUnexpected } from '#portal/unexpected.ts'
import type { Visit } from '#portal/visit.ts'
import { readPhoneFields, writePhoneFields } from './phone-fields.ts'

export const REGISTER_ROUTES: readonly Route[] = [
  { method: 'get', path: '/register', run: (visit) => showForm(visit, []) },
  { method: 'post', path: '/register', run: register },
]

async function showForm(visit: Visit, faults: readonly Fault[]): Promise<Reply> {
  const { say, text, field, portal } = visit
  const countries = await readCountries(visit, field('country'))
  const body = html`${writeFaults(visit, faults)}
    <h1>${say('register.title')}</h1>
    ${writeForm(
      visit,
      '/register',
      html`${writePersonFields(visit, faults)}
        <p>${say('phone.why')}</p>
        ${writePhoneFields(visit, countries, faults)}
        <details>
          <summary>${say('phone.none')}</summary>
          <p>${say('phone.noneText', { brand: portal.brand })}</p>
        </details>
        ${writeSubmit(say('register.submit'))}`,
    )}
    <p><a href="${BASE}/sign-in">${say('register.haveAccount')}</a></p>`
  return show({ title: text('register.title'), body, isFaulty: faults.length > 0 })
}

function writePersonFields(visit: Visit, faults: readonly Fault[]): Html {
  const { say, field } = visit
  const username = {
    label: say('register.username'),
    hint: say('register.usernameHint'),
    value: field('username'),
  }
  const password = { label: say('register.password'), hint: say('register.passwordHint') }
  const email = {
    label: html`${say('register.email')} ${say('frame.optional')}`,
    hint: say('register.emailHint'),
    value: field('email'),
  }
  return html`${writeInput(visit, { name: 'username', autocomplete: 'username', ...username, faults })}
  ${writeInput(visit, { name: 'password', type: 'password', autocomplete: 'new-password', ...password, faults })}
  ${writeInput(visit, { name: 'email', type: 'email', autocomplete: 'email', ...email, faults })}`
}

async function register(visit: Visit): Promise<Reply> {
  const faults = findGaps(visit)
  if (faults.length > 0) return showForm(visit, faults)
  const { field, keypad, client, locale } = visit
  const [username, password, email] = [field('username'), field('password'), field('email').trim()]
  const person = { username, password, ...readPhoneFields(visit), ...(email === '' ? {} : { email }) }
  const answer = await keypad.register({ ...person, locale, ...client })
  if (answer.ok) return takeUpLogin(visit, answer.data.login)
  refuseUnexpected(answer.problem)
  return showForm(visit, [placeFault(visit, answer.problem)])
}

function findGaps({ field, say }: Visit): Fault[] {
  const email = field('email').trim()
  const isEmail = email === '' || /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(email)
  return [
    ...(field('username').trim() === '' ? [{ field: 'username', text: say('register.noUsername') }] : []),
    ...(field('password') === '' ? [{ field: 'password', text: say('register.noPassword') }] : []),
    ...(isEmail ? [] : [{ field: 'email', text: say('register.badEmail') }]),
    ...(field('phone').trim() === '' ? [{ field: 'phone', text: say('phone.empty') }] : []),
  ]
}

const FIELDS: Partial<Record<string, string>> = {
  username_taken: 'username',
  password_too_weak: 'password',
  country_not_served: 'phone',
  rate_limited: 'main',
}

function placeFault(visit: Visit, problem: Problem): Fault {
  const isPhone = problem.code.startsWith('phone_')
  const pointed = problem.errors?.[0]?.pointer.slice(1)
  const field = isPhone ? 'phone' : (FIELDS[problem.code] ?? pointed ?? 'main')
  return { field, text: explainProblem(visit, problem, visit.field('phone')) }
}
