/**
 * An authenticator app that a login demands. Each login shows a secret of its own until a code of it comes back: whoever
 * else has opened a login with the same password learns nothing of this one.
 */
import { seal, unseal } from '#core/key-ring.ts'
import { newUuid } from '#core/new-id.ts'
import { Problem } from '#core/problem.ts'
import { drawQr, makeTotpSecret, writeOtpauthUrl } from '#credentials/totp.ts'
import { insertAuthenticator } from '#db/authenticators.ts'
import { findShownTotp, removeStaleTotp } from '#db/login-apps.ts'
import { saveLogin } from '#db/logins.ts'
import type { Held } from './held-login.ts'

/** The secret as text, link and picture. */
export async function openEnrolment(held: Held) {
  const { context, call, row } = held
  const label = row.person?.displayName
  if (label === undefined) throw new Problem('step_not_expected')
  const shown = await findShown(held)
  const known = shown && unseal(context.config.ring, shown.sealed, `totp ${shown.id}`)
  const secret = known ?? (await showNew(held))
  const otpauth_url = writeOtpauthUrl({ secret, issuer: call.caller.tenant.name, label })
  return { secret, otpauth_url, qr_svg: drawQr(otpauth_url) }
}

/** The app that this login has shown. Null: none yet, or its ten minutes are over. */
export async function findShown({ call, row }: Held) {
  const { enrolling } = row.state
  const at = { tenantId: call.caller.tenantId, accountId: row.accountId ?? '' }
  return enrolling === null ? null : findShownTotp(call.db, at, enrolling)
}

async function showNew({ context, call, row }: Held): Promise<string> {
  const secret = makeTotpSecret()
  const id = newUuid()
  const { tenantId } = call.caller
  const at = { tenantId, accountId: row.accountId ?? '' }
  await removeStaleTotp(call.db, at)
  const sealed = seal(context.config.ring, secret, `totp ${id}`)
  await insertAuthenticator(call.db, at, { id, kind: 'totp', sealed })
  row.state = { ...row.state, enrolling: id }
  row.version++
  await saveLogin(call.db, tenantId, row)
  return secret
}
