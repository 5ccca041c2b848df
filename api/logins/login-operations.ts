/**
 * The operations of registrations and logins, in the order of the reference.
 */
import type { Operation } from '#api/operation.ts'
import { chooseProfileOperation } from './choose-profile.ts'
import {
  answerLoginOperation,
  chooseFactorOperation,
  choosePinOperation,
  goBackOperation,
  providePhoneOperation,
  sendLoginCodeOperation,
  skipLoginStepOperation,
} from './login-steps.ts'
import { explainLoginOperation, readLoginOperation } from './read-login.ts'
import { registerOperation } from './register.ts'
import { startLoginOperation } from './start-login.ts'

export const LOGIN_OPERATIONS: readonly Operation[] = [
  registerOperation,
  startLoginOperation,
  readLoginOperation,
  chooseProfileOperation,
  sendLoginCodeOperation,
  chooseFactorOperation,
  answerLoginOperation,
  providePhoneOperation,
  skipLoginStepOperation,
  choosePinOperation,
  goBackOperation,
  explainLoginOperation,
]
