/**
 * Who may administer people: a secret key with the scope `admin`, or the session of an owner or admin.
 */
import type { Caller } from '#api/context.ts'
import type { Access } from '#api/operation.ts'

/** The access of every operation on policies, accounts and organizations. */
export const ADMIN = { scope: 'admin', session: 'admin' } as const satisfies Access

/** Whether the caller may do what is kept for owners. A secret key is the operator's own, who made the owner. */
export function isOwner(caller: Caller): boolean {
  return caller.kind === 'secret' || (caller.kind === 'session' && caller.session.role === 'owner')
}
