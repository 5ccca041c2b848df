/**
 * What people do for themselves, in the order of the reference.
 */
import type { Operation } from '#api/operation.ts'
import { changePasswordOperation } from './change-password.ts'
import { changePhoneOperation } from './change-phone.ts'
import { changePinOperation } from './change-pin.ts'
import { checkPhoneCodeOperation } from './check-phone-code.ts'
import { confirmResetOperation } from './confirm-password-reset.ts'
import { confirmTotpOperation } from './confirm-totp.ts'
import { disableTotpOperation } from './disable-totp.ts'
import { dropPendingPhoneOperation } from './drop-pending-phone.ts'
import { introspectSessionOperation } from './introspect-session.ts'
import { makeRecoveryCodesOperation } from './make-recovery-codes.ts'
import { endOwnSessionOperation, listOwnSessionsOperation } from './own-sessions.ts'
import { readMeOperation } from './read-me.ts'
import { requestResetOperation } from './request-password-reset.ts'
import { sendPhoneCodeOperation } from './send-phone-code.ts'
import { setUpTotpOperation } from './set-up-totp.ts'
import { stepUpOperation } from './step-up.ts'

export const ME_OPERATIONS: readonly Operation[] = [
  readMeOperation,
  stepUpOperation,
  changePhoneOperation,
  checkPhoneCodeOperation,
  sendPhoneCodeOperation,
  dropPendingPhoneOperation,
  setUpTotpOperation,
  confirmTotpOperation,
  disableTotpOperation,
  changePinOperation,
  makeRecoveryCodesOperation,
  changePasswordOperation,
  listOwnSessionsOperation,
  endOwnSessionOperation,
  introspectSessionOperation,
  requestResetOperation,
  confirmResetOperation,
]
