/**
 * What staff can do for a patient, in the order of the reference.
 */
import type { Operation } from '#api/operation.ts'
import { correctPhoneOperation } from './correct-phone.ts'
import {
  approveResetOperation,
  listResetsOperation,
  rejectResetOperation,
  requestResetOperation,
} from './factor-resets.ts'
import { issueBypassOperation } from './issue-bypass.ts'
import { resetPasswordOperation } from './reset-password.ts'
import { sendTestMessageOperation } from './send-test-message.ts'
import { unblockOperation } from './unblock.ts'

export const SUPPORT_ACTS: readonly Operation[] = [
  unblockOperation,
  sendTestMessageOperation,
  correctPhoneOperation,
  issueBypassOperation,
  requestResetOperation,
  listResetsOperation,
  approveResetOperation,
  rejectResetOperation,
  resetPasswordOperation,
]
