/**
 * What the calls that answer a login's step have in common.
 */
import { login } from '#core/login-contract.ts'

/** Who may call them, and that each answers the login again. */
export const COMMON = {
  method: 'post',
  group: 'Logins',
  access: { scope: 'accounts', client: 'login' },
  query: null,
  answers: { 200: { description: 'The login', schema: login } },
} as const

/** How each of them may be refused. */
export const STEP_PROBLEMS = ['not_found', 'step_not_expected'] as const
