/**
 * The HTTP contract as zod schemas: what the routes run, what the OpenAPI document is made from, and what the client's
 * types are inferred from. Names are those of the contract.
 */
import { z } from 'zod'
import { isCountry } from './countries.ts'
import { DELIVERY_REASONS, DELIVERY_STATUSES } from './delivery.ts'
import { CALL_MODES, CHANNELS, PURPOSES, VERIFICATION_STATUSES } from './verification.ts'

/** Text of one line without control characters or lone surrogates; what PostgreSQL and a log line can hold. */
export const line = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}\p{Cs}\u2028\u2029]*$/u, 'must not contain control characters')

export const time = z.iso.datetime().meta({ description: 'RFC 3339, UTC' })
export const channel = z.enum(CHANNELS)
export const callMode = z.enum(CALL_MODES)
export const country = z
  .string()
  .regex(/^[A-Za-z]{2}$/, 'must be two letters, as in ISO 3166')
  .refine((text) => isCountry(text.toUpperCase()), 'must be a country that has phones')
  .meta({ description: 'ISO 3166 code of the country whose national numbers are meant', example: 'NL' })
// Whatever a person types is a text; core/phone.ts and core/code.ts say what is wrong with it, in the contract's words.
export const phone = z
  .string()
  .meta({ description: 'A phone number as a person types it', example: '06 12345678' })
export const code = z.string().meta({ description: 'The code as a person types it', example: '418 052' })
export const clientIp = z.union([z.ipv4(), z.ipv6()]).optional().meta({
  description: 'The address of the person’s browser, told by a back end; it then counts for limits',
})

export const startVerificationBody = z.strictObject({
  to: phone,
  country: country.optional(),
  channel,
  call_mode: callMode.optional(),
  purpose: z.enum(PURPOSES).default('other'),
  subject_id: line(255)
    .optional()
    .meta({ description: 'Your own id of the person; one code lives per subject and purpose' }),
  locale: line(35)
    .optional()
    .meta({ description: 'BCP 47 tag; the nearest language that is spoken is used', example: 'nl-NL' }),
  brand: line(40)
    .optional()
    .meta({ description: 'Who the text or call is from; the tenant’s name by default' }),
  client_ip: clientIp,
})

export const sendAgainBody = z.strictObject({
  channel: channel.optional(),
  call_mode: callMode.optional(),
  client_ip: clientIp,
})
export const checkCodeBody = z.strictObject({ code, client_ip: clientIp })
export const emptyBody = z.strictObject({ client_ip: clientIp })
export const phoneCheckBody = z.strictObject({ phone, country: country.optional(), client_ip: clientIp })
export const servedCountriesBody = z.strictObject({
  served: z.union([z.literal('all'), z.array(country).min(1).max(300)]),
})

export const delivery = z.object({
  id: z.string(),
  channel,
  status: z.enum(DELIVERY_STATUSES),
  reason: z.enum(DELIVERY_REASONS).nullable(),
  at: time,
})

export const verification = z
  .object({
    id: z.string(),
    status: z.enum(VERIFICATION_STATUSES),
    version: z.int().meta({ description: 'Grows whenever something in this answer changes' }),
    purpose: z.enum(PURPOSES),
    channel,
    call_mode: callMode.nullable(),
    to_masked: z.string(),
    country: z.string(),
    line_type: z.string(),
    expires_at: time,
    resend_at: time.nullable().meta({ description: 'When `sends` is possible again; null: no more' }),
    tries_left: z.int(),
    sends_left: z.int(),
    match_digits: z
      .string()
      .nullable()
      .meta({ description: 'The two digits to show on the page of a `match_digits` call' }),
    deliveries: z.array(delivery),
  })
  .meta({ id: 'Verification' })

export const startedVerification = verification
  .extend({
    client_secret: z
      .string()
      .meta({ description: 'Lets a page act on this one verification; shown only here' }),
  })
  .meta({ id: 'StartedVerification' })

export const explanation = z
  .object({
    sentence: z.string().meta({ description: 'How it stands' }),
    cause: z.string().meta({ description: 'Why' }),
    remedy: z.string().meta({ description: 'What the person can do next' }),
  })
  .meta({ id: 'Explanation' })

export const phoneCheck = z
  .object({
    accepted: z.boolean(),
    reason: z.string().nullable(),
    line_type: z.string().nullable(),
    country: z.string().nullable(),
    formatted: z.string().nullable(),
    sentence: z.string().nullable().meta({ description: 'What to tell the person, in English' }),
  })
  .meta({ id: 'PhoneCheck' })

export const servedCountries = z
  .object({ served: z.union([z.literal('all'), z.array(z.string())]) })
  .meta({ id: 'ServedCountries' })

export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string(),
    code: z.string(),
    retryable: z.boolean(),
    retry_after: z.int().optional(),
    tries_left: z.int().optional(),
    errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
  })
  .meta({ id: 'Problem' })
