/**
 * The one input for codes outside a login: to show it, and to read what was typed into it.
 */
import { writeInput } from './fields.ts'
import { writeForm, writeSubmit } from './form.ts'
import type { Fault } from './form.ts'
import { html } from '#core/html.ts'
import type { Html } from '#core/html.ts'
import { readTypedCode } from './read-code.ts'
import type { Visit } from './visit.ts'
import type { WordKey } from './words/tables.ts'

type CodeForm = { action: string; label: WordKey; submit: WordKey; faults: readonly Fault[] }

/** The form; it takes any length, so that a whole message can be pasted. */
export function writeOwnCode(visit: Visit, { action, label, submit, faults }: CodeForm): Html {
  const { say } = visit
  const typing = { autocomplete: 'one-time-code', inputmode: 'numeric', width: 'code' } as const
  const input = { name: 'code', label: say(label), hint: say('code.hint'), ...typing, faults }
  return writeForm(visit, action, html`${writeInput(visit, input)} ${writeSubmit(say(submit))}`)
}

/** The six digits, or what is wrong with what was typed; then no try is spent. */
export function readOwnCode({ field, say }: Visit, empty: WordKey): { code: string } | { fault: Fault } {
  const read = readTypedCode(field('code'))
  if ('code' in read) return read
  if (read.fault === 'empty') return { fault: { field: 'code', text: say(empty) } }
  const key = read.fault === 'not_digits' ? 'code.notDigits' : 'code.wrongLength'
  return { fault: { field: 'code', text: say(key, { count: read.count }) } }
}
