/**
 * Makes the accounts of a demo tenant, as registrations that came to their end would have left them.
 */
import { readId, writeId } from '#core/ids.ts'
import { mark, seal } from '#core/key-ring.ts'
import type { KeyRing } from '#core/key-ring.ts'
import { newUuid } from '#core/new-id.ts'
import { maskPhone } from '#core/phone-format.ts'
import { readUsername } from '#core/username.ts'
import { hashSecret } from '#credentials/hash-secret.ts'
import { bindPendingPhone, setPendingPhone } from '#db/account-phones.ts'
import { insertAccount, insertCredential, linkOrganization } from '#db/accounts.ts'
import type { Db } from '#db/client.ts'
import { insertEvent } from '#db/events.ts'
import { provenNumbers } from '#db/schema.ts'
import { CAST, PHONE_COUNTRY, phoneOf, usernameOf } from './demo-cast.ts'
import type { Part } from './demo-cast.ts'
import type { DemoAccount, DemoOrganization } from './demo-file.ts'
import { makeDemoPassword } from './demo-password.ts'

/** A username with its password, hashed before any transaction begins; `id` is that of the credential to be. */
export type Login = { id: string; username: string; password: string; hash: string }

/** Where accounts are made: in which tenant, and which of the two it is. `logins` by username. */
export type Stage = { ring: KeyRing; tenantId: string; tenant: 0 | 1; logins: ReadonlyMap<string, Login> }

/** Makes a password for everybody, and hashes them side by side. */
export async function makeLogins(ring: KeyRing): Promise<Stage['logins']> {
  const usernames = [...new Set(CAST.map(({ name }) => usernameOf(name)))]
  const logins = usernames.map(async (username): Promise<[string, Login]> => {
    const password = makeDemoPassword()
    return [username, { id: newUuid(), username, password, hash: await hashSecret(ring, password) }]
  })
  return new Map(await Promise.all(logins))
}

/** Adds a username with its password. Throws when somebody has it already. */
export async function makeCredential(db: Db, { ring, tenantId }: Stage, login: Login): Promise<void> {
  const { id, username, hash } = login
  const sealed = seal(ring, username, `username ${id}`)
  const made = { id, mark: mark(ring, 'username', readUsername(username)), sealed, hash }
  if (!(await insertCredential(db, tenantId, made)))
    throw new Error(`${username} is taken in the demo's tenant.`)
}

/** Adds an account with its clinic and its proven phone. */
export async function makeAccount(
  db: Db,
  stage: Stage,
  { part, organizations }: { part: Part; organizations: DemoOrganization[] },
): Promise<DemoAccount> {
  const { id: credentialId, username, password } = stage.logins.get(usernameOf(part.name))!
  const { name: displayName, userType, role } = part
  const at = { tenantId: stage.tenantId, accountId: newUuid() }
  const emailSealed = seal(stage.ring, username, `email ${at.accountId}`)
  await insertAccount(db, at.tenantId, {
    ...{ id: at.accountId, credentialId, subjectId: null, locale: null },
    ...{ displayName, userType, role, emailSealed },
  })
  const clinics = organizations.filter(({ country }) => country === part.clinic).map(({ id }) => id)
  for (const id of clinics) await linkOrganization(db, at, readId('org', id)!)
  const data = { user_type: userType, role, organization_ids: clinics, has_phone: true }
  await note(db, at, { kind: 'account_created', data })
  const phone = phoneOf(part, stage.tenant)
  await provePhone(db, at, { ring: stage.ring, phone })
  const is = { display_name: displayName, user_type: userType, role, phone }
  return { account_id: writeId('acc', at.accountId), username, password, ...is }
}

type At = { tenantId: string; accountId: string }

/** Leaves a number as an approved verification of the account would have. */
async function provePhone(db: Db, at: At, { ring, phone }: { ring: KeyRing; phone: string }): Promise<void> {
  const phoneMark = mark(ring, 'phone', phone)
  const masked = maskPhone(phone)
  await setPendingPhone(db, at, {
    ...{ mark: phoneMark, masked, country: PHONE_COUNTRY, lineType: 'mobile', fault: null },
    sealed: seal(ring, phone, `pending ${at.accountId}`),
  })
  await bindPendingPhone(db, at, seal(ring, phone, `phone ${at.accountId}`))
  // As keypad_account_subject names it: calls that are confirmed with 1 ask for this row.
  const subjectId = `\u0002${at.accountId}`
  await db.orm.insert(provenNumbers).values({ tenantId: at.tenantId, subjectId, phoneMark })
  await note(db, at, { kind: 'factor_added', data: { factor: 'phone', to: masked, from: null } })
}

async function note(
  db: Db,
  { tenantId, accountId }: At,
  what: { kind: 'account_created' | 'factor_added'; data: Record<string, unknown> },
): Promise<void> {
  await insertEvent(db, tenantId, { ...what, actor: 'cli', accountId, requestId: null })
}
