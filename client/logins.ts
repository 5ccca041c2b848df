/**
 * Registrations, logins and sessions: what these calls take and answer.
 */
import type { Answer, CallOptions, FromBrowser, WaitQuery } from './answer.ts'
import type { ChosenChannel, Explanation, TypedCode, Verification } from './verifications.ts'

export type Factor = 'sms' | 'call' | 'totp' | 'pin'
export type LoginFactor = Factor | 'recovery_code'
export type Assurance = 'single_factor' | 'two_factor'
export type FactorOverride = 'default' | 'required' | 'exempt'

/** One profile of a person. */
export type Account = {
  id: string
  username: string | null
  subject_id: string | null
  display_name: string
  user_type: string
  role: string | null
  locale: string | null
  phone: { current_masked: string | null; pending_masked: string | null }
  organization_ids: string[]
  factor_override: FactorOverride
}

export type Session = {
  /** Shown once; send it as a token. */
  token: string
  expires_at: string
  account: Account
  /** What was shown, in the words of RFC 8176, besides `tel_press1` and `bypass`. */
  amr: string[]
  assurance: Assurance
  /** This session may only set up a factor. */
  enroll_only: boolean
}

/** An authenticator app to set up. */
export type TotpSetup = {
  /** Base32, for typing into an app; shown only here. */
  secret: string
  otpauth_url: string
  /** The same address as a picture to scan. */
  qr_svg: string
}

/** What the page does next: a `switch` on `action` that handles each of these handles every login. */
export type Next =
  | { action: 'choose_profile'; profiles: { id: string; display_name: string; user_type: string }[] }
  | { action: 'send_code'; to_masked: string }
  | { action: 'choose_factor'; factors: { factor: LoginFactor; hint: string | null }[] }
  | {
      action: 'enter_code' | 'answer_call'
      /** Null: nothing could be sent; `resend_at` says when it can. */
      verification: Verification | null
      resend_at: string | null
      alternatives: LoginFactor[]
    }
  | { action: 'enter_totp' | 'enter_pin' | 'enter_recovery_code' | 'enter_bypass_code' }
  | {
      action: 'provide_phone'
      current_masked: string | null
      pending_masked: string | null
      reason: 'missing' | 'unproven' | 'landline' | 'failed' | 'pending'
      /** Whether `skipLoginStep` leaves it for later. */
      skippable: boolean
    }
  | ({ action: 'enroll_totp' } & TotpSetup)
  | { action: 'enroll_pin' }
  | {
      action: 'contact_support'
      /** What the person reads to support. */
      help_code: string
      reason: string
      /** When it ends by itself; null: never. */
      until: string | null
    }
  | {
      action: 'done'
      /** Null when it is read long after the login ended. */
      session: Session | null
    }

export type Login = {
  id: string
  status: 'pending' | 'done' | 'expired' | 'failed'
  /** Grows whenever something in this answer changes. */
  version: number
  expires_at: string
  next: Next
}

/** `client_secret` lets a page follow this one login; it is shown only here. */
export type StartedLogin = Login & { client_secret: string }

export type Register = FromBrowser & {
  username: string
  password: string
  phone: string
  country?: string | undefined
  email?: string | undefined
  display_name?: string | undefined
  user_type?: string | undefined
  organization_id?: string | undefined
  locale?: string | undefined
}
export type Registration = { account: Account; login: StartedLogin }

/** With a password, or, where you keep the passwords yourself, with your own id of the person. */
export type StartLogin =
  | (FromBrowser & { username: string; password: string })
  | (FromBrowser & {
      subject_id: string
      /** That you have checked the person's password yourself. */
      password_checked: true
      phone?: string | undefined
      country?: string | undefined
      user_type?: string | undefined
      locale?: string | undefined
    })

export type ChosenProfile = FromBrowser & { account_id: string }
export type ChosenFactor = FromBrowser & { factor: LoginFactor }
export type GivenPhone = FromBrowser & { phone?: string | undefined; country?: string | undefined }
export type ChosenPin = FromBrowser & { pin: string; pin_confirmation: string }

type LoginAnswer = Promise<Answer<Login>>

export type LoginCalls = {
  /** Makes a new person, whose phone is to be proven. */
  register(body: Register, options?: CallOptions): Promise<Answer<Registration>>
  /** Begins a login: follow its `next`. */
  startLogin(body: StartLogin, options?: CallOptions): Promise<Answer<StartedLogin>>
  /** How a login stands, now or as soon as it moves. */
  readLogin(id: string, query?: WaitQuery, options?: CallOptions): LoginAnswer
  /** Answers `choose_profile`. */
  chooseProfile(id: string, body: ChosenProfile, options?: CallOptions): LoginAnswer
  /** Answers `send_code`, and sends again at `enter_code` and `answer_call`. */
  sendLoginCode(id: string, body?: ChosenChannel, options?: CallOptions): LoginAnswer
  /** Answers `choose_factor`. */
  chooseFactor(id: string, body: ChosenFactor, options?: CallOptions): LoginAnswer
  /** Answers everything that asks for a code or PIN. */
  answerLogin(id: string, body: TypedCode, options?: CallOptions): LoginAnswer
  /** Answers `provide_phone`; without a phone the code goes to the one that is pending. */
  providePhone(id: string, body?: GivenPhone, options?: CallOptions): LoginAnswer
  /** Answers `provide_phone` where it is `skippable`. */
  skipLoginStep(id: string, body?: FromBrowser, options?: CallOptions): LoginAnswer
  /** Answers `enroll_pin`. */
  choosePin(id: string, body: ChosenPin, options?: CallOptions): LoginAnswer
  /** Returns to `choose_factor`. */
  goBack(id: string, body?: FromBrowser, options?: CallOptions): LoginAnswer
  /** Why a login stands where it does. */
  explainLogin(id: string, options?: CallOptions): Promise<Answer<Explanation>>
}
