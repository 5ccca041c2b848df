/**
 * One request of signed-in staff. Whatever they see or do goes to Keypad with their own session: Keypad decides what
 * their role may.
 */
import type { Me } from '#client/keypad.ts'
import { mayAct, ROLES } from '#core/roles.ts'
import type { Role, StaffAct } from '#core/roles.ts'
import { readZone } from '#portal/clock.ts'
import { openWords } from '#portal/languages.ts'
import { goTo } from '#portal/reply.ts'
import type { Reply } from '#portal/reply.ts'
import { withPerson } from '#portal/signed-in.ts'
import type { Visit } from '#portal/visit.ts'
import { openDeskWords } from './desk-words.ts'
import type { DeskWords } from './desk-words.ts'

/** `keypad` acts as whoever is signed in. */
export type Desk = Visit &
  DeskWords & {
    me: Me
    role: Role
    /** A part of the address, such as `id`; '' where there is none. */
    param: (name: string) => string
  }

/** What a page asks of a role: an act of staff, or to administer as admins and owners do. */
export type Needs = StaffAct | 'admin'

/** Whether a role may open a page. */
export function mayOpen(role: string | null, needs: Needs): boolean {
  return needs === 'admin' ? role === 'admin' || role === 'owner' : mayAct(role, needs)
}

/** The same visit in a language that staff pages speak. */
export function turnToDeskWords(visit: Visit): Visit & DeskWords {
  const words = openDeskWords(visit.locale)
  const zone = readZone(visit.cookie('zone'))
  return { ...visit, ...openWords({ chosen: words.language, accepted: undefined, zone }), ...words }
}

/** Runs a page for staff who may open it; patients and other roles get what `refuse` gives. */
export function withDesk(
  visit: Visit & DeskWords,
  { needs, params }: { needs: Needs; params: Readonly<Record<string, string | string[] | undefined>> },
  pages: { run: (desk: Desk) => Reply | Promise<Reply>; refuse: (role: Role | null) => Reply },
): Promise<Reply> {
  return withPerson(visit, ({ keypad, me }) => {
    const role = ROLES.find((known) => known === me.account.role) ?? null
    if (role === null || !mayOpen(role, needs)) return pages.refuse(role)
    // Keypad opens nothing else to them before they have set one up.
    if (me.session.enroll_only) return goTo('/ways-in')
    const param = (name: string) => [params[name] ?? ''].flat().join('/')
    return pages.run({ ...visit, keypad, me, role, param })
  })
}
