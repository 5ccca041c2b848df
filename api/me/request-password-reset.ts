/**
 * POST /v1/password-resets: a link by e-mail, for whoever has forgotten the password. The answer says nothing, and what
 * follows happens after it, so that its time says nothing either.
 */
import type { z } from 'zod'
import { askerOf } from '#api/begin-verification.ts'
import type { Answer, ApiContext, Call } from '#api/context.ts'
import { operation } from '#api/operation.ts'
import { NO_UUID } from '#core/ids.ts'
import { marks, seal, unseal } from '#core/key-ring.ts'
import { MAX_RESETS_PER_HOUR, RESET_LIFETIME_MS } from '#core/limits.ts'
import { nothing, requestResetBody } from '#core/me-contract.ts'
import { newUuid } from '#core/new-id.ts'
import { readUsername } from '#core/username.ts'
import { findCredential } from '#db/accounts.ts'
import type { Db } from '#db/client.ts'
import { insertEvent } from '#db/events.ts'
import { insertMail } from '#db/mails.ts'
import { countResets, findMailbox, insertReset } from '#db/password-resets.ts'
import type { Mailbox } from '#db/password-resets.ts'
import { chooseLocale, localeOf } from '#locales/locale.ts'
import { makeResetToken, writeResetLink } from './reset-token.ts'

type ResetCall = Call<z.output<typeof requestResetBody>, null>

const HOUR_S = 3_600
const LIFE_S = RESET_LIFETIME_MS / 1_000

export const requestResetOperation = operation({
  name: 'request-password-reset',
  method: 'post',
  path: '/v1/password-resets',
  group: 'Password resets',
  summary: 'Send a link to set a new password',
  description:
    'Sends a link that works once and for fifteen minutes to the e-mail address on file, at most three an hour. Whether there is such a name, and an address, is not told.',
  access: { scope: 'accounts', publishable: true },
  body: requestResetBody,
  query: null,
  answers: { 202: { description: 'Nothing, whoever it is', schema: nothing } },
  problems: [],
  run: requestReset,
})

async function requestReset(context: ApiContext, call: ResetCall): Promise<Answer> {
  const offered = marks(context.config.ring, 'username', readUsername(call.body.username))
  const credential = await findCredential(call.db, call.caller.tenantId, offered)
  call.afterCommit(() => {
    // The same is looked up for a name that nobody has, or the next request would be slower for the others. What goes
    // wrong now is the operator's to see; the person asks again.
    issueReset(context, call, credential?.id ?? NO_UUID).catch(({ name }: Error) =>
      context.log.error({ request: call.requestId, error: { name } }, 'no reset link was made'),
    )
  })
  return { status: 202, body: {} }
}

async function issueReset(context: ApiContext, call: ResetCall, credentialId: string): Promise<void> {
  await context.database.transaction(async (db) => {
    const at = { tenantId: call.caller.tenantId, credentialId }
    const made = await countResets(db, at, HOUR_S)
    const mailbox = await findMailbox(db, at.tenantId, credentialId)
    if (mailbox && made < MAX_RESETS_PER_HOUR)
      await sendLink(context, { ...call, db }, { credentialId, mailbox })
  })
}

async function sendLink(
  context: ApiContext,
  call: ResetCall & { db: Db },
  to: { credentialId: string; mailbox: Mailbox },
): Promise<void> {
  const { ring, publicUrl } = context.config
  const { tenant, tenantId } = call.caller
  const { accountId, emailSealed, locale } = to.mailbox
  const address = unseal(ring, emailSealed, `email ${accountId}`)
  if (address === null) return
  const { token, tokenHash } = makeResetToken()
  const reset = { id: newUuid(), credentialId: to.credentialId, tokenHash, lifeSeconds: LIFE_S }
  await insertReset(call.db, tenantId, reset)
  const id = newUuid()
  const tenantLocale = localeOf(tenant.locale)
  await insertMail(call.db, tenantId, {
    ...{ id, kind: 'password_reset', brand: tenant.name, lifeSeconds: LIFE_S },
    toSealed: seal(ring, address, `mail ${id}`),
    linkSealed: seal(ring, writeResetLink(publicUrl, token), `mail ${id}`),
    locale: chooseLocale({ requested: locale ?? undefined, tenantLocale }),
  })
  const event = { kind: 'password_reset_requested', accountId } as const
  await insertEvent(call.db, tenantId, { ...event, ...askerOf(call) })
}
