/**
 * Who is calling: reads the bearer token and judges it against what an operation allows.
 */
import type { Request } from 'express'
import { deriveSecret, isDerivedSecret } from '#core/key-ring.ts'
import type { KeyRing } from '#core/key-ring.ts'
import { Problem } from '#core/problem.ts'
import type { ApiContext, Caller } from './context.ts'
import type { Access, Operation } from './operation.ts'

const BEARER = /^Bearer ([\w-]{10,200})$/i
const CLIENT_SECRET = /^kp_cs_([\w-]{22})_([\w-]{43})$/

/** Makes the `client_secret` of a verification: derived, so that nothing needs to be stored. */
export function makeClientSecret(ring: KeyRing, tenantId: string, verificationId: string): string {
  const tenant = Buffer.from(tenantId.replaceAll('-', ''), 'hex').toString('base64url')
  return `kp_cs_${tenant}_${deriveSecret(ring, 'client_secret', `${tenantId} ${verificationId}`)}`
}

/**
 * Gives the caller of an operation, or throws: 401 without a usable token, 403 when it may not do this, 404 when it is
 * the secret of something else.
 */
export async function authenticate(
  context: ApiContext,
  request: Request,
  at: { operation: Operation; id: string | null },
): Promise<Caller> {
  const token = BEARER.exec(request.get('authorization') ?? '')?.[1]
  if (!token) throw new Problem('key_invalid')
  const { access } = at.operation
  if (token.startsWith('kp_cs_') && access.client) return readClient(context.config.ring, token, at.id)
  const live = await context.keys.find(token)
  if (!live) throw new Problem('key_invalid')
  const caller: Caller = { kind: live.key.kind, tenantId: live.tenant.id, ...live }
  judgeAccess(caller, access, request.get('origin'))
  return caller
}

function judgeAccess(
  caller: Exclude<Caller, { kind: 'client' }>,
  access: Access,
  origin: string | undefined,
): void {
  const { key } = caller
  if (key.kind === 'secret') {
    if (!key.scopes.includes(access.scope)) throw new Problem('not_allowed')
    return
  }
  const isListed = origin === undefined || key.origins.includes(origin)
  if (!access.publishable || !isListed) throw new Problem('not_allowed')
}

function readClient(ring: KeyRing, token: string, verificationId: string | null): Caller {
  const [, tenant, secret] = CLIENT_SECRET.exec(token) ?? []
  if (!tenant || !secret) throw new Problem('key_invalid')
  const hex = Buffer.from(tenant, 'base64url').toString('hex')
  const tenantId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  const isHolder =
    verificationId !== null && isDerivedSecret(ring, secret, 'client_secret', `${tenantId} ${verificationId}`)
  if (!isHolder) throw new Problem('not_found')
  return { kind: 'client', tenantId, verificationId }
}
