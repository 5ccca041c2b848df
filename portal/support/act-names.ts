/**
 * What staff can do for a patient on the page of a person: which role may, and which act is the best next step.
 */
/** In the order of the page. */
export const ACTS = [
  'unblock',
  'unblock_number',
  'test',
  'phone',
  'bypass',
  'reset',
  'password',
  'number',
] as const
export type ActName = (typeof ACTS)[number]

/** What a role must be allowed to do for each. */
export const ACT_NEEDS: Record<ActName, 'help' | 'lead'> = {
  unblock: 'help',
  unblock_number: 'help',
  test: 'help',
  number: 'help',
  phone: 'lead',
  bypass: 'lead',
  reset: 'lead',
  password: 'lead',
}

/** Those that ask who is calling: the checks are kept with the act. */
export const CHECKED: ReadonlySet<ActName> = new Set<ActName>(['bypass', 'reset'])

/** The act that the remedy of a verdict names first (core/support-words.ts). Others have none, only words. */
const BEST: Partial<Record<string, ActName>> = {
  locked_short: 'unblock',
  send_limit: 'unblock_number',
  locked_for_support: 'reset',
  reset_refused: 'reset',
  app_code_wrong: 'reset',
  pin_wrong: 'reset',
  way_used_up: 'reset',
  bypass_ran_out: 'bypass',
  bypass_code_wrong: 'bypass',
  recovery_code_wrong: 'bypass',
  nothing_left: 'bypass',
  login_open: 'bypass',
  number_missing: 'phone',
  number_unproven: 'phone',
  number_landline: 'phone',
  number_failed: 'phone',
  number_corrected: 'phone',
  number_stopped: 'phone',
  no_such_number: 'phone',
  landline: 'phone',
  delivered_not_typed: 'phone',
  login_left: 'test',
  not_confirmed: 'test',
  code_expired_unconfirmed: 'test',
  switched_off: 'test',
  wrong_password: 'password',
  denied: 'password',
}

/** The best next step. Null: there is none to press. */
export function bestActOf(verdictCode: string): ActName | null {
  return BEST[verdictCode] ?? null
}
