/**
 * Holds the client's types against the contract's schemas: tsc refuses this file when they differ. Nothing runs here.
 */
import type { z } from 'zod'
import type * as C from '#client/keypad.ts'
import type * as contract from '#core/contract.ts'
import type * as logins from '#core/login-contract.ts'
import type * as me from '#core/me-contract.ts'
import type * as owner from '#core/owner-contract.ts'
import type * as people from '#core/people-contract.ts'
import type { ProblemCode } from '#core/problem.ts'
import type * as acts from '#core/support-acts-contract.ts'
import type * as support from '#core/support-contract.ts'
import type * as webhooks from '#core/webhook-contract.ts'
import type { writeWebhook } from '#core/webhook.ts'

/** Intersections and aliases written out, so that only what they hold is compared. */
type Flat<T> = T extends readonly (infer Entry)[]
  ? Flat<Entry>[]
  : T extends object
    ? { [Field in keyof T]: Flat<T[Field]> }
    : T
type Same<A, B> =
  (<T>() => T extends Flat<A> ? 1 : 2) extends <T>() => T extends Flat<B> ? 1 : 2 ? true : [Flat<A>, Flat<B>]

type In<Schema extends z.ZodType> = z.input<Schema>
type Out<Schema extends z.ZodType> = z.output<Schema>

