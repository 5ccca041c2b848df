/**
 * The tables of people: who they are, what they prove themselves with, how they log in. As in schema.ts every row
 * belongs to a tenant; what is personal is sealed (to be read) or marked (to be found).
 */
import type { Factor, FactorOverride, Rule } from '#core/policy.ts'
import type { LoginState, LoginStatus } from '#core/login-state.ts'
import { pgCore, sql } from './drizzle.ts'
import { at, bytes, tenants } from './schema.ts'

const {
  bigint,
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} = pgCore

const tenantId = () =>
  uuid('tenant_id')
    .notNull()
    .references(() => tenants.id)

/** A clinic inside a tenant. */
export const organizations = pgTable(
  'organizations',
  {
    id: uuid('id').notNull(),
    tenantId: tenantId(),
    name: text('name').notNull(),
    country: text('country').notNull(),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
)

/** A username with its password: what several accounts of one person may share. */
export const credentials = pgTable(
  'credentials',
  {
    id: uuid('id').notNull(),
    tenantId: tenantId(),
    usernameMark: bytes('username_mark').notNull(),
    usernameSealed: text('username_sealed').notNull(),
    /** Null: no password yet; nobody gets in with it. */
    passwordHash: text('password_hash'),
    passwordChangedAt: at('password_changed_at'),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex('credentials_username').on(t.tenantId, t.usernameMark),
  ],
)

/** A profile. Never merged with another by name, e-mail or phone. */
export const accounts = pgTable(
  'accounts',
  {
    id: uuid('id').notNull(),
    tenantId: tenantId(),
    credentialId: uuid('credential_id'),
    /** The portal's own id, where the portal keeps the passwords. */
    subjectId: text('subject_id'),
    displayName: text('display_name').notNull(),
    userType: text('user_type').notNull(),
    role: text('role'),
    locale: text('locale'),
    emailSealed: text('email_sealed'),
    factorOverride: text('factor_override').$type<FactorOverride>().notNull().default('default'),
    /** The proven number. */
    phoneSealed: text('phone_sealed'),
    phoneMark: bytes('phone_mark'),
    phoneMasked: text('phone_masked'),
    phoneCountry: text('phone_country'),
    phoneProvenAt: at('phone_proven_at'),
    /** A number that nobody has proven yet, beside the proven one or instead of one. */
    pendingSealed: text('pending_sealed'),
    pendingMark: bytes('pending_mark'),
    pendingMasked: text('pending_masked'),
    pendingCountry: text('pending_country'),
    pendingLineType: text('pending_line_type'),
    /** Why it did not come to a proof so far: `landline`, `failed`; null: nothing is known against it. */
    pendingFault: text('pending_fault').$type<'landline' | 'failed'>(),
    pendingAt: at('pending_at'),
    /** The budget over all factors, channels and logins. */
    failuresInRow: smallint('failures_in_row').notNull().default(0),
    lockStep: smallint('lock_step').notNull().default(0),
    lockedUntil: at('locked_until'),
    failedAt: at('failed_at')
      .array()
      .notNull()
      .default(sql`'{}'`),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'accounts_of_credential',
      columns: [t.tenantId, t.credentialId],
      foreignColumns: [credentials.tenantId, credentials.id],
    }),
    uniqueIndex('accounts_subject')
      .on(t.tenantId, t.subjectId)
      .where(sql`subject_id is not null`),
    index('accounts_credential').on(t.tenantId, t.credentialId),
    index('accounts_phone').on(t.tenantId, t.phoneMark),
    index('accounts_pending_phone').on(t.tenantId, t.pendingMark),
  ],
)

const accountOf = (name: string, t: { tenantId: unknown; accountId: unknown }) =>
  foreignKey({
    name,
    columns: [t.tenantId, t.accountId] as never,
    foreignColumns: [accounts.tenantId, accounts.id] as never,
  }).onDelete('cascade')

/** Which clinics an account is linked to. */
export const memberships = pgTable(
  'memberships',
  {
    tenantId: tenantId(),
    accountId: uuid('account_id').notNull(),
    organizationId: uuid('organization_id').notNull(),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.accountId, t.organizationId] }),
    accountOf('memberships_of_account', t),
    foreignKey({
      name: 'memberships_of_organization',
      columns: [t.tenantId, t.organizationId],
      foreignColumns: [organizations.tenantId, organizations.id],
    }),
  ],
)

