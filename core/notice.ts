/**
 * What people are told by text beside their codes.
 */

export const NOTICE_KINDS = [
  'number_change_requested',
  'number_changed',
  'factor_added',
  'factor_removed',
  'many_wrong_codes',
  'locked',
  'locked_for_long',
  'recovery_code_used',
  'password_changed',
  'bypass_used',
  'reset_requested',
  'bypass_issued',
  'test_message',
] as const
/** What a notice tells; each has a message of the same name in every language. */
export type NoticeKind = (typeof NOTICE_KINDS)[number]
