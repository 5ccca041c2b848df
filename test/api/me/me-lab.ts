/**
 * People with sessions, made in the database as a login would have made them.
 */
import { randomBytes } from 'node:crypto'
import { hashToken } from '#api/session-token.ts'
import { writeId } from '#core/ids.ts'
import { mark, readKeyRing, seal } from '#core/key-ring.ts'
import { newUuid } from '#core/new-id.ts'
import { maskPhone } from '#core/phone-format.ts'
import { readUsername } from '#core/username.ts'
import { hashSecret } from '#credentials/hash-secret.ts'
import { makeTotpSecret } from '#credentials/totp.ts'
import { bindPendingPhone, setPendingPhone } from '#db/account-phones.ts'
import { insertAccount, insertCredential } from '#db/accounts.ts'
import { insertAuthenticator, useTotpStep } from '#db/authenticators.ts'
import { openDatabase } from '#db/client.ts'
import { insertSession } from '#db/sessions.ts'
import { freshPhone } from '#test/harness/fresh-phone.ts'
import type { Asked } from '#test/harness/http-client.ts'
import type { Stack } from '#test/harness/stack.ts'
import { TOTP } from 'otpauth'

export const PASSWORD = 'four-quiet-herons'

export type PersonOptions = {
  tenantId?: string
  /** Null: none is proven. Absent: a fresh one is. */
  phone?: string | null
  totp?: boolean
  pin?: string
  email?: string
  userType?: string
  username?: string
  /** Another account under this credential. */
  credentialId?: string
}

export type SessionOptions = { amr?: string[]; enrollOnly?: boolean; hasFactor?: boolean }

let count = 0

/** Opens the lab over a stack's database. */
export function openLab(stack: Stack) {
  const db = openDatabase(stack.database.url, 2)
  const ring = readKeyRing(stack.env['KEYPAD_SECRETS']!)!

  async function addCredential(tenantId: string, username: string): Promise<string> {
    const id = newUuid()
    const hash = await hashSecret(ring, PASSWORD)
    const sealed = seal(ring, username, `username ${id}`)
    await insertCredential(db, tenantId, {
      id,
      mark: mark(ring, 'username', readUsername(username)),
      sealed,
      hash,
    })
    return id
  }

  async function addPhone(tenantId: string, accountId: string, phone: string): Promise<void> {
    const sealed = seal(ring, phone, `pending ${accountId}`)
    const masked = maskPhone(phone)
    const at = { tenantId, accountId }
    const fixed = { country: 'NL', lineType: 'mobile', fault: null }
    await setPendingPhone(db, at, { sealed, mark: mark(ring, 'phone', phone), masked, ...fixed })
    await bindPendingPhone(db, at, seal(ring, phone, `phone ${accountId}`))
  }

  async function addTotp(at: { tenantId: string; accountId: string }): Promise<string> {
    const id = newUuid()
    const secret = makeTotpSecret()
    await insertAuthenticator(db, at, { id, kind: 'totp', sealed: seal(ring, secret, `totp ${id}`) })
    await useTotpStep(db, at.tenantId, id, 1)
    return secret
  }

  /** Logs an account in once more; a session's factor is as old as the session. */
  async function logIn(at: { tenantId: string; accountId: string }, of: SessionOptions = {}) {
    const { amr = ['pwd', 'sms', 'mfa'], enrollOnly = false, hasFactor = amr.length > 1 } = of
    const id = newUuid()
    const token = `kp_ses_${randomBytes(32).toString('base64url')}`
    const assurance = amr.includes('mfa') ? ('two_factor' as const) : ('single_factor' as const)
    const tokenHash = hashToken(token)
    const rest = { amr, assurance, enrollOnly, hasFactor, lifeSeconds: 3_600 }
    await insertSession(db, at.tenantId, { id, accountId: at.accountId, tokenHash, ...rest })
    const call = (method: string, path: string, body?: unknown, asked: Asked = {}) =>
      stack.call(method, path, body, { token, ...asked })
    return { id, sessionId: writeId('ses', id), token, call }
  }

  /** Somebody with a proven phone, unless told otherwise, who is logged in with a code by text. */
  async function addPerson(of: PersonOptions = {}, session: SessionOptions = {}) {
    const { tenantId = stack.tenant.id, phone = freshPhone(), username = `person-${++count}` } = of
    const credentialId = of.credentialId ?? (await addCredential(tenantId, username))
    const accountId = newUuid()
    const at = { tenantId, accountId }
    const fixed = { subjectId: null, role: null, locale: null, displayName: 'Mara Visser' }
    const userType = of.userType ?? 'patient'
    const emailSealed = of.email === undefined ? null : seal(ring, of.email, `email ${accountId}`)
    await insertAccount(db, tenantId, { id: accountId, credentialId, userType, emailSealed, ...fixed })
    if (phone !== null) await addPhone(tenantId, accountId, phone)
    if (of.pin !== undefined)
      await insertAuthenticator(db, at, { id: newUuid(), kind: 'pin', hash: await hashSecret(ring, of.pin) })
    const secret = of.totp ? await addTotp(at) : ''
    const logged = await logIn(at, session)
    return {
      ...at,
      ...logged,
      phone: phone ?? '',
      username,
      credentialId,
      secret,
      account: writeId('acc', accountId),
    }
  }

  return {
    ...{ db, ring, addPerson, logIn },
    /** Makes the factor of a session older. */
    ageFactor: (sessionId: string, interval: string) =>
      stack.database.query(`update sessions set factor_at = factor_at - $2::interval where id = $1`, [
        sessionId,
        interval,
      ]),
    eventsOf: (accountId: string, kind: string) =>
      stack.database.query<{ data: Record<string, unknown>; actor: string }>(
        `select actor, data from events where account_id = $1 and kind = $2 order by id`,
        [accountId, kind],
      ),
    close: () => db.close(),
  }
}

export type Lab = ReturnType<typeof openLab>

/** The code that an app shows, `steps` of thirty seconds from now. */
export function codeOfApp(secret: string, steps = 0): string {
  return new TOTP({ secret, digits: 6, period: 30 }).generate({ timestamp: Date.now() + steps * 30_000 })
}

/** A code that is none of the app's now. */
export function wrongCodeOf(secret: string): string {
  const right = new Set([-2, -1, 0, 1, 2].map((steps) => codeOfApp(secret, steps)))
  return ['000000', '111111', '222222', '333333', '444444', '555555'].find((code) => !right.has(code))!
}
