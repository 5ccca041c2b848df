/**
 * POST /v1/logins/{id}/profile: which of the accounts under one username is meant.
 */
import { operation } from '#api/operation.ts'
import { readId } from '#core/ids.ts'
import { profileBody } from '#core/login-contract.ts'
import { Problem } from '#core/problem.ts'
import { advanceLogin } from './advance-login.ts'
import { reload } from './held-login.ts'
import type { Held } from './held-login.ts'
import { COMMON, STEP_PROBLEMS } from './login-step-shape.ts'

export const chooseProfileOperation = operation({
  ...COMMON,
  name: 'choose-profile',
  path: '/v1/logins/{id}/profile',
  summary: 'Choose a profile',
  description: 'Answers `choose_profile`: one of the accounts under the username.',
  body: profileBody,
  problems: STEP_PROBLEMS,
  run: (context, call) => advanceLogin(context, call, (held) => chooseProfile(held, call.body.account_id)),
})

async function chooseProfile(held: Held, typed: string): Promise<null> {
  if (held.row.accountId !== null) throw new Problem('step_not_expected')
  const chosen = held.row.profiles?.find(({ id }) => id === readId('acc', typed))
  if (!chosen) throw new Problem('not_found')
  held.row.accountId = chosen.id
  await reload(held)
  return null
}
