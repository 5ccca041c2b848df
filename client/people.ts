/**
 * Accounts, organizations and policies: what these calls take and answer.
 */
import type { Answer, CallOptions, FromBrowser, Page, PageQuery } from './answer.ts'
import type { Account, Factor, FactorOverride } from './logins.ts'
import type { CallMode, Channel, DeliveryReason, DeliveryStatus } from './verifications.ts'

export type Role = 'viewer' | 'agent' | 'lead' | 'approver' | 'auditor' | 'admin' | 'owner'

/** What is asked of the people of one user type. */
export type Rule = {
  required: boolean
  /** Which factors count; where one is required and none is there, the first is enrolled. */
  factors: Factor[]
  /** Whether a login asks which factor, even where there is one only. */
  ask_factor: boolean
  default_call_mode: CallMode
  /** `strict`: the old number stops as soon as a new one is on file. */
  number_change: 'safe' | 'strict'
  /** Whether a second person decides when staff asks to reset a factor. */
  reset_approval: 'none' | 'second_person'
  /** Whether a one-time way in is a code to type, or lets the next login pass. */
  bypass: 'code' | 'open'
}

export type Policy = Rule & {
  level: 'tenant' | 'country' | 'organization'
  user_type: string
  organization_id: string | null
  country: string | null
  changed_at: string
}

export type RuleOrigin = {
  level: 'default' | 'tenant' | 'country' | 'organization' | 'override'
  organization_id?: string | undefined
  country?: string | undefined
}

export type AccountPolicy = Rule & {
  factor_override: FactorOverride
  /** Which rule decided whether a factor is required. */
  rule: RuleOrigin
  /** The other rules that were looked at. */
  beaten: RuleOrigin[]
  /** Which rule won and why, in English. */
  sentence: string
}

export type Organization = { id: string; name: string; country: string; created_at: string }

export type CreateAccount = FromBrowser & {
  username: string
  display_name: string
  user_type: string
  organization_ids?: string[] | undefined
  phone?: string | undefined
  country?: string | undefined
  email?: string | undefined
  /** For staff: what they may do for others. */
  role?: Role | undefined
  password?: string | undefined
  locale?: string | undefined
}
export type ChangeAccount = FromBrowser & { factor_override: FactorOverride }
export type CreateOrganization = FromBrowser & { name: string; country: string }
/** What is left out has its default again. */
export type ReplaceOrganizationPolicy = { [Field in keyof Rule]?: Rule[Field] | undefined }
/** With `country`: the rule for accounts linked to an organization of this country. */
export type ReplacePolicy = ReplaceOrganizationPolicy & { country?: string | undefined }

/** A rule that is tried, and where it would stand. */
export type PreviewPolicy = {
  user_type: string
  organization_id?: string | undefined
  country?: string | undefined
  rule: ReplaceOrganizationPolicy
}
export type PolicyPreview = {
  /** Accounts that the rule is about. */
  people: number
  /** Of these: who needs a second factor now, and who would. */
  required_now: number
  required: number
  /** Who would need one and has none that counts: the next login has them set one up. */
  lack: number
  /** Some of those, newest first. */
  examples: { account_id: string; display_name: string }[]
  /** Only the newest 10,000 were looked at. */
  is_partial: boolean
}

/** Days in UTC, as `2026-11-22`; at most 31. */
export type SummaryQuery = { from: string; to: string }
/** Seconds since the send was asked for. */
export type SendTimes = { count: number; median: number | null; p95: number | null }
export type DeliverySummary = {
  from: string
  until: string
  verifications: { day: string; status: string; count: number }[]
  deliveries: {
    day: string
    channel: Channel
    status: DeliveryStatus
    reason: DeliveryReason | null
    count: number
    /** How many of them the carrier took. */
    accepted: number
  }[]
  times: { accepted: SendTimes; delivered: SendTimes }
}

export type OwnAct = {
  id: string
  at: string
  kind: string
  account_id: string | null
  reason: string | null
}

export type PeopleCalls = {
  /** Makes an account; a known username gets one more. */
  createAccount(body: CreateAccount, options?: CallOptions): Promise<Answer<Account>>
  /** All accounts, newest first. */
  listAccounts(query?: PageQuery, options?: CallOptions): Promise<Answer<Page<Account>>>
  /** One account. */
  readAccount(id: string, options?: CallOptions): Promise<Answer<Account>>
  /** Overrides what the rules ask of one account. */
  changeAccount(id: string, body: ChangeAccount, options?: CallOptions): Promise<Answer<Account>>
  /** Which rule holds for an account, and why. */
  readAccountPolicy(id: string, options?: CallOptions): Promise<Answer<AccountPolicy>>
  /** Links an account to an organization. */
  addMembership(
    id: string,
    orgId: string,
    body?: FromBrowser,
    options?: CallOptions,
  ): Promise<Answer<Account>>
  /** Takes that link away. */
  removeMembership(id: string, orgId: string, options?: CallOptions): Promise<Answer<null>>
  /** Makes an organization. */
  createOrganization(body: CreateOrganization, options?: CallOptions): Promise<Answer<Organization>>
  /** All organizations, newest first. */
  listOrganizations(query?: PageQuery, options?: CallOptions): Promise<Answer<Page<Organization>>>
  /** One organization. */
  readOrganization(id: string, options?: CallOptions): Promise<Answer<Organization>>
  /** All rules, newest first. */
  listPolicies(query?: PageQuery, options?: CallOptions): Promise<Answer<Page<Policy>>>
  /** Replaces the rule of a user type. */
  replacePolicy(userType: string, body: ReplacePolicy, options?: CallOptions): Promise<Answer<Policy>>
  /** Replaces the rule of a user type in one organization. */
  replaceOrganizationPolicy(
    orgId: string,
    userType: string,
    body: ReplaceOrganizationPolicy,
    options?: CallOptions,
  ): Promise<Answer<Policy>>
  /** Tries a rule: who would need a second factor, and who lacks one. */
  previewPolicy(body: PreviewPolicy, options?: CallOptions): Promise<Answer<PolicyPreview>>
  /** What became of the codes, by day. */
  readDeliverySummary(query: SummaryQuery, options?: CallOptions): Promise<Answer<DeliverySummary>>
  /** What whoever asks did as staff, newest first. */
  listOwnActs(query?: PageQuery, options?: CallOptions): Promise<Answer<Page<OwnAct>>>
}
