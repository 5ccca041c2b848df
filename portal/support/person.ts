/**
 * /support/people/{id}: how a person stands, in one sentence with the best next step, and everything it rests on.
 */
import type { SupportAccount } from '#client/keypad.ts'
import { mayAct } from '#core/roles.ts'
import { showDesk } from '#portal/console/console-reply.ts'
import type { DeskRoute } from '#portal/console/console-reply.ts'
import type { Desk } from '#portal/console/desk.ts'
import { isDeskWord } from '#portal/console/desk-words.ts'
import { writeDeskFaults } from '#portal/console/desk-form.ts'
import type { Fault } from '#portal/form.ts'
import { html } from '#core/html.ts'
import type { Html } from '#core/html.ts'
import { makeDeskMissing } from '#portal/console/missing.ts'
import type { Reply } from '#portal/reply.ts'
import { UnexpectedProblem } from '#portal/unexpected.ts'
import { openForms, writeActForm, writeFolded } from './act-forms.ts'
import type { FormContext } from './act-forms.ts'
import { ACT_NEEDS, ACTS, bestActOf } from './act-names.ts'
import type { ActName } from './act-names.ts'
import { doAct } from './do-act.ts'
import { writeState } from './person-state.ts'
import { listNewest, showTimeline } from './timeline.ts'

const PATH = '/support/people/:id'

export const PERSON_ROUTES: readonly DeskRoute[] = [
  { method: 'get', path: PATH, needs: 'read', run: (desk) => showPerson(desk, []) },
  { method: 'post', path: PATH, needs: 'read', run: act },
  { method: 'get', path: `${PATH}/timeline`, needs: 'read', run: showTimeline },
]

async function act(desk: Desk): Promise<Reply> {
  const done = await doAct(desk, desk.param('id'))
  return 'faults' in done ? showPerson(desk, done.faults) : done
}

async function showPerson(desk: Desk, faults: readonly Fault[]): Promise<Reply> {
  const { keypad, language: locale, gone, param } = desk
  const id = param('id')
  const answer = await keypad.readSupportAccount(id, { locale }, { signal: gone })
  if (!answer.ok) {
    if (answer.problem.status !== 404) throw new UnexpectedProblem(answer.problem)
    return makeDeskMissing(desk)
  }
  const person = answer.data
  const forms = await openForms(desk, id, faults)
  const best = pickBest(desk, person)
  const body = html`${writeDeskFaults(desk, faults)} ${writeDid(desk)}
    <h1>${person.account.display_name}</h1>
    ${writeWho(person)} ${writeVerdict(desk, person, best, forms)}
    <div class="columns">
      <section aria-labelledby="acts">${writeActs(desk, person, best, forms)}</section>
      ${writeState(desk, person)}
    </div>
    ${await listNewest(desk, id)}`
  return showDesk(person.account.display_name, body, { isFaulty: faults.length > 0 })
}

/** What the form before this page did. */
function writeDid({ query, tell }: Desk): Html {
  const key = `did.${query('did')}`
  return isDeskWord(key) ? html`<p class="notice" role="status">${tell(key)}</p>` : html``
}

function writeWho({
  account: { username, subject_id: subject, user_type: type, phone },
}: SupportAccount): Html {
  const parts = [username ?? subject, type, phone.current_masked ?? phone.pending_masked].filter(
    (part) => part !== null,
  )
  return html`<p class="who">${parts.map((part, at) => html`${at > 0 && ' · '}<bdi>${part}</bdi>`)}</p>`
}

/** Not on one's own account, and only where the act can do something. */
function pickBest(desk: Desk, person: SupportAccount): ActName | null {
  const best = bestActOf(person.verdict_code)
  return best !== null && isOffered(person, best) && mayAct(desk.role, ACT_NEEDS[best]) ? best : null
}

/** Unblocking stands there only where something is blocked. */
function isOffered({ limits }: SupportAccount, act: ActName): boolean {
  const can = (...names: string[]) =>
    limits.some(({ limit, can_unblock: may }) => may && names.includes(limit))
  if (act === 'unblock') return can('account')
  return act !== 'unblock_number' || can('number', 'pending_number')
}

function writeVerdict(desk: Desk, person: SupportAccount, best: ActName | null, forms: FormContext): Html {
  const { tell } = desk
  const isOwn = person.account.id === desk.me.account.id
  const step = best && !isOwn && writeActForm(desk, best, { ...forms, isBest: true })
  return html`<section class="verdict" aria-labelledby="verdict">
    <h2 id="verdict">${person.verdict}</h2>
    <p>${person.cause}</p>
    <h3>${tell('person.tell')}</h3>
    <p class="say">${person.tell_patient}</p>
    <h3>${tell('person.next')}</h3>
    <p>${person.remedy}</p>
    ${
      step &&
      html`<div class="step">
        <h3>${tell(`act.${best}`)}</h3>
        ${step}
      </div>`
    }
  </section>`
}

function writeActs(desk: Desk, person: SupportAccount, best: ActName | null, forms: FormContext): Html {
  const { tell, me } = desk
  const heading = html`<h2 id="acts">${tell('person.acts')}</h2>`
  if (person.account.id === me.account.id)
    return html`${heading}
      <p class="ask">${tell('problem.own_account')}</p>`
  const others = ACTS.filter((name) => name !== best && isOffered(person, name))
  return html`${heading}${others.map((name) => writeFolded(desk, name, forms))}`
}
