/**
 * Problems that several operations share, for their declarations.
 */
import type { ProblemCode } from '#core/problem.ts'

export const PHONE_PROBLEMS = [
  'phone_invalid',
  'phone_too_short',
  'phone_too_long',
  'phone_landline',
  'phone_premium',
  'phone_voip',
  'phone_not_textable',
  'country_not_served',
] as const satisfies readonly ProblemCode[]

export const SEND_PROBLEMS = ['send_too_soon', 'sends_exhausted'] as const satisfies readonly ProblemCode[]

/** Why a verification takes nothing more. */
export const OVER_PROBLEMS = [
  'code_expired',
  'verification_locked',
  'verification_finished',
] as const satisfies readonly ProblemCode[]

/** What every operation may answer. */
export const COMMON_PROBLEMS = [
  'request_invalid',
  'key_invalid',
  'not_allowed',
  'rate_limited',
  'internal',
  'unavailable',
] as const satisfies readonly ProblemCode[]

/** What every POST may answer besides. */
export const POST_PROBLEMS = [
  'body_too_large',
  'content_type_unsupported',
  'idempotency_in_flight',
  'idempotency_key_reused',
] as const satisfies readonly ProblemCode[]
