/**
 * POST /v1/me/step-up: shows a second factor once more, before something that asks for it.
 */
import { startStepUp } from '#api/logins/begin-login.ts'
import { operation } from '#api/operation.ts'
import { startedLogin } from '#core/login-contract.ts'
import { noBody } from '#core/me-contract.ts'

export const stepUpOperation = operation({
  name: 'step-up',
  method: 'post',
  path: '/v1/me/step-up',
  group: 'Me',
  summary: 'Show a second factor again',
  description:
    'Starts a login that asks for a second factor only. Follow its `next`; `done` brings a new token and ends the one that asked.',
  access: { session: 'person' },
  body: noBody,
  query: null,
  answers: { 201: { description: 'The login', schema: startedLogin } },
  problems: [],
  run: (context, call) => startStepUp(context, call),
})
