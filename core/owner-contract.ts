/**
 * The contract's schemas of what owners look at before and after they change something: what a rule would do, and what
 * became of the codes.
 */
import { z } from 'zod'
import { country, time } from './contract.ts'
import { DELIVERY_REASONS, DELIVERY_STATUSES } from './delivery.ts'
import { userType } from './login-contract.ts'
import { organizationPolicyBody } from './people-contract.ts'

export const previewBody = z.strictObject({
  user_type: userType,
  organization_id: z.string().max(64).optional().meta({ description: 'For the rule of one organization' }),
  country: country
    .toUpperCase()
    .optional()
    .meta({ description: 'For the tenant’s rule for one country', example: 'NL' }),
  rule: organizationPolicyBody,
})

const count = (description: string) => z.int().meta({ description })

export const policyPreview = z
  .object({
    people: count('Accounts that the rule is about'),
    required_now: count('Of these: who needs a second factor now'),
    required: count('Who would need one'),
    lack: count('Who would need one and has none that counts: the next login has them set one up'),
    examples: z
      .array(z.object({ account_id: z.string(), display_name: z.string() }))
      .meta({ description: 'Some of those who lack one, newest first' }),
    is_partial: z
      .boolean()
      .meta({ description: 'Only the newest 10,000 accounts were looked at; there may be more' }),
  })
  .meta({ id: 'PolicyPreview' })

export const summaryQuery = z.strictObject({
  from: z.iso.date().meta({ description: 'The first day, in UTC', example: '2026-11-16' }),
  to: z.iso.date().meta({ description: 'The last day, in UTC; at most 31 days', example: '2026-11-22' }),
})

const seconds = z.number().nullable()
const times = z.object({
  count: z.int(),
  median: seconds.meta({ description: 'Seconds since the send was asked for' }),
  p95: seconds,
})

export const deliverySummary = z
  .object({
    from: time,
    until: time,
    verifications: z.array(z.object({ day: z.string(), status: z.string(), count: z.int() })),
    deliveries: z.array(
      z.object({
        day: z.string(),
        channel: z.enum(['sms', 'call']),
        status: z.enum(DELIVERY_STATUSES),
        reason: z.enum(DELIVERY_REASONS).nullable(),
        count: z.int(),
        accepted: z.int().meta({ description: 'How many of them the carrier took' }),
      }),
    ),
    times: z.object({ accepted: times, delivered: times }).meta({
      description:
        'Of the newest 10,000 texts with a code: until the carrier took it, until the phone had it',
    }),
  })
  .meta({ id: 'DeliverySummary' })

const nullable = z.string().nullable()

export const ownActs = z
  .object({
    data: z.array(
      z
        .object({ id: z.string(), at: time, kind: z.string(), account_id: nullable, reason: nullable })
        .meta({ id: 'OwnAct' }),
    ),
    has_more: z.boolean(),
    next_cursor: nullable.meta({
      description: 'Send it as `cursor` for the next page; null: this is the last one',
    }),
  })
  .meta({ id: 'OwnActs' })
