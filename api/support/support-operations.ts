/**
 * The operations of support and of the audit trail, in the order of the reference.
 */
import type { Operation } from '#api/operation.ts'
import { SUPPORT_ACTS } from './acts.ts'
import { exportAuditOperation, readAuditOperation, verifyAuditOperation } from './audit.ts'
import { readSupportAccountOperation } from './read-account.ts'
import { readTimelineOperation } from './read-timeline.ts'
import { searchAccountsOperation } from './search-accounts.ts'
import { showNumberOperation } from './show-number.ts'

export const SUPPORT_OPERATIONS: readonly Operation[] = [
  searchAccountsOperation,
  readSupportAccountOperation,
  readTimelineOperation,
  showNumberOperation,
  ...SUPPORT_ACTS,
  readAuditOperation,
  exportAuditOperation,
  verifyAuditOperation,
]