/** Each of these must be `true`. */
type Checks = {
  Problem: Same<Omit<C.Problem, 'code'>, Omit<Out<typeof contract.problem>, 'code'>>
  ProblemCode: Same<C.ProblemCode, ProblemCode>

  StartVerification: Same<C.StartVerification, In<typeof contract.startVerificationBody>>
  TypedCode: Same<C.TypedCode, In<typeof contract.checkCodeBody>>
  ChosenChannel: Same<C.ChosenChannel, In<typeof contract.sendAgainBody>>
  FromBrowser: Same<C.FromBrowser, In<typeof contract.emptyBody>>
  TypedPhone: Same<C.TypedPhone, In<typeof contract.phoneCheckBody>>
  ServedBody: Same<C.ServedCountries, In<typeof contract.servedCountriesBody>>
  Served: Same<C.ServedCountries, Out<typeof contract.servedCountries>>
  Delivery: Same<C.Delivery, Out<typeof contract.delivery>>
  Verification: Same<C.Verification, Out<typeof contract.verification>>
  StartedVerification: Same<C.StartedVerification, Out<typeof contract.startedVerification>>
  Explanation: Same<C.Explanation, Out<typeof contract.explanation>>
  PhoneCheck: Same<C.PhoneCheck, Out<typeof contract.phoneCheck>>

  Register: Same<C.Register, In<typeof logins.registrationBody>>
  Registration: Same<C.Registration, Out<typeof logins.registration>>
  StartLogin: Same<C.StartLogin, In<typeof logins.loginBody>>
  Profile: Same<C.ChosenProfile, In<typeof logins.profileBody>>
  LoginCode: Same<C.ChosenChannel, In<typeof logins.codeBody>>
  LoginFactor: Same<C.ChosenFactor, In<typeof logins.factorBody>>
  LoginAnswer: Same<C.TypedCode, In<typeof logins.answerBody>>
  GivenPhone: Same<C.GivenPhone, In<typeof logins.givenPhoneBody>>
  ChosenPin: Same<C.ChosenPin, In<typeof logins.pinBody>>
  Account: Same<C.Account, Out<typeof logins.account>>
  Session: Same<C.Session, Out<typeof logins.session>>
  Next: Same<C.Next, Out<typeof logins.next>>
  Login: Same<C.Login, Out<typeof logins.login>>
  StartedLogin: Same<C.StartedLogin, Out<typeof logins.startedLogin>>
  IntrospectBody: Same<C.IntrospectSession, In<typeof logins.introspectBody>>
  Introspection: Same<C.Introspection, Out<typeof logins.introspection>>

  ChangePhone: Same<C.ChangePhone, In<typeof me.changePhoneBody>>
  OwnCode: Same<C.OwnCode, In<typeof me.ownCodeBody>>
  OwnSend: Same<C.OwnSend, In<typeof me.ownSendBody>>
  NoBody: Same<C.Nothing, In<typeof me.noBody>>
  ChangePin: Same<C.ChangePin, In<typeof me.changePinBody>>
  ChangePassword: Same<C.ChangePassword, In<typeof me.changePasswordBody>>
  RequestReset: Same<C.RequestPasswordReset, In<typeof me.requestResetBody>>
  ConfirmReset: Same<C.ConfirmPasswordReset, In<typeof me.confirmResetBody>>
  Me: Same<C.Me, Out<typeof me.me>>
  PhoneChange: Same<C.PhoneChange, Out<typeof me.phoneChange>>
  ChangedPhone: Same<C.ChangedPhone, Out<typeof me.changedPhone>>
  TotpSetup: Same<C.TotpSetup, Out<typeof me.totpSetup>>
  RecoveryCodes: Same<C.RecoveryCodes, Out<typeof me.recoveryCodes>>
  OwnSessions: Same<C.Page<C.OwnSession>, Out<typeof me.ownSessions>>
  Nothing: Same<C.Nothing, Out<typeof me.nothing>>

  CreateAccount: Same<C.CreateAccount, In<typeof people.accountBody>>
  ChangeAccount: Same<C.ChangeAccount, In<typeof people.accountPatchBody>>
  CreateOrganization: Same<C.CreateOrganization, In<typeof people.organizationBody>>
  ReplacePolicy: Same<C.ReplacePolicy, In<typeof people.policyBody>>
  ReplaceOrganizationPolicy: Same<C.ReplaceOrganizationPolicy, In<typeof people.organizationPolicyBody>>
  Accounts: Same<C.Page<C.Account>, Out<typeof people.accountPage>>
  Organizations: Same<C.Page<C.Organization>, Out<typeof people.organizationPage>>
  Policies: Same<C.Page<C.Policy>, Out<typeof people.policyPage>>
  AccountPolicy: Same<C.AccountPolicy, Out<typeof people.accountPolicy>>

  PreviewPolicy: Same<C.PreviewPolicy, In<typeof owner.previewBody>>
  PolicyPreview: Same<C.PolicyPreview, Out<typeof owner.policyPreview>>
  SummaryQuery: Same<C.SummaryQuery, In<typeof owner.summaryQuery>>
  DeliverySummary: Same<C.DeliverySummary, Out<typeof owner.deliverySummary>>
  OwnActs: Same<C.Page<C.OwnAct>, Out<typeof owner.ownActs>>

  WithReason: Same<C.WithReason, In<typeof acts.reasonBody>>
  Unblock: Same<C.Unblock, In<typeof acts.unblockBody>>
  IssueBypass: Same<C.IssueBypass, In<typeof acts.bypassBody>>
  CorrectPhone: Same<C.CorrectPhone, In<typeof acts.correctPhoneBody>>
  RequestFactorReset: Same<C.RequestFactorReset, In<typeof acts.factorResetBody>>
  Unblocked: Same<C.Unblocked, Out<typeof acts.unblocked>>
  Bypass: Same<C.Bypass, Out<typeof acts.bypass>>
  TestMessage: Same<C.Delivery, Out<typeof acts.testMessage>>
  ResetLink: Same<C.ResetLink, Out<typeof acts.resetLink>>
  FactorResetState: Same<C.FactorResetState, Out<typeof acts.factorResetStatus>>
  FactorResets: Same<C.Page<C.FactorReset>, Out<typeof acts.factorResets>>

  FoundAccounts: Same<C.Page<C.FoundAccount>, Out<typeof support.foundAccounts>>
  SupportAccount: Same<C.SupportAccount, Out<typeof support.supportAccount>>
  Timeline: Same<C.Timeline, Out<typeof support.timelinePage>>
  ShownNumber: Same<C.ShownNumber, Out<typeof support.shownNumber>>
  AuditPage: Same<C.Page<C.AuditEntry>, Out<typeof support.auditPage>>
  AuditVerdict: Same<C.AuditVerdict, Out<typeof support.auditVerdict>>

  AddWebhook: Same<C.AddWebhook, In<typeof webhooks.webhookBody>>
  AddedWebhook: Same<C.AddedWebhook, Out<typeof webhooks.addedWebhook>>
  Webhooks: Same<C.Page<C.Webhook>, Out<typeof webhooks.webhookPage>>
  WebhookMessage: Same<C.WebhookMessage, Out<typeof webhooks.webhookMessage>>
  WebhookMessages: Same<C.Page<C.WebhookMessage>, Out<typeof webhooks.webhookMessages>>
  WebhookEvent: Same<Omit<C.WebhookEvent, 'data'>, Omit<ReturnType<typeof writeWebhook>, 'data'>>
}

/** The names of the checks that fail; this line is red when there is one, and tells which. */
export const failing: { [Name in keyof Checks as Checks[Name] extends true ? never : Name]: Checks[Name] } =
  {}
