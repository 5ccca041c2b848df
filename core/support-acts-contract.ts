/**
 * The contract's schemas of what staff do for a patient.
 */
import { z } from 'zod'
import { clientIp, country, delivery, line, phone, time } from './contract.ts'
import { FACTORS } from './policy.ts'

const reason = line(500)
  .refine((text) => text.trim() !== '', 'must not be blank')
  .meta({ description: 'Why; kept in the audit trail', example: 'Lost the phone on holiday' })
const identityChecks = z
  .array(z.strictObject({ kind: line(80), passed: z.boolean() }))
  .min(1)
  .max(20)
  .meta({ description: 'What was checked to know who is calling; at least one must have passed' })

export const reasonBody = z.strictObject({ reason, client_ip: clientIp })
export const unblockBody = z.strictObject({
  reason,
  limit: z
    .enum(['account', 'number'])
    .default('account')
    .meta({ description: 'Which limit: the pause after wrong answers, or that of the number' }),
  client_ip: clientIp,
})
export const bypassBody = z.strictObject({ reason, identity_checks: identityChecks, client_ip: clientIp })
export const correctPhoneBody = z.strictObject({
  reason,
  phone,
  country: country.optional(),
  client_ip: clientIp,
})
export const factorResetBody = z.strictObject({
  reason,
  factor: z.enum([...FACTORS, 'recovery_code']),
  identity_checks: identityChecks,
  client_ip: clientIp,
})

export const unblocked = z.object({ limit: z.string(), was_limited: z.boolean() }).meta({ id: 'Unblocked' })
export const bypass = z
  .object({
    kind: z.enum(['code', 'open']),
    code: z
      .string()
      .nullable()
      .meta({ description: 'Shown once, easy to say; null where the next login needs none' }),
    expires_at: time,
  })
  .meta({ id: 'Bypass' })
export const testMessage = delivery.meta({ id: 'TestMessage' })
export const resetLink = z.object({ link: z.string(), expires_at: time }).meta({ id: 'ResetLink' })

const status = z.enum(['waiting', 'done', 'approved', 'rejected', 'expired'])
export const resetFilters = {
  status: status.optional().meta({ description: 'Only those that stand so, for example `waiting`' }),
}
export const factorResetStatus = z.object({ id: z.string(), status }).meta({ id: 'FactorResetStatus' })
const factorReset = z
  .object({
    id: z.string(),
    account_id: z.string(),
    display_name: z.string(),
    factor: z.string(),
    reason: z.string(),
    identity_checks: z.array(z.object({ kind: z.string(), passed: z.boolean() })),
    requested_by: z.string(),
    status,
    created_at: time,
    expires_at: time,
    decided_by: z.string().nullable(),
    decided_reason: z.string().nullable(),
    decided_at: time.nullable(),
  })
  .meta({ id: 'FactorReset' })
export const factorResets = z
  .object({ data: z.array(factorReset), has_more: z.boolean(), next_cursor: z.string().nullable() })
  .meta({ id: 'FactorResets' })
