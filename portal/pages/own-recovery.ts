/**
 * P6, /portal/ways-in/recovery-codes: ten codes for the day the phone is gone. They are shown once, in the answer that
 * made them.
 */
import type { Me } from '#client/keypad.ts'
import { readRecoveryCode } from '#core/recovery-code.ts'
import { writeButton, writeFaults, writeForm, writeSubmit } from '#portal/form.ts'
import type { Fault } from '#portal/form.ts'
import { html } from '#core/html.ts'
import type { Html } from '#core/html.ts'
import { withOwner } from '#portal/own.ts'
import { BASE } from '#portal/portal.ts'
import { goTo, show } from '#portal/reply.ts'
import type { Reply, Route } from '#portal/reply.ts'
import type { SignedIn } from '#portal/signed-in.ts'
import { refuseUnexpected } from '#portal/unexpected.ts'
import type { Visit } from '#portal/visit.ts'
import { showProof, withProof } from './prove.ts'

const PATH = '/ways-in/recovery-codes'

export const RECOVERY_ROUTES: readonly Route[] = [
  { method: 'get', path: PATH, run: (visit) => withOwner(visit, (person) => open(visit, person)) },
  { method: 'post', path: PATH, run: (visit) => withOwner(visit, (person) => make(visit, person)) },
  { method: 'get', path: `${PATH}/file`, run: () => goTo(PATH) },
  { method: 'post', path: `${PATH}/file`, run: (visit) => withOwner(visit, () => giveFile(visit)) },
  { method: 'get', path: `${PATH}/saved`, run: () => goTo(PATH) },
  { method: 'post', path: `${PATH}/saved`, run: (visit) => withOwner(visit, () => acknowledge(visit)) },
]

function open(visit: Visit, { me }: SignedIn): Promise<Reply> {
  return withProof(visit, { me, goal: PATH }, () => showStart(visit, me))
}

function showStart(visit: Visit, { factors }: Me): Reply {
  const { say, text } = visit
  const count = factors.recovery_codes_left
  const body = html`<h1>${say('ways.codes')}</h1>
    <p>${say('recovery.text')}</p>
    ${count > 0 && html`<p>${say('ways.codesLeft', { count })} ${say('recovery.replaces')}</p>`}
    ${writeButton(visit, { action: PATH, fields: {}, look: 'main' }, say('recovery.make'))}
    <p><a href="${BASE}/ways-in">${say('own.cancel')}</a></p>`
  return show({ title: text('ways.codes'), body })
}

async function make(visit: Visit, { keypad, me }: SignedIn): Promise<Reply> {
  const answer = await keypad.makeRecoveryCodes({})
  if (answer.ok) return showCodes(visit, answer.data.codes, [])
  refuseUnexpected(answer.problem)
  return showProof(visit, me, PATH)
}

function showCodes(visit: Visit, codes: readonly string[], faults: readonly Fault[]): Reply {
  const { say, text } = visit
  const body = html`${writeFaults(visit, faults)}
    <h1>${say('recovery.title')}</h1>
    <p>${say('recovery.once')}</p>
    ${writeTable(visit, codes)} ${writeKeep(visit, codes)}
    ${writeForm(visit, `${PATH}/saved`, html`${carry(codes)} ${writeTick(visit, faults)} ${writeSubmit(say('frame.continue'))}`)}`
  return show({ title: text('recovery.title'), body, isFaulty: faults.length > 0 })
}

function writeTable({ say }: Visit, codes: readonly string[]): Html {
  const rows = codes.map(
    (code) =>
      html`<tr>
        <td><code dir="ltr">${code}</code></td>
      </tr>`,
  )
  return html`<table class="codes">
    <thead>
      <tr>
        <th scope="col">${say('ways.codes')}</th>
      </tr>
    </thead>
    <tbody id="codes">
      ${rows}
    </tbody>
  </table>`
}

/** Ways to keep them. Copying and printing need the script; the file does not. */
function writeKeep(visit: Visit, codes: readonly string[]): Html {
  const { say, text } = visit
  const copy = html`data-copy="codes" data-words="${text('frame.copy')}|${text('frame.copied')}"`
  const file = html`${carry(codes)}<button>${say('recovery.download')}</button>`
  return html`<div class="row">
    ${writeForm(visit, `${PATH}/file`, file)}
    <button type="button" ${copy} hidden>${text('frame.copy')}</button>
    <button type="button" data-print hidden>${text('recovery.print')}</button>
  </div>`
}

/** The page cannot ask for them again, so the forms on it bring them along. */
function carry(codes: readonly string[]): Html {
  return html`<input type="hidden" name="codes" value="${codes.join(' ')}" />`
}

/** Nothing but codes is ever shown again from a form. */
function readCarried({ field }: Visit): string[] {
  return field('codes')
    .split(' ')
    .filter((code) => readRecoveryCode(code) === code)
}

function writeTick({ say }: Visit, [fault]: readonly Fault[]): Html {
  const about = fault && html`aria-describedby="saved-fault" aria-invalid="true"`
  return html`<div class="field${fault && ' wrong'}">
    ${fault && html`<p class="fault" id="saved-fault">${fault.text}</p>`}
    <div class="choice">
      <input type="checkbox" id="saved" name="saved" value="yes" ${about} />
      <label for="saved">${say('recovery.saved')}</label>
    </div>
  </div>`
}

function acknowledge(visit: Visit): Reply {
  if (visit.field('saved') === 'yes') return goTo('/ways-in?said=codes')
  const codes = readCarried(visit)
  if (codes.length === 0) return goTo(PATH)
  return showCodes(visit, codes, [{ field: 'saved', text: visit.say('recovery.notSaved') }])
}

/** The codes as a text file. They come from the form: Keypad keeps nothing that could be read again. */
function giveFile(visit: Visit): Reply {
  const { text, portal } = visit
  const codes = readCarried(visit)
  if (codes.length === 0) return goTo(PATH)
  const lines = [`${portal.brand} – ${text('ways.codes')}`, text('recovery.text'), '', ...codes, '']
  return { file: { name: 'recovery-codes.txt', text: lines.join('\r\n') } }
}
