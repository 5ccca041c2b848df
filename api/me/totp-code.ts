/**
 * Comparing a code with the person's authenticator app.
 */
import { readCode } from '#core/code.ts'
import { unseal } from '#core/key-ring.ts'
import { Problem } from '#core/problem.ts'
import { findTotpStep } from '#credentials/totp.ts'
import { findTotp, useTotpStep } from '#db/authenticators.ts'
import type { Own } from './own-account.ts'

/** Reads a code as typed. Throws `code_malformed`, which costs nothing. */
export function readTyped(typed: string): string {
  const code = readCode(typed)
  if (code === null) throw new Problem('code_malformed')
  return code
}

/**
 * Uses up the time step of a code of the confirmed app, or of the one being set up. `isRight` false: another code, or a
 * step that was used. Null: there is no such app, or its ten minutes are over.
 */
export async function useTotpCode(
  { context, call, at }: Own,
  code: string,
  isConfirmed: boolean,
): Promise<{ id: string; isRight: boolean } | null> {
  const app = await findTotp(call.db, at, isConfirmed)
  const secret = app && unseal(context.config.ring, app.sealed, `totp ${app.id}`)
  if (!app || !secret) return null
  const step = findTotpStep(secret, code, app.nowMs, app.lastStep)
  const isRight = step !== null && (await useTotpStep(call.db, at.tenantId, app.id, step))
  return { id: app.id, isRight }
}
