/**
 * What the pages of a signed-in person share.
 */
import { html } from '#core/html.ts'
import type { Html } from '#core/html.ts'
import { goTo } from './reply.ts'
import type { Reply } from './reply.ts'
import { withPerson } from './signed-in.ts'
import type { SignedIn } from './signed-in.ts'
import type { Visit } from './visit.ts'
import type { WordKey } from './words/tables.ts'

/** Runs a page for a signed-in person. Who first has to set up a way to sign in is led there. */
export function withOwner(visit: Visit, run: (person: SignedIn) => Reply | Promise<Reply>): Promise<Reply> {
  return withPerson(visit, (person) => (person.me.session.enroll_only ? goTo('/ways-in') : run(person)))
}

/** What the page before had to say, by the word `said` in the address. */
export function writeSaid({ query, say }: Visit, said: Partial<Record<string, WordKey>>): Html {
  const key = Object.hasOwn(said, query('said')) ? said[query('said')] : undefined
  return key ? html`<p class="notice" role="status">${say(key)}</p>` : html``
}

/** A masked number, which reads from left to right in every language, and on one line. */
export function writeMasked(phone: string | null): Html {
  return html`<bdi dir="ltr">${phone?.replaceAll(' ', '\u00a0')}</bdi>`
}
