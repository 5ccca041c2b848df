/**
 * The contract's schemas of registrations, logins and sessions.
 */
import { z } from 'zod'
import { callMode, channel, clientIp, code, country, line, phone, time, verification } from './contract.ts'
import { FACTORS } from './policy.ts'
import { readUsername } from './username.ts'

export const username = line(255)
  .refine((text) => readUsername(text) !== '', 'must not be blank')
  .meta({ description: 'As the person types it; case and spaces around it do not matter' })
export const password = z
  .string()
  .min(1)
  .max(1_024)
  .meta({ description: 'A password as typed', example: 'four-quiet-herons' })
export const locale = line(35).meta({ description: 'BCP 47 tag of the person’s language', example: 'nl-NL' })
export const userType = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,39}$/, 'must be a word of small letters, digits and _')
  .meta({
    description: 'What kind of user: `patient`, `doctor`, `employee`, `manager` or a word of your own',
    example: 'patient',
  })
const acc = z.string().max(64).meta({ description: 'Id of an account', example: 'acc_06b…' })
const loginFactor = z.enum([...FACTORS, 'recovery_code'])

export const registrationBody = z.strictObject({
  username,
  password,
  phone,
  country: country.optional(),
  email: z.email().max(254).optional(),
  display_name: line(120).optional(),
  user_type: userType.optional(),
  organization_id: z.string().max(64).optional(),
  locale: locale.optional(),
  client_ip: clientIp,
})

export const loginBody = z.union([
  z.strictObject({ username, password, client_ip: clientIp }),
  z.strictObject({
    subject_id: line(255),
    password_checked: z
      .literal(true)
      .meta({ description: 'That you have checked the person’s password yourself' }),
    phone: phone.optional(),
    country: country.optional(),
    user_type: userType.optional(),
    locale: locale.optional(),
    client_ip: clientIp,
  }),
])

export const profileBody = z.strictObject({ account_id: acc, client_ip: clientIp })
export const codeBody = z.strictObject({
  channel: channel.optional(),
  call_mode: callMode.optional(),
  client_ip: clientIp,
})
export const factorBody = z.strictObject({ factor: loginFactor, client_ip: clientIp })
export const answerBody = z.strictObject({ code, client_ip: clientIp })
export const givenPhoneBody = z.strictObject({
  phone: phone.optional(),
  country: country.optional(),
  client_ip: clientIp,
})
export const pinBody = z.strictObject({ pin: z.string(), pin_confirmation: z.string(), client_ip: clientIp })

export const account = z
  .object({
    id: z.string(),
    username: z.string().nullable(),
    subject_id: z.string().nullable(),
    display_name: z.string(),
    user_type: z.string(),
    role: z.string().nullable(),
    locale: z.string().nullable(),
    phone: z.object({ current_masked: z.string().nullable(), pending_masked: z.string().nullable() }),
    organization_ids: z.array(z.string()),
    factor_override: z.enum(['default', 'required', 'exempt']),
  })
  .meta({ id: 'Account' })

export const session = z
  .object({
    token: z.string().meta({ description: 'Shown once; send it as `Authorization: Bearer kp_ses_…`' }),
    expires_at: time,
    account,
    amr: z
      .array(z.string())
      .meta({ description: 'What was shown, in the words of RFC 8176, besides `tel_press1` and `bypass`' }),
    assurance: z.enum(['single_factor', 'two_factor']),
    enroll_only: z.boolean().meta({ description: 'This session may only set up a factor' }),
  })
  .meta({ id: 'Session' })

const alternatives = z.array(loginFactor).meta({ description: 'Other ways that are open now' })
const masked = z.string().nullable()
const enrolment = { secret: z.string(), otpauth_url: z.string(), qr_svg: z.string() }

/** What the front end does next. One of these; only `action` decides which. */
export const next = z
  .discriminatedUnion('action', [
    z
      .object({
        action: z.literal('choose_profile'),
        profiles: z.array(z.object({ id: z.string(), display_name: z.string(), user_type: z.string() })),
      })
      .meta({ id: 'NextChooseProfile' }),
    z.object({ action: z.literal('send_code'), to_masked: z.string() }).meta({ id: 'NextSendCode' }),
    z
      .object({
        action: z.literal('choose_factor'),
        factors: z.array(z.object({ factor: loginFactor, hint: masked })),
      })
      .meta({ id: 'NextChooseFactor' }),
    z
      .object({
        action: z.enum(['enter_code', 'answer_call']),
        verification: verification
          .nullable()
          .meta({ description: 'Null: nothing could be sent; `resend_at` says when it can' }),
        resend_at: time.nullable(),
        alternatives,
      })
      .meta({ id: 'NextEnterCode' }),
    z
      .object({ action: z.enum(['enter_totp', 'enter_pin', 'enter_recovery_code', 'enter_bypass_code']) })
      .meta({ id: 'NextEnterSecret' }),
    z
      .object({
        action: z.literal('provide_phone'),
        current_masked: masked,
        pending_masked: masked,
        reason: z.enum(['missing', 'unproven', 'landline', 'failed', 'pending']),
        skippable: z.boolean().meta({ description: 'Whether `skip` leaves it for later' }),
      })
      .meta({ id: 'NextProvidePhone' }),
    z.object({ action: z.literal('enroll_totp'), ...enrolment }).meta({ id: 'NextEnrollTotp' }),
    z.object({ action: z.literal('enroll_pin') }).meta({ id: 'NextEnrollPin' }),
    z
      .object({
        action: z.literal('contact_support'),
        help_code: z.string().meta({ description: 'What the person reads to support' }),
        reason: z.string(),
        until: time.nullable().meta({ description: 'When it ends by itself; null: never' }),
      })
      .meta({ id: 'NextContactSupport' }),
    z
      .object({
        action: z.literal('done'),
        session: session.nullable().meta({ description: 'Null when it is read long after the login ended' }),
      })
      .meta({ id: 'NextDone' }),
  ])
  .meta({ id: 'Next' })

export const login = z
  .object({
    id: z.string(),
    status: z.enum(['pending', 'done', 'expired', 'failed']),
    version: z.int().meta({ description: 'Grows whenever something in this answer changes' }),
    expires_at: time,
    next,
  })
  .meta({ id: 'Login' })

export const startedLogin = login
  .extend({
    client_secret: z.string().meta({ description: 'Lets a page follow this one login; shown only here' }),
  })
  .meta({ id: 'StartedLogin' })

export const registration = z.object({ account, login: startedLogin }).meta({ id: 'Registration' })

export const introspectBody = z.strictObject({ token: z.string().min(1).max(200), client_ip: clientIp })
export const introspection = z
  .object({
    active: z.boolean(),
    account: account.nullable(),
    amr: z.array(z.string()),
    assurance: z.enum(['single_factor', 'two_factor']).nullable(),
    auth_time: time.nullable(),
    enroll_only: z.boolean(),
    expires_at: time.nullable(),
  })
  .meta({ id: 'Introspection' })
