/**
 * The contract's schemas of what people change for themselves, and of password resets.
 */
import { z } from 'zod'
import { callMode, channel, clientIp, code, country, phone, time, verification } from './contract.ts'
import { account, password, username } from './login-contract.ts'
import { FACTORS } from './policy.ts'

export const changePhoneBody = z.strictObject({ phone, country: country.optional() })
export const ownCodeBody = z.strictObject({ code })
export const ownSendBody = z.strictObject({ channel: channel.optional(), call_mode: callMode.optional() })
export const noBody = z.strictObject({})

const pin = z.string().max(100).meta({ description: 'A PIN as the person types it', example: '402 917' })
export const changePinBody = z.strictObject({
  current_pin: pin
    .optional()
    .meta({ description: 'The PIN so far; without it a second factor must be fresh', example: '850 316' }),
  pin,
  pin_confirmation: pin,
})

export const changePasswordBody = z.strictObject({ current_password: password, new_password: password })
export const requestResetBody = z.strictObject({ username, client_ip: clientIp })
export const confirmResetBody = z.strictObject({
  token: z.string().min(1).max(200).meta({ description: 'What stands after `token=` in the link' }),
  new_password: password,
  client_ip: clientIp,
})

export const listQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(64).optional().meta({ description: 'The `next_cursor` of the page before' }),
})

const masked = z.string().nullable()

const ownPhone = z
  .object({
    current_masked: masked.meta({ description: 'The proven number; it is asked for at logins' }),
    proven_at: time.nullable(),
    pending_masked: masked.meta({ description: 'A number that waits for its code' }),
  })
  .meta({ id: 'OwnPhone' })

export const me = z
  .object({
    account,
    phone: ownPhone,
    factors: z.object({
      phone: z.boolean().meta({ description: 'A number is proven; it serves for texts and calls' }),
      totp: z.boolean().meta({ description: 'An authenticator app is confirmed' }),
      pin: z.boolean(),
      recovery_codes_left: z.int(),
    }),
    policy: z.object({
      required: z.boolean(),
      factors: z.array(z.enum(FACTORS)),
      sentence: z.string().meta({ description: 'Which rule holds, and why' }),
    }),
    session: z.object({
      id: z.string(),
      amr: z.array(z.string()),
      assurance: z.enum(['single_factor', 'two_factor']),
      enroll_only: z.boolean(),
      auth_time: time,
      expires_at: time,
    }),
  })
  .meta({ id: 'Me' })

export const phoneChange = z.object({ phone: ownPhone, verification }).meta({ id: 'PhoneChange' })
export const changedPhone = z.object({ phone: ownPhone }).meta({ id: 'ChangedPhone' })

export const totpSetup = z
  .object({
    secret: z.string().meta({ description: 'Base32, for typing into an app; shown only here' }),
    otpauth_url: z.string(),
    qr_svg: z.string().meta({ description: 'The same address as a picture to scan' }),
  })
  .meta({ id: 'TotpSetup' })

export const recoveryCodes = z
  .object({ codes: z.array(z.string()).meta({ description: 'Each works once; shown only here' }) })
  .meta({ id: 'RecoveryCodes' })

const ownSession = z
  .object({
    id: z.string(),
    current: z.boolean().meta({ description: 'Whether it is the one that asks' }),
    amr: z.array(z.string()),
    assurance: z.enum(['single_factor', 'two_factor']),
    enroll_only: z.boolean(),
    auth_time: time,
    used_at: time,
    expires_at: time,
  })
  .meta({ id: 'OwnSession' })

export const ownSessions = z
  .object({ data: z.array(ownSession), has_more: z.boolean(), next_cursor: z.string().nullable() })
  .meta({ id: 'OwnSessions' })

export const nothing = z.object({}).meta({ id: 'Nothing' })