/** Who needs which factors: a rule of a tenant, of a tenant for one country, or of an organization, per user type. */
export const policies = pgTable(
  'policies',
  {
    id: uuid('id').primaryKey(),
    tenantId: tenantId(),
    organizationId: uuid('organization_id'),
    userType: text('user_type').notNull(),
    country: text('country'),
    rule: jsonb('rule').$type<Rule>().notNull(),
    changedAt: at('changed_at').notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('policies_place').on(
      t.tenantId,
      t.userType,
      sql`coalesce(organization_id::text, '')`,
      sql`coalesce(country, '')`,
    ),
    foreignKey({
      name: 'policies_of_organization',
      columns: [t.tenantId, t.organizationId],
      foreignColumns: [organizations.tenantId, organizations.id],
    }),
  ],
)

/** Authenticator apps, PINs and recovery codes. A phone is a column of its account. */
export const authenticators = pgTable(
  'authenticators',
  {
    id: uuid('id').notNull(),
    tenantId: tenantId(),
    accountId: uuid('account_id').notNull(),
    kind: text('kind').$type<Exclude<Factor, 'sms' | 'call'> | 'recovery_code'>().notNull(),
    /** An authenticator app's secret. */
    secretSealed: text('secret_sealed'),
    /** A PIN's argon2 hash. */
    hash: text('hash'),
    /** A recovery code's mark. */
    mark: bytes('mark'),
    /** The last accepted time step of an app; none up to it is accepted again. */
    lastStep: bigint('last_step', { mode: 'number' }),
    /** Null: an app that nobody has confirmed; it counts for nothing. */
    confirmedAt: at('confirmed_at'),
    /** When a recovery code was used up. */
    usedAt: at('used_at'),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    accountOf('authenticators_of_account', t),
    index('authenticators_account').on(t.tenantId, t.accountId),
  ],
)

/** A login in progress, a registration or a step-up. */
export const logins = pgTable(
  'logins',
  {
    id: uuid('id').notNull(),
    tenantId: tenantId(),
    credentialId: uuid('credential_id'),
    accountId: uuid('account_id'),
    status: text('status').$type<LoginStatus>().notNull().default('pending'),
    /** Grows whenever `next` changes; what the answer shows adds the version of the running verification. */
    version: integer('version').notNull().default(1),
    state: jsonb('state').$type<LoginState>().notNull(),
    verificationId: uuid('verification_id'),
    sessionId: uuid('session_id'),
    createdAt: at('created_at').notNull().defaultNow(),
    expiresAt: at('expires_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    accountOf('logins_of_account', t),
    index('logins_account').on(t.tenantId, t.accountId),
    index('logins_expiry').on(t.expiresAt),
  ],
)

/** Logged-in people. Only the SHA-256 of a token is kept. */
export const sessions = pgTable(
  'sessions',
  {
    id: uuid('id').notNull(),
    tenantId: tenantId(),
    accountId: uuid('account_id').notNull(),
    tokenHash: bytes('token_hash').notNull(),
    amr: text('amr').array().notNull(),
    assurance: text('assurance').$type<'single_factor' | 'two_factor'>().notNull(),
    enrollOnly: boolean('enroll_only').notNull(),
    /** When the person proved who they are, and when a second factor was last shown. */
    authAt: at('auth_at').notNull().defaultNow(),
    factorAt: at('factor_at'),
    usedAt: at('used_at').notNull().defaultNow(),
    expiresAt: at('expires_at').notNull(),
    endedAt: at('ended_at'),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    accountOf('sessions_of_account', t),
    uniqueIndex('sessions_token').on(t.tokenHash),
    index('sessions_account').on(t.tenantId, t.accountId),
    index('sessions_expiry').on(t.expiresAt),
  ],
)

/** What a person reads to support over the phone, so that both look at the same login. */
export const helpCodes = pgTable(
  'help_codes',
  {
    tenantId: tenantId(),
    code: text('code').notNull(),
    accountId: uuid('account_id'),
    loginId: uuid('login_id'),
    createdAt: at('created_at').notNull().defaultNow(),
    expiresAt: at('expires_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.code] }),
    index('help_codes_login').on(t.tenantId, t.loginId),
    index('help_codes_expiry').on(t.expiresAt),
  ],
)

/** Single-use links with which a password is set anew. */
export const passwordResets = pgTable(
  'password_resets',
  {
    id: uuid('id').notNull(),
    tenantId: tenantId(),
    credentialId: uuid('credential_id').notNull(),
    tokenHash: bytes('token_hash').notNull(),
    createdAt: at('created_at').notNull().defaultNow(),
    expiresAt: at('expires_at').notNull(),
    usedAt: at('used_at'),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex('password_resets_token').on(t.tokenHash),
    index('password_resets_credential').on(t.tenantId, t.credentialId),
  ],
)
