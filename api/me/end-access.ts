/**
 * What a new password ends: everything that the old one opened, in all accounts under the username.
 */
import { listAccountsOf } from '#db/accounts.ts'
import type { Db } from '#db/client.ts'
import { endLogins, endLoginsWithoutProfile } from '#db/open-logins.ts'
import { dropResets } from '#db/password-resets.ts'
import { endVerifications } from '#db/people.ts'
import { endSessions } from '#db/sessions.ts'

/**
 * Ends logins in progress, sessions (but `except`), codes on their way and links to set a password; gives the accounts.
 * Logins go first, so that one which ends at this moment leaves no session behind.
 */
export async function endAccess(
  db: Db,
  at: { tenantId: string; credentialId: string },
  except?: string,
): Promise<string[]> {
  const { tenantId, credentialId } = at
  const accountIds = await listAccountsOf(db, tenantId, credentialId)
  await endLogins(db, tenantId, accountIds)
  await endLoginsWithoutProfile(db, tenantId, credentialId)
  for (const accountId of accountIds) {
    await endSessions(db, { tenantId, accountId }, except === undefined ? {} : { except })
    await endVerifications(db, { tenantId, accountId, purpose: null })
  }
  await dropResets(db, tenantId, credentialId)
  return accountIds
}
