/**
 * Who is calling: reads the bearer token and judges it against what an operation allows.
 */
import { hash } from 'node:crypto'
import type { Request } from 'express'
import { deriveSecret, isDerivedSecret } from '#core/key-ring.ts'
import type { KeyRing } from '#core/key-ring.ts'
import { SESSION_IDLE_MS } from '#core/limits.ts'
import { Problem } from '#core/problem.ts'
import { mayAct } from '#core/roles.ts'
import type { LiveKey } from '#db/keys.ts'
import { findSession } from '#db/sessions.ts'
import type { ApiContext, Caller } from './context.ts'
import type { Access, Operation } from './operation.ts'

const BEARER = /^Bearer ([\w-]{10,200})$/i
const CLIENT_SECRET = /^kp_cs_([\w-]{22})_([\w-]{43})$/

/** Makes the `client_secret` of a verification or login: derived, so that nothing needs to be stored. */
export function makeClientSecret(ring: KeyRing, tenantId: string, id: string): string {
  const tenant = Buffer.from(tenantId.replaceAll('-', ''), 'hex').toString('base64url')
  return `kp_cs_${tenant}_${deriveSecret(ring, 'client_secret', `${tenantId} ${id}`)}`
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
  if (token.startsWith('kp_cs_')) return readClient(context, token, { access, id: at.id })
  if (token.startsWith('kp_ses_')) return readSession(context, token, { access, request })
  const live = await context.keys.find(token)
  if (!live) throw new Problem('key_invalid')
  const caller = { kind: live.key.kind, tenantId: live.tenant.id, ...live }
  judgeKey(live.key, access, request.get('origin'))
  return caller
}

function judgeKey(key: LiveKey['key'], access: Access, origin: string | undefined): void {
  if (key.kind === 'secret') {
    if (!access.scope || !key.scopes.includes(access.scope)) throw new Problem('not_allowed')
    return
  }
  const isListed = origin === undefined || key.origins.includes(origin)
  if (!access.publishable || !isListed) throw new Problem('not_allowed')
}

/** A secret opens the one thing it was made for; on every other address it is no more than a guess. */
async function readClient(
  context: ApiContext,
  token: string,
  at: { access: Access; id: string | null },
): Promise<Caller> {
  const [, encoded, secret] = CLIENT_SECRET.exec(token) ?? []
  if (!encoded || !secret || !at.access.client) throw new Problem('key_invalid')
  const hex = Buffer.from(encoded, 'base64url').toString('hex')
  const tenantId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  const isHolder =
    at.id !== null && isDerivedSecret(context.config.ring, secret, 'client_secret', `${tenantId} ${at.id}`)
  const tenant = isHolder ? await context.tenants.find(tenantId) : null
  if (!tenant) throw new Problem('not_found')
  return { kind: 'client', tenantId, tenant, holds: at.id ?? '' }
}

/** Who guesses at tokens is counted by address, a person by their session: a portal's people share its address. */
async function readSession(
  context: ApiContext,
  token: string,
  at: { access: Access; request: Request },
): Promise<Caller> {
  const session = await findSession(
    context.database,
    hash('sha256', token, 'buffer'),
    SESSION_IDLE_MS / 1_000,
  )
  await context.floods.count(session ? `session ${session.id}` : (at.request.ip ?? ''))
  const tenant = session && (await context.tenants.find(session.tenantId))
  if (!session || !tenant) throw new Problem('key_invalid')
  const { access } = at
  if (!mayCall(access, session.role)) throw new Problem('not_allowed')
  if (session.enrollOnly && access.session !== 'enrolling') throw new Problem('enroll_first')
  return { kind: 'session', tenantId: session.tenantId, tenant, session }
}

function mayCall({ session, staff }: Access, role: string | null): boolean {
  if (staff) return mayAct(role, staff)
  if (session === 'admin') return role === 'owner' || role === 'admin'
  return session !== undefined
}
