/**
 * Every address of the portal. A path stands once per method.
 */
import { HELP_ROUTES } from './pages/help.ts'
import { HOME_ROUTES } from './pages/home.ts'
import { MISSED_ROUTES } from './pages/missed-code.ts'
import { OWN_ROUTES } from './own-routes.ts'
import { REGISTER_ROUTES } from './pages/register.ts'
import { RESET_ROUTES } from './pages/reset.ts'
import { SIGN_IN_ROUTES } from './pages/sign-in.ts'
import { SIGN_OUT_ROUTES } from './pages/sign-out.ts'
import { STEP_ROUTES } from './pages/step.ts'
import { LIVE_ROUTES } from './pages/step-live.ts'
import type { Route } from './reply.ts'

export const ROUTES: readonly Route[] = [
  ...HOME_ROUTES,
  ...REGISTER_ROUTES,
  ...SIGN_IN_ROUTES,
  ...STEP_ROUTES,
  ...LIVE_ROUTES,
  ...MISSED_ROUTES,
  ...SIGN_OUT_ROUTES,
  ...RESET_ROUTES,
  ...HELP_ROUTES,
  ...OWN_ROUTES,
]
