/**
 * Every operation of the API, in the order of the reference.
 */
import { cancelVerificationOperation } from './cancel-verification.ts'
import { checkCodeOperation } from './check-code.ts'
import { checkPhoneOperation } from './check-phone.ts'
import { explainVerificationOperation } from './explain-verification.ts'
import type { Operation } from './operation.ts'
import { readVerificationOperation } from './read-verification.ts'
import { sendAgainOperation } from './send-again.ts'
import { readServedCountriesOperation, replaceServedCountriesOperation } from './served-countries.ts'
import { startVerificationOperation } from './start-verification.ts'

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
]
