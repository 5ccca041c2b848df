/**
 * The contract's schemas of what staff read: people found, how one stands, what happened, and the audit trail.
 */
import { z } from 'zod'
import { line, time } from './contract.ts'
import { account } from './login-contract.ts'
import { FACTORS } from './policy.ts'
import { LIMITS } from './support-limits.ts'
import { SEARCH_WAYS } from './support-search.ts'

const text = z.string()
const nullable = z.string().nullable()
const nullableTime = time.nullable()

export const searchText = line(255).meta({
  description:
    'A help code, a phone in any spelling, a username, your own subject id, a carrier’s SID, the id of a request, login, verification, delivery or account',
  example: 'KR4-8P-2T7',
})
export const localeChoice = line(35).optional().meta({
  description: 'BCP 47 tag of the language for the sentences; the tenant’s by default',
  example: 'nl-NL',
})
const pageOf = <Entry extends z.ZodType>(entry: Entry, id: string) =>
  z
    .object({
      data: z.array(entry),
      has_more: z.boolean(),
      next_cursor: nullable.meta({
        description: 'Send it as `cursor` for the next page; null: this is the last one',
      }),
    })
    .meta({ id })

const phones = account.shape.phone

const foundAccount = z
  .object({
    id: text,
    display_name: text,
    username: nullable,
    user_type: text,
    phone: phones,
    matched_by: z.enum(SEARCH_WAYS).meta({ description: 'By what the account was found' }),
  })
  .meta({ id: 'FoundAccount' })
export const foundAccounts = pageOf(foundAccount, 'FoundAccounts')

const words = {
  sentence: text.meta({ description: 'What happened, in plain words' }),
  cause: text.meta({ description: 'Why' }),
  tell_patient: text.meta({ description: 'What to tell the patient' }),
  remedy: text.meta({ description: 'What staff can do' }),
}

const limit = z
  .object({
    limit: z.enum(LIMITS),
    is_on: z.boolean().meta({ description: 'Whether it stops the patient now' }),
    since: nullableTime,
    until: nullableTime.meta({ description: 'When it ends by itself; null while it is on: never' }),
    can_unblock: z.boolean().meta({ description: 'Whether `unblock` ends it now' }),
    used: z.int().nullable(),
    max: z.int().nullable(),
    sentence: text,
  })
  .meta({ id: 'SupportLimit' })

export const supportAccount = z
  .object({
    account,
    verdict: text.meta({ description: 'How it stands, in one sentence' }),
    verdict_code: text.meta({ description: 'A stable word for it' }),
    cause: words.cause,
    tell_patient: words.tell_patient,
    remedy: words.remedy,
    evidence: z.array(text).meta({ description: 'Ids of the events that it rests on, newest first' }),
    factors: z.object({
      phone: z.object({ ...phones.shape, proven_at: nullableTime }),
      totp: z.boolean(),
      pin: z.boolean(),
      recovery_codes: z.int().meta({ description: 'How many are left' }),
    }),
    limits: z.array(limit),
    requests: z
      .array(
        z.object({
          id: text,
          factor: text,
          status: text,
          requested_by: text,
          created_at: time,
          expires_at: time,
        }),
      )
      .meta({ description: 'Factor resets that wait for a decision' }),
    help_codes: z.array(z.object({ code: text, login_id: nullable, created_at: time, expires_at: time })),
    policy: z.object({ required: z.boolean(), factors: z.array(z.enum(FACTORS)), sentence: text }),
  })
  .meta({ id: 'SupportAccount' })

const timelineEntry = z
  .object({
    id: text,
    at: time,
    kind: text,
    ...words,
    technical: z.record(z.string(), z.unknown()).meta({
      description: 'For whoever builds or runs the system; holds no phone, code or name',
    }),
  })
  .meta({ id: 'TimelineEntry' })
export const timelinePage = pageOf(timelineEntry, 'Timeline').extend({
  text: text.meta({ description: 'The page as text without personal data, for a ticket' }),
})

export const shownNumber = z.object({ phone: nullable, pending: nullable }).meta({ id: 'ShownNumber' })

const moment = z.iso.datetime({ offset: true }).transform((given) => new Date(given))

/** What the audit trail may be filtered by. */
export const auditFilters = {
  kind: z
    .string()
    .regex(/^[a-z_]{1,40}$/, 'must be a kind of event')
    .optional()
    .meta({ description: 'The kind of event', example: 'bypass_issued' }),
  account_id: line(64).optional().meta({ description: 'The person whom it is about' }),
  actor: line(64)
    .optional()
    .meta({ description: 'Who did it: the id of a key or account, or the word in `actor`' }),
  from: moment.optional().meta({ description: 'Nothing older, RFC 3339' }),
  until: moment.optional().meta({ description: 'Nothing newer, RFC 3339' }),
}

export const auditEntry = z
  .object({
    id: text,
    place: z.int().meta({ description: 'Where it stands in the tenant’s chain, from 1 on without gaps' }),
    at: time,
    kind: text,
    actor: text.meta({
      description:
        'Id of a key or account, or `client`, `phone`, `worker`, `carrier`, `sweeper`, `clock`, `cli`',
    }),
    account_id: nullable,
    login_id: nullable,
    verification_id: nullable,
    delivery_id: nullable,
    request_id: nullable,
    data: z
      .record(z.string(), z.unknown())
      .nullable()
      .meta({ description: 'What else there is to know; nothing personal' }),
  })
  .meta({ id: 'AuditEntry' })
export const auditPage = pageOf(auditEntry, 'AuditPage')

export const auditVerdict = z
  .object({
    intact: z.boolean(),
    checked: z.int().meta({ description: 'Links that hold, from the first on' }),
    first_broken: text
      .optional()
      .meta({ description: 'Id of the first event that does not fit; only where one does not' }),
    unlinked: z
      .int()
      .meta({ description: 'Events that have no link yet, normally those of the last second' }),
    head: nullable.meta({
      description:
        'The hash of the last link that holds: keep it elsewhere, and ask for it as `expect` later',
    }),
    expected: z
      .enum(['found', 'missing'])
      .optional()
      .meta({ description: 'Whether the hash in `expect` is in the chain' }),
  })
  .meta({ id: 'AuditVerdict' })
