/**
 * Every address of a signed-in person.
 */
import { APP_OFF_ROUTES } from './pages/own-app-off.ts'
import { APP_ROUTES } from './pages/own-app.ts'
import { PASSWORD_ROUTES } from './pages/own-password.ts'
import { PHONE_CODE_ROUTES } from './pages/own-phone-code.ts'
import { PHONE_ROUTES } from './pages/own-phone.ts'
import { PIN_ROUTES } from './pages/own-pin.ts'
import { RECOVERY_ROUTES } from './pages/own-recovery.ts'
import { SESSION_ROUTES } from './pages/own-sessions.ts'
import { PERSONAL_ROUTES } from './pages/personal.ts'
import { PROVE_ROUTES } from './pages/prove.ts'
import { WAYS_IN_ROUTES } from './pages/ways-in.ts'
import type { Route } from './reply.ts'

/** For routes.ts. */
export const OWN_ROUTES: readonly Route[] = [
  ...PERSONAL_ROUTES,
  ...PHONE_ROUTES,
  ...PHONE_CODE_ROUTES,
  ...PROVE_ROUTES,
  ...PASSWORD_ROUTES,
  ...SESSION_ROUTES,
  ...WAYS_IN_ROUTES,
  ...APP_ROUTES,
  ...APP_OFF_ROUTES,
  ...PIN_ROUTES,
  ...RECOVERY_ROUTES,
]
