/**
 * What people do for themselves, sessions and password resets: what these calls take and answer.
 */
import type { Answer, CallOptions, FromBrowser, Page, PageQuery } from './answer.ts'
import type { Account, Assurance, Factor, StartedLogin, TotpSetup } from './logins.ts'
import type { CallMode, Channel, Verification } from './verifications.ts'

export type OwnPhone = {
  /** The proven number; it is asked for at logins. */
  current_masked: string | null
  proven_at: string | null
  /** A number that waits for its code. */
  pending_masked: string | null
}

export type Me = {
  account: Account
  phone: OwnPhone
  factors: {
    /** A number is proven; it serves for texts and calls. */
    phone: boolean
    totp: boolean
    pin: boolean
    recovery_codes_left: number
  }
  policy: { required: boolean; factors: Factor[]; sentence: string }
  session: {
    id: string
    amr: string[]
    assurance: Assurance
    enroll_only: boolean
    auth_time: string
    expires_at: string
  }
}

export type PhoneChange = { phone: OwnPhone; verification: Verification }
export type ChangedPhone = { phone: OwnPhone }
/** Each works once; shown only here. */
export type RecoveryCodes = { codes: string[] }

export type OwnSession = {
  id: string
  /** Whether it is the one that asks. */
  current: boolean
  amr: string[]
  assurance: Assurance
  enroll_only: boolean
  auth_time: string
  used_at: string
  expires_at: string
}

export type ChangePhone = { phone: string; country?: string | undefined }
export type OwnCode = { code: string }
export type OwnSend = { channel?: Channel | undefined; call_mode?: CallMode | undefined }
export type ChangePin = {
  /** Without it a second factor must be fresh. */
  current_pin?: string | undefined
  pin: string
  pin_confirmation: string
}
export type ChangePassword = { current_password: string; new_password: string }
export type IntrospectSession = FromBrowser & { token: string }
export type RequestPasswordReset = FromBrowser & { username: string }
export type ConfirmPasswordReset = FromBrowser & {
  /** What stands after `token=` in the link. */
  token: string
  new_password: string
}

/** What a session's token is worth. */
export type Introspection = {
  active: boolean
  account: Account | null
  amr: string[]
  assurance: Assurance | null
  auth_time: string | null
  enroll_only: boolean
  expires_at: string | null
}

/** Nothing but that it is done. */
export type Nothing = Record<string, never>

export type MeCalls = {
  /** Who is logged in, with which factors and rules. */
  readMe(options?: CallOptions): Promise<Answer<Me>>
  /** Begins a login that freshens the second factor; its `done` brings a new token and ends this one. */
  stepUp(body?: Nothing, options?: CallOptions): Promise<Answer<StartedLogin>>
  /** Saves a new number and sends it a code. */
  changeOwnPhone(body: ChangePhone, options?: CallOptions): Promise<Answer<PhoneChange>>
  /** Proves the new number. */
  checkOwnPhoneCode(body: OwnCode, options?: CallOptions): Promise<Answer<ChangedPhone>>
  /** Sends the new number its code again. */
  sendOwnPhoneCode(body?: OwnSend, options?: CallOptions): Promise<Answer<PhoneChange>>
  /** Forgets the new number. */
  dropOwnPendingPhone(options?: CallOptions): Promise<Answer<null>>
  /** Begins to set up an authenticator app. */
  setUpTotp(body?: Nothing, options?: CallOptions): Promise<Answer<TotpSetup>>
  /** Sets the app up with its first code. */
  confirmTotp(body: OwnCode, options?: CallOptions): Promise<Answer<Me>>
  /** Takes the app away, with its code. */
  disableTotp(body: OwnCode, options?: CallOptions): Promise<Answer<Me>>
  /** Sets or changes the PIN. */
  changeOwnPin(body: ChangePin, options?: CallOptions): Promise<Answer<Me>>
  /** Makes ten recovery codes in place of the old ones. */
  makeRecoveryCodes(body?: Nothing, options?: CallOptions): Promise<Answer<RecoveryCodes>>
  /** Changes the password. */
  changeOwnPassword(body: ChangePassword, options?: CallOptions): Promise<Answer<Me>>
  /** Where the person is logged in. */
  listOwnSessions(query?: PageQuery, options?: CallOptions): Promise<Answer<Page<OwnSession>>>
  /** Logs the person out somewhere. */
  endOwnSession(id: string, options?: CallOptions): Promise<Answer<null>>
  /** What a session's token is worth, for your back end. */
  introspectSession(body: IntrospectSession, options?: CallOptions): Promise<Answer<Introspection>>
  /** Mails a link to set a new password; answers alike for names that nobody has. */
  requestPasswordReset(body: RequestPasswordReset, options?: CallOptions): Promise<Answer<Nothing>>
  /** Sets a new password with the link's token. */
  confirmPasswordReset(body: ConfirmPasswordReset, options?: CallOptions): Promise<Answer<Nothing>>
}
