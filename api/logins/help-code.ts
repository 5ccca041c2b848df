/**
 * The help code of a login: what the person reads to support, so that both look at the same login.
 */
import { HELP_CODE_LIFETIME_MS } from '#core/limits.ts'
import { takeRandom } from '#core/random.ts'
import { makeHelpCode } from '#core/recovery-code.ts'
import { findHelpCode, insertHelpCode } from '#db/help-codes.ts'
import type { Held } from './held-login.ts'

/** The code of a login, made when it is first shown. */
export async function openHelpCode({ call, row }: Held): Promise<string> {
  const { tenantId } = call.caller
  const known = await findHelpCode(call.db, tenantId, row.id)
  if (known) return known
  const of = { loginId: row.id, accountId: row.accountId, lifeSeconds: HELP_CODE_LIFETIME_MS / 1_000 }
  for (;;) {
    const code = makeHelpCode(takeRandom(16))
    if (await insertHelpCode(call.db, tenantId, { code, ...of })) return code
  }
}
