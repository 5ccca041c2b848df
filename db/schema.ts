/**
 * The tables. Every row belongs to a tenant; ids are UUID v7, so that new rows land at the end of each index.
 * What is secret or personal is sealed (readable with the key ring) or marked (only to be found again).
 */
import type { CallMode, Channel, Purpose, VerificationStatus } from '#core/verification.ts'
import type { DeliveryReason, DeliveryStatus } from '#core/delivery.ts'
import { pgCore, sql } from './drizzle.ts'

const {
  bigint,
  customType,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uniqueIndex,
  uuid,
  boolean,
} = pgCore

/** Bytes. */
export const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })
/** A moment, with its zone. */
export const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

/** A portal and its clinics. */
export const tenants = pgTable('tenants', {
  id: uuid('id').primaryKey(),
  name: text('name').notNull(),
  country: text('country').notNull(),
  locale: text('locale').notNull(),
  /** ISO codes of the countries it sends to; null: all. */
  servedCountries: text('served_countries').array(),
  /** The host in the last line of a text, where the portal's page is; null: the host of PUBLIC_URL. */
  host: text('host'),
  /** Texts and calls name no brand: nobody near the phone learns where the person has an account. */
  discreet: boolean('discreet').notNull().default(false),
  /** Whether FIXED_LINE_OR_MOBILE numbers are settled by the carrier's Lookup. */
  lookup: boolean('lookup').notNull().default(false),
  createdAt: at('created_at').notNull().defaultNow(),
})

/** API keys of a tenant; only their SHA-256 is kept. */
export const apiKeys = pgTable(
  'api_keys',
  {
    id: uuid('id').primaryKey(),
    tenantId: uuid('tenant_id')
      .notNull()
      .references(() => tenants.id),
    kind: text('kind').$type<'secret' | 'publishable'>().notNull(),
    hash: bytes('hash').notNull(),
    scopes: text('scopes').array().notNull(),
    origins: text('origins').array().notNull(),
    createdAt: at('created_at').notNull().defaultNow(),
    revokedAt: at('revoked_at'),
  },
  (t) => [uniqueIndex('api_keys_hash').on(t.hash), index('api_keys_tenant').on(t.tenantId)],
)

/** One attempt to prove that a phone is at hand. */
export const verifications = pgTable(
  'verifications',
  {
    id: uuid('id').notNull(),
    tenantId: uuid('tenant_id').notNull(),
    subjectId: text('subject_id'),
    /** The account whose login or number change this belongs to; such a verification answers to that flow alone. */
    accountId: uuid('account_id'),
    purpose: text('purpose').$type<Purpose>().notNull(),
    phoneMark: bytes('phone_mark').notNull(),
    prefixMark: bytes('prefix_mark').notNull(),
    phoneSealed: text('phone_sealed').notNull(),
    toMasked: text('to_masked').notNull(),
    country: text('country').notNull(),
    lineType: text('line_type').notNull(),
    locale: text('locale').notNull(),
    brand: text('brand').notNull(),
    channel: text('channel').$type<Channel>().notNull(),
    callMode: text('call_mode').$type<CallMode>(),
    status: text('status').$type<VerificationStatus>().notNull().default('pending'),
    version: integer('version').notNull().default(1),
    tries: smallint('tries').notNull().default(0),
    sends: smallint('sends').notNull().default(1),
    /** Wiped when the verification ends. */
    codeSealed: text('code_sealed'),
    codeMark: bytes('code_mark'),
    matchDigits: text('match_digits'),
    createdAt: at('created_at').notNull().defaultNow(),
    expiresAt: at('expires_at').notNull(),
    resendAt: at('resend_at').notNull(),
    endedAt: at('ended_at'),
  },
  (t) => [
    primaryKey({ columns: [t.id, t.tenantId] }),
    uniqueIndex('verifications_one_live')
      .on(t.tenantId, t.subjectId, t.purpose)
      .where(sql`status = 'pending' and subject_id is not null`),
    index('verifications_account')
      .on(t.accountId)
      .where(sql`account_id is not null`),
    index('verifications_expiry')
      .on(t.expiresAt)
      .where(sql`status = 'pending'`),
  ],
)

