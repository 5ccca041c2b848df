/**
 * The tables of support: requests that a second person decides, and what a tenant's own systems are told.
 */
import { accounts } from './people-schema.ts'
import { at, bytes, tenants } from './schema.ts'
import { pgCore, sql } from './drizzle.ts'

const { foreignKey, index, integer, jsonb, pgTable, primaryKey, smallint, text, uuid } = pgCore

/** One-time ways in that staff gave out. */
export const bypasses = pgTable(
  'bypasses',
  {
    id: uuid('id').notNull(),
    tenantId: uuid('tenant_id')
      .notNull()
      .references(() => tenants.id),
    accountId: uuid('account_id').notNull(),
    kind: text('kind').$type<'code' | 'open'>().notNull(),
    mark: bytes('mark'),
    issuedBy: text('issued_by').notNull(),
    createdAt: at('created_at').notNull().defaultNow(),
    expiresAt: at('expires_at').notNull(),
    usedAt: at('used_at'),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'bypasses_of_account',
      columns: [t.tenantId, t.accountId],
      foreignColumns: [accounts.tenantId, accounts.id],
    }).onDelete('cascade'),
    index('bypasses_account').on(t.tenantId, t.accountId),
  ],
)

/** A factor that staff asks to have removed. Where the policy wants it, somebody else decides. */
export const factorResets = pgTable(
  'factor_resets',
  {
    id: uuid('id').notNull(),
    tenantId: uuid('tenant_id')
      .notNull()
      .references(() => tenants.id),
    accountId: uuid('account_id').notNull(),
    factor: text('factor').notNull(),
    reason: text('reason').notNull(),
    identityChecks: jsonb('identity_checks').notNull(),
    /** The key's or account's id, as the events name it. */
    requestedBy: text('requested_by').notNull(),
    status: text('status').$type<'waiting' | 'done' | 'approved' | 'rejected' | 'expired'>().notNull(),
    decidedBy: text('decided_by'),
    decidedReason: text('decided_reason'),
    createdAt: at('created_at').notNull().defaultNow(),
    expiresAt: at('expires_at').notNull(),
    decidedAt: at('decided_at'),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'factor_resets_of_account',
      columns: [t.tenantId, t.accountId],
      foreignColumns: [accounts.tenantId, accounts.id],
    }).onDelete('cascade'),
    index('factor_resets_account').on(t.tenantId, t.accountId),
    index('factor_resets_waiting')
      .on(t.tenantId, t.id)
      .where(sql`status = 'waiting'`),
  ],
)

/** Where a tenant's systems want to hear of locks, bypasses, resets and denied calls. */
export const webhookEndpoints = pgTable(
  'webhook_endpoints',
  {
    id: uuid('id').notNull(),
    tenantId: uuid('tenant_id')
      .notNull()
      .references(() => tenants.id),
    url: text('url').notNull(),
    secretSealed: text('secret_sealed').notNull(),
    kinds: text('kinds').array().notNull(),
    createdAt: at('created_at').notNull().defaultNow(),
    removedAt: at('removed_at'),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
)

/** One message to one endpoint: the log of it, and its outbox. */
export const webhookMessages = pgTable(
  'webhook_messages',
  {
    id: uuid('id').notNull(),
    tenantId: uuid('tenant_id').notNull(),
    endpointId: uuid('endpoint_id').notNull(),
    kind: text('kind').notNull(),
    payload: jsonb('payload').notNull(),
    status: text('status').$type<'waiting' | 'sent' | 'failed'>().notNull().default('waiting'),
    posts: smallint('posts').notNull().default(0),
    answer: integer('answer'),
    dueAt: at('due_at'),
    createdAt: at('created_at').notNull().defaultNow(),
    sentAt: at('sent_at'),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'webhook_messages_of_endpoint',
      columns: [t.tenantId, t.endpointId],
      foreignColumns: [webhookEndpoints.tenantId, webhookEndpoints.id],
    }),
    index('webhook_messages_due')
      .on(t.dueAt)
      .where(sql`due_at is not null`),
  ],
)
