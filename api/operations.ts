/**
 * Every operation of the API, in the order of the reference.
 */
import { cancelVerificationOperation } from './cancel-verification.ts'
import { checkCodeOperation } from './check-code.ts'
import { checkPhoneOperation } from './check-phone.ts'
import { explainVerificationOperation } from './explain-verification.ts'
import type { Operation } from './operation.ts'
import { LOGIN_OPERATIONS } from './logins/login-operations.ts'
import { ME_OPERATIONS } from './me/me-operations.ts'
import { PEOPLE_OPERATIONS } from './people/people-operations.ts'
import { readVerificationOperation } from './read-verification.ts'
import { sendAgainOperation } from './send-again.ts'
import { readServedCountriesOperation, replaceServedCountriesOperation } from './served-countries.ts'
import { startVerificationOperation } from './start-verification.ts'
import { SUPPORT_OPERATIONS } from './support/support-operations.ts'
import { WEBHOOK_OPERATIONS } from './webhooks/webhook-operations.ts'

export const OPERATIONS: readonly Operation[] = [
  startVerificationOperation,
  readVerificationOperation,
  checkCodeOperation,
  sendAgainOperation,
  cancelVerificationOperation,
  explainVerificationOperation,
  checkPhoneOperation,
  readServedCountriesOperation,
  replaceServedCountriesOperation,
  ...LOGIN_OPERATIONS,
  ...ME_OPERATIONS,
  ...PEOPLE_OPERATIONS,
  ...SUPPORT_OPERATIONS,
  ...WEBHOOK_OPERATIONS,
]
