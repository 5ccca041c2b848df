/**
 * What staff read and do for people: what these calls take and answer.
 */
import type { Answer, CallOptions, FromBrowser, Page, PageQuery } from './answer.ts'
import type { Account, Factor, LoginFactor } from './logins.ts'
import type { Delivery } from './verifications.ts'

type Phones = Account['phone']

export type SearchWay =
  | 'help_code'
  | 'account_id'
  | 'login_id'
  | 'verification_id'
  | 'delivery_id'
  | 'request_id'
  | 'carrier_sid'
  | 'phone'
  | 'pending_phone'
  | 'username'
  | 'subject_id'

export type FoundAccount = {
  id: string
  display_name: string
  username: string | null
  user_type: string
  phone: Phones
  /** By what the account was found. */
  matched_by: SearchWay
}

export type SupportLimit = {
  limit: 'account' | 'wrong_answers' | 'number' | 'pending_number'
  /** Whether it stops the patient now. */
  is_on: boolean
  since: string | null
  /** When it ends by itself; null while it is on: never. */
  until: string | null
  /** Whether `unblockAccount` ends it now. */
  can_unblock: boolean
  used: number | null
  max: number | null
  sentence: string
}

/** How a person stands. */
export type SupportAccount = {
  account: Account
  /** How it stands, in one sentence. */
  verdict: string
  /** A stable word for it. */
  verdict_code: string
  cause: string
  tell_patient: string
  remedy: string
  /** Ids of the events that it rests on, newest first. */
  evidence: string[]
  factors: {
    phone: Phones & { proven_at: string | null }
    totp: boolean
    pin: boolean
    recovery_codes: number
  }
  limits: SupportLimit[]
  /** Factor resets that wait for a decision. */
  requests: {
    id: string
    factor: string
    status: string
    requested_by: string
    created_at: string
    expires_at: string
  }[]
  help_codes: { code: string; login_id: string | null; created_at: string; expires_at: string }[]
  policy: { required: boolean; factors: Factor[]; sentence: string }
}

export type TimelineEntry = {
  id: string
  at: string
  kind: string
  /** What happened, in plain words. */
  sentence: string
  cause: string
  tell_patient: string
  /** What staff can do. */
  remedy: string
  /** For whoever builds or runs the system; holds no phone, code or name. */
  technical: Record<string, unknown>
}

/** `text`: the page without personal data, for a ticket. */
export type Timeline = Page<TimelineEntry> & { text: string }
export type ShownNumber = { phone: string | null; pending: string | null }

/** BCP 47 tag of the language for the sentences; the tenant's by default. */
export type LocaleQuery = { locale?: string | undefined }
export type SearchQuery = PageQuery & { q: string }

export type FactorResetStatus = 'waiting' | 'done' | 'approved' | 'rejected' | 'expired'
export type FactorReset = {
  id: string
  account_id: string
  display_name: string
  factor: string
  reason: string
  identity_checks: IdentityCheck[]
  requested_by: string
  status: FactorResetStatus
  created_at: string
  expires_at: string
  decided_by: string | null
  decided_reason: string | null
  decided_at: string | null
}
export type FactorResetState = { id: string; status: FactorResetStatus }

export type IdentityCheck = { kind: string; passed: boolean }
export type WithReason = FromBrowser & {
  /** Why; kept in the audit trail. */
  reason: string
}
export type Unblock = WithReason & { limit?: 'account' | 'number' | undefined }
export type Unblocked = { limit: string; was_limited: boolean }
export type IssueBypass = WithReason & { identity_checks: IdentityCheck[] }
/** `code` is shown once; null where the next login needs none. */
export type Bypass = { kind: 'code' | 'open'; code: string | null; expires_at: string }
export type CorrectPhone = WithReason & { phone: string; country?: string | undefined }
export type RequestFactorReset = IssueBypass & { factor: LoginFactor }
export type ResetLink = { link: string; expires_at: string }

export type SupportCalls = {
  /** Finds people by help code, phone, username, your id, or any id of Keypad or the carrier. */
  searchAccounts(query: SearchQuery, options?: CallOptions): Promise<Answer<Page<FoundAccount>>>
  /** How a person stands: one verdict, and what it rests on. */
  readSupportAccount(id: string, query?: LocaleQuery, options?: CallOptions): Promise<Answer<SupportAccount>>
  /** What happened to a person, newest first, in plain words. */
  readTimeline(id: string, query?: LocaleQuery & PageQuery, options?: CallOptions): Promise<Answer<Timeline>>
  /** The numbers on file in full; noted in the audit trail. */
  showNumber(id: string, body: WithReason, options?: CallOptions): Promise<Answer<ShownNumber>>
  /** Lifts a pause. */
  unblockAccount(id: string, body: Unblock, options?: CallOptions): Promise<Answer<Unblocked>>
  /** Gives somebody one login without their factor. */
  issueBypass(id: string, body: IssueBypass, options?: CallOptions): Promise<Answer<Bypass>>
  /** Sets the number that somebody is to prove. */
  correctPhone(id: string, body: CorrectPhone, options?: CallOptions): Promise<Answer<Account>>
  /** Sends a text without a code. */
  sendTestMessage(id: string, body: WithReason, options?: CallOptions): Promise<Answer<Delivery>>
  /** Makes a link with which somebody sets a new password. */
  resetPassword(id: string, body: WithReason, options?: CallOptions): Promise<Answer<ResetLink>>
  /** Takes a factor away, or asks a second person to decide. */
  requestFactorReset(
    id: string,
    body: RequestFactorReset,
    options?: CallOptions,
  ): Promise<Answer<FactorResetState>>
  /** Requests for resets, newest first. */
  listFactorResets(query?: PageQuery, options?: CallOptions): Promise<Answer<Page<FactorReset>>>
  /** Decides that a factor is taken away. */
  approveFactorReset(id: string, body: WithReason, options?: CallOptions): Promise<Answer<FactorResetState>>
  /** Decides that it stays. */
  rejectFactorReset(id: string, body: WithReason, options?: CallOptions): Promise<Answer<FactorResetState>>
}
