/**
 * What people are told beside their codes: notices by text, and mails. Each row is the outbox of its own sending.
 */
import { accounts } from './people-schema.ts'
import { at, bytes, tenants } from './schema.ts'
import { pgCore, sql } from './drizzle.ts'

const { date, foreignKey, index, pgTable, primaryKey, smallint, text, uniqueIndex, uuid } = pgCore

/** A text that tells a person of a change; at most one a day of each kind to a number. Sent by a delivery. */
export const notices = pgTable(
  'notices',
  {
    id: uuid('id').notNull(),
    tenantId: uuid('tenant_id')
      .notNull()
      .references(() => tenants.id),
    accountId: uuid('account_id').notNull(),
    kind: text('kind').notNull(),
    day: date('day').notNull(),
    phoneSealed: text('phone_sealed').notNull(),
    phoneMark: bytes('phone_mark').notNull(),
    locale: text('locale').notNull(),
    brand: text('brand').notNull(),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'notices_of_account',
      columns: [t.tenantId, t.accountId],
      foreignColumns: [accounts.tenantId, accounts.id],
    }).onDelete('cascade'),
    uniqueIndex('notices_one_a_day')
      .on(t.tenantId, t.accountId, t.kind, t.phoneMark, t.day)
      .where(sql`kind <> 'test_message'`),
    index('notices_account').on(t.tenantId, t.accountId),
  ],
)

/** An e-mail on its way. Address and link are sealed, and wiped when it has been sent or is too late. */
export const mails = pgTable(
  'mails',
  {
    id: uuid('id').notNull(),
    tenantId: uuid('tenant_id')
      .notNull()
      .references(() => tenants.id),
    kind: text('kind').notNull(),
    toSealed: text('to_sealed'),
    linkSealed: text('link_sealed'),
    locale: text('locale').notNull(),
    brand: text('brand').notNull(),
    status: text('status').$type<'queued' | 'sending' | 'sent' | 'failed'>().notNull().default('queued'),
    posts: smallint('posts').notNull().default(0),
    dueAt: at('due_at'),
    createdAt: at('created_at').notNull().defaultNow(),
    expiresAt: at('expires_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index('mails_due')
      .on(t.dueAt)
      .where(sql`due_at is not null`),
  ],
)
