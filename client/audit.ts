/**
 * The audit trail: what these calls take and answer.
 */
import type { Answer, CallOptions, Page, PageQuery } from './answer.ts'

export type AuditEntry = {
  id: string
  /** Where it stands in the tenant's chain, from 1 on without gaps. */
  place: number
  at: string
  kind: string
  /** Id of a key or account, or the word for a part of Keypad. */
  actor: string
  account_id: string | null
  login_id: string | null
  verification_id: string | null
  delivery_id: string | null
  request_id: string | null
  data: Record<string, unknown> | null
}

export type AuditVerdict = {
  intact: boolean
  /** Links that hold, from the first on. */
  checked: number
  /** Id of the first event that does not fit. */
  first_broken?: string | undefined
  /** Events that have no link yet, normally those of the last second. */
  unlinked: number
  /** The hash of the last link that holds: keep it elsewhere, and ask for it as `expect` later. */
  head: string | null
  /** Whether the hash in `expect` is in the chain. */
  expected?: 'found' | 'missing' | undefined
}

export type AuditFilter = {
  kind?: string | undefined
  account_id?: string | undefined
  actor?: string | undefined
  /** RFC 3339. */
  from?: string | undefined
  until?: string | undefined
}
export type AuditCalls = {
  /** The tenant's events, newest first. */
  readAudit(query?: AuditFilter & PageQuery, options?: CallOptions): Promise<Answer<Page<AuditEntry>>>
  /** All of them, one by one as they come. */
  exportAudit(query?: AuditFilter, options?: CallOptions): Promise<Answer<AsyncIterable<AuditEntry>>>
  /** Whether anybody altered the trail. */
  verifyAudit(query?: { expect?: string | undefined }, options?: CallOptions): Promise<Answer<AuditVerdict>>
}
