/**
 * Accounts with a proven number, made without any page, to be told things.
 */
import { mark, marks, readKeyRing, seal } from '#core/key-ring.ts'
import type { NoticeKind } from '#core/notice.ts'
import { newUuid } from '#core/new-id.ts'
import { bindPendingPhone, setPendingPhone } from '#db/account-phones.ts'
import { insertAccount } from '#db/accounts.ts'
import { openDatabase } from '#db/client.ts'
import type { Db } from '#db/client.ts'
import { queueNotice } from '#db/notices.ts'
import { freshPhone } from './fresh-phone.ts'
import type { Stack } from './stack.ts'

const ASKER = { actor: 'cli', requestId: 'req_test' }

/** What a test tells people with, in a stack's database. */
export function openNoticeLab(stack: Stack) {
  const database = openDatabase(stack.database.url, 4)
  const ring = readKeyRing(stack.env['KEYPAD_SECRETS']!)!
  const tenantId = stack.tenant.id
  const addAccount = async (locale: string | null = null, phone = freshPhone()) => {
    const accountId = newUuid()
    const person = {
      credentialId: null,
      displayName: 'Ann',
      userType: 'patient',
      role: null,
      emailSealed: null,
    }
    await insertAccount(database, tenantId, { id: accountId, subjectId: accountId, locale, ...person })
    const sealed = seal(ring, phone, `phone ${accountId}`)
    const pending = { masked: '+31 •• 78', country: 'NL', lineType: 'mobile', fault: null }
    const at = { tenantId, accountId }
    await setPendingPhone(database, at, { sealed, mark: mark(ring, 'phone', phone), ...pending })
    await bindPendingPhone(database, at, sealed)
    return { accountId, phone }
  }
  return {
    ...{ database, ring, tenantId, addAccount },
    /** Queues a notice as a change does; gives its delivery. */
    tell: async (to: { accountId: string; phone: string }, kind: NoticeKind, db: Db = database) => {
      const sealed = {
        phoneSealed: seal(ring, to.phone, `phone ${to.accountId}`),
        phoneMarks: marks(ring, 'phone', to.phone),
      }
      const words = { kind, locale: 'en-GB', brand: 'Riverside Clinic' }
      return queueNotice(db, { tenantId, accountId: to.accountId, ...sealed, ...words }, ASKER)
    },
    kindsOf: async (accountId: string) =>
      (
        await stack.database.query<{ kind: string }>(
          `select kind from notices where account_id = $1 order by id`,
          [accountId],
        )
      ).map(({ kind }) => kind),
  }
}
