/**
 * What staff may do, by role.
 */

export const ROLES = ['viewer', 'agent', 'lead', 'approver', 'auditor', 'admin', 'owner'] as const
export type Role = (typeof ROLES)[number]

/** `read` people and timelines; `help`: unblock, test message; `lead`: bypass, numbers, resets; `decide` resets; `audit`. */
export type StaffAct = 'read' | 'help' | 'lead' | 'decide' | 'audit'

const MAY: Record<Role, readonly StaffAct[]> = {
  viewer: ['read'],
  agent: ['read', 'help'],
  lead: ['read', 'help', 'lead'],
  approver: ['read', 'decide'],
  auditor: ['read', 'audit'],
  admin: ['read', 'help', 'lead', 'decide', 'audit'],
  owner: ['read', 'help', 'lead', 'decide', 'audit'],
}

/** Whether staff of one role may act on the account of somebody with another: who administers is helped by their like. */
export function mayHelp(role: string | null, other: string | null): boolean {
  if (other === 'owner') return role === 'owner'
  return other !== 'admin' || role === 'admin' || role === 'owner'
}

/** Whether somebody with this role may do this; null: no staff. */
export function mayAct(role: string | null, act: StaffAct): boolean {
  return role !== null && Object.hasOwn(MAY, role) && MAY[role as Role].includes(act)
}