/** One text or call on its way to a phone: the truth about it, and the outbox of the queue. */
export const deliveries = pgTable(
  'deliveries',
  {
    id: uuid('id').notNull(),
    tenantId: uuid('tenant_id').notNull(),
    /** What it carries: the code of a verification, or the words of a notice. */
    verificationId: uuid('verification_id'),
    noticeId: uuid('notice_id'),
    phoneMark: bytes('phone_mark').notNull(),
    channel: text('channel').$type<Channel>().notNull(),
    callMode: text('call_mode').$type<CallMode>(),
    /** Lower goes first: 1 for logins, 2 for everything else. */
    priority: smallint('priority').notNull(),
    status: text('status').$type<DeliveryStatus>().notNull().default('queued'),
    reason: text('reason').$type<DeliveryReason>(),
    carrierRef: text('carrier_ref'),
    carrierCode: integer('carrier_code'),
    /** Posts that the carrier surely refused to take so far, plus the one under way. */
    posts: smallint('posts').notNull().default(0),
    createdAt: at('created_at').notNull().defaultNow(),
    /** When a worker may take it (again). Null while a post is under way or its outcome is recorded. */
    dueAt: at('due_at'),
    sendingAt: at('sending_at'),
    /** When the sweeper looks at an unsettled row next. */
    checkAt: at('check_at'),
    /** Whether the carrier finished its answer to a post whose outcome is unknown. */
    carrierAnswered: boolean('carrier_answered').notNull().default(false),
    answeredAt: at('answered_at'),
    wrongKeys: smallint('wrong_keys').notNull().default(0),
    repeats: smallint('repeats').notNull().default(0),
    changedAt: at('changed_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.id, t.tenantId] }),
    foreignKey({
      name: 'deliveries_of_verification',
      columns: [t.verificationId, t.tenantId],
      foreignColumns: [verifications.id, verifications.tenantId],
    }).onDelete('cascade'),
    index('deliveries_verification').on(t.verificationId),
    index('deliveries_carrier_ref')
      .on(t.carrierRef)
      .where(sql`carrier_ref is not null`),
    index('deliveries_notice')
      .on(t.noticeId)
      .where(sql`notice_id is not null`),
    index('deliveries_due')
      .on(t.dueAt)
      .where(sql`due_at is not null`),
    index('deliveries_check')
      .on(t.checkAt)
      .where(sql`check_at is not null`),
    uniqueIndex('deliveries_one_live_call')
      .on(t.phoneMark)
      .where(sql`channel = 'call' and status in ('queued','sending','unknown','sent','ringing','answered')`),
  ],
)

/** When sends went to a number, or for a subject: the ledger behind the limits that guard them. */
export const sendLedger = pgTable('send_ledger', {
  mark: bytes('mark').primaryKey(),
  sentAt: timestamp('sent_at', { withTimezone: true, mode: 'date' }).array().notNull(),
})

/** When an approval last cleared the short windows of a number or subject: sends before this count for the day only. */
export const sendClearings = pgTable('send_clearings', {
  mark: bytes('mark').primaryKey(),
  clearedAt: at('cleared_at').notNull(),
})

/** Counted windows: sends of an address, tenant, country or number prefix. Slots spread the writes to one hot key. */
export const sendCounters = pgTable(
  'send_counters',
  {
    mark: bytes('mark').notNull(),
    slot: smallint('slot').notNull(),
    windowAt: at('window_at').notNull(),
    sends: integer('sends').notNull(),
    approved: integer('approved').notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.mark, t.windowAt, t.slot] }),
    index('send_counters_window').on(t.windowAt),
  ],
)

/** Numbers that an approved verification of a subject proved; what `press_1` asks for. */
export const provenNumbers = pgTable(
  'proven_numbers',
  {
    tenantId: uuid('tenant_id').notNull(),
    subjectId: text('subject_id').notNull(),
    phoneMark: bytes('phone_mark').notNull(),
    provenAt: at('proven_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.subjectId, t.phoneMark] })],
)

/** What happened, one row per change, written in the change's own transaction. Only ever added to. */
export const events = pgTable(
  'events',
  {
    id: bigint('id', { mode: 'bigint' }).primaryKey().generatedAlwaysAsIdentity(),
    tenantId: uuid('tenant_id').notNull(),
    at: at('at').notNull().defaultNow(),
    kind: text('kind').notNull(),
    actor: text('actor').notNull(),
    verificationId: uuid('verification_id'),
    deliveryId: uuid('delivery_id'),
    accountId: uuid('account_id'),
    loginId: uuid('login_id'),
    requestId: text('request_id'),
    data: jsonb('data'),
  },
  (t) => [
    index('events_verification').on(t.verificationId),
    index('events_time').using('brin', t.at),
    index('events_account')
      .on(t.accountId, t.id)
      .where(sql`account_id is not null`),
  ],
)

/**
 * The chain over a tenant's events: each link's hash covers the event and the link before. Links are added a moment
 * after the events, by one writer per tenant at a time, so that no writer of events waits for another.
 */
export const eventLinks = pgTable(
  'event_links',
  {
    tenantId: uuid('tenant_id').notNull(),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    eventId: bigint('event_id', { mode: 'bigint' }).notNull(),
    hash: bytes('hash').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.seq] }), uniqueIndex('event_links_event').on(t.eventId)],
)

/** Answers kept for an Idempotency-Key, sealed. */
export const idempotentAnswers = pgTable(
  'idempotent_answers',
  {
    tenantId: uuid('tenant_id').notNull(),
    keyMark: bytes('key_mark').notNull(),
    requestMark: bytes('request_mark').notNull(),
    status: smallint('status').notNull(),
    answerSealed: text('answer_sealed').notNull(),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.keyMark] }), index('idempotent_answers_age').on(t.createdAt)],
)

/** What the carrier's Lookup said of a number, for a while. */
export const lookups = pgTable('lookups', {
  phoneMark: bytes('phone_mark').primaryKey(),
  lineType: text('line_type').notNull(),
  lookedUpAt: at('looked_up_at').notNull().defaultNow(),
})

/** Signed callbacks that name no delivery we know (yet). Kept for the operator; they change nothing. */
export const parkedReceipts = pgTable('parked_receipts', {
  id: uuid('id').primaryKey(),
  carrierRef: text('carrier_ref').notNull(),
  status: text('status').notNull(),
  carrierCode: integer('carrier_code'),
  receivedAt: at('received_at').notNull().defaultNow(),
})
