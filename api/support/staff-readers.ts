/**
 * Who may read what support needs to know, and who reads the audit trail.
 */
import type { Access } from '#api/operation.ts'

/** People and their timelines: any staff. */
export const READERS = { scope: 'support', staff: 'read' } as const satisfies Access
/** The audit trail: it tells what staff did, so not by the scope that acts as staff. */
export const AUDITORS = { scope: 'admin', staff: 'audit' } as const satisfies Access
