/**
 * Logins in progress that must not be finished: a password or number that they began with is no longer the person's.
 */
import type { Db } from './client.ts'

const OF_ACCOUNTS = {
  name: 'end_logins_of_accounts',
  text: `update logins set status = 'expired', version = version + 1
         where tenant_id = $1 and account_id = any ($2::uuid[]) and status = 'pending'`,
}

/** Ends the logins of some accounts. */
export async function endLogins(db: Db, tenantId: string, accountIds: readonly string[]): Promise<void> {
  await db.run(OF_ACCOUNTS, [tenantId, accountIds])
}

const OF_CREDENTIAL = {
  name: 'end_logins_of_credential',
  text: `update logins set status = 'expired', version = version + 1
         where expires_at > clock_timestamp() and tenant_id = $1 and credential_id = $2 and account_id is null
           and status = 'pending'`,
}

/** Ends the logins under a username that have not come to a profile yet. */
export async function endLoginsWithoutProfile(db: Db, tenantId: string, credentialId: string): Promise<void> {
  await db.run(OF_CREDENTIAL, [tenantId, credentialId])
}
