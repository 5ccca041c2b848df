/**
 * The calls that answer what a login asks for. Each answers the login again.
 */
import { judgePhone } from '#api/judge-phone.ts'
import type { PhoneJudgement } from '#api/judge-phone.ts'
import { operation } from '#api/operation.ts'
import { PHONE_PROBLEMS, SEND_PROBLEMS } from '#api/problem-lists.ts'
import { answerBody, codeBody, factorBody, givenPhoneBody, pinBody } from '#core/login-contract.ts'
import { emptyBody } from '#core/contract.ts'
import { advanceLogin } from './advance-login.ts'
import { judgeAnswer } from './judge-answer.ts'
import { prepareAnswer } from './compare-pin.ts'
import { enrolPin, hashNewPin } from './enrol-pin.ts'
import { COMMON, STEP_PROBLEMS } from './login-step-shape.ts'
import { providePhone } from './provide-phone.ts'

export const sendLoginCodeOperation = operation({
  ...COMMON,
  name: 'send-login-code',
  path: '/v1/logins/{id}/code',
  summary: 'Send a code, again or by another channel',
  description:
    'Answers `send_code`, and sends again at `enter_code` and `answer_call`. The same code goes out while it lives. A call that names no mode uses the policy’s.',
  body: codeBody,
  problems: [
    ...STEP_PROBLEMS,
    'factor_not_allowed',
    'call_mode_not_allowed',
    'call_in_progress',
    ...SEND_PROBLEMS,
  ],
  run: (context, call) => {
    const { channel = null, call_mode: callMode = null } = call.body
    return advanceLogin(context, call, async () => ({ kind: 'send', channel, callMode }))
  },
})

export const chooseFactorOperation = operation({
  ...COMMON,
  name: 'choose-factor',
  path: '/v1/logins/{id}/factor',
  summary: 'Choose a factor',
  description: 'Answers `choose_factor`. A text or call goes out by itself.',
  body: factorBody,
  problems: [...STEP_PROBLEMS, 'factor_not_allowed'],
  run: (context, call) =>
    advanceLogin(context, call, async () => ({ kind: 'choose', factor: call.body.factor })),
})

export const answerLoginOperation = operation({
  ...COMMON,
  name: 'answer-login',
  path: '/v1/logins/{id}/answer',
  summary: 'Answer with a code',
  description:
    'Answers `enter_code`, `enter_totp`, `enter_pin`, `enter_recovery_code`, `enter_bypass_code` and `enroll_totp`. What is not a code at all spends no try.',
  body: answerBody,
  problems: [
    ...STEP_PROBLEMS,
    ...(['code_incorrect', 'pin_incorrect', 'code_malformed', 'code_expired'] as const),
    ...(['verification_locked', 'verification_finished'] as const),
  ],
  prepare: (context, call) => prepareAnswer(context, call, call.body.code),
  run: (context, call, prepared) =>
    advanceLogin(context, call, (held) => judgeAnswer(held, call.body.code, prepared)),
})

export const providePhoneOperation = operation({
  ...COMMON,
  name: 'provide-phone',
  path: '/v1/logins/{id}/phone',
  summary: 'Give the number to prove',
  description:
    'Answers `provide_phone`: the number goes on file as pending and gets a code. Without `phone` the code goes to the number that is pending already.',
  body: givenPhoneBody,
  problems: [...STEP_PROBLEMS, ...PHONE_PROBLEMS],
  prepare: (context, call): Promise<PhoneJudgement | null> => {
    const { phone, country } = call.body
    return phone === undefined ? Promise.resolve(null) : judgePhone(context, call, { phone, country })
  },
  run: (context, call, judged) => advanceLogin(context, call, (held) => providePhone(held, judged)),
})

export const skipLoginStepOperation = operation({
  ...COMMON,
  name: 'skip-login-step',
  path: '/v1/logins/{id}/skip',
  summary: 'Leave a pending number for later',
  description: 'Answers `provide_phone` where it is `skippable`.',
  body: emptyBody,
  problems: STEP_PROBLEMS,
  run: (context, call) => advanceLogin(context, call, async () => ({ kind: 'skip' })),
})

export const goBackOperation = operation({
  ...COMMON,
  name: 'go-back',
  path: '/v1/logins/{id}/back',
  summary: 'Go back and choose another way',
  description: 'Returns to `choose_factor`. No counter starts anew.',
  body: emptyBody,
  problems: STEP_PROBLEMS,
  run: (context, call) => advanceLogin(context, call, async () => ({ kind: 'back' })),
})

export const choosePinOperation = operation({
  ...COMMON,
  name: 'choose-pin',
  path: '/v1/logins/{id}/pin',
  summary: 'Choose a PIN',
  description: 'Answers `enroll_pin`: the same six or more digits twice.',
  body: pinBody,
  problems: [...STEP_PROBLEMS, 'pin_mismatch', 'pin_too_weak'],
  prepare: (context, call) => hashNewPin(context, call.body),
  run: (context, call, made) => advanceLogin(context, call, (held) => enrolPin(held, made)),
})
