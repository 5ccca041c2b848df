/**
 * The support console (/support) and the owner's pages (/owner): pages for staff, who sign in at /portal/sign-in like
 * everybody. What they may see and do is Keypad's to decide; the pages only spare them what would be refused.
 *
 * To add a page: a `DeskRoute` for each address, listed in desk-routes.ts, and its words in words/support-*.ts or
 * words/owner-*.ts, in both languages.
 */
import express from 'express'
import type { Router } from 'express'
import { setHeaders } from '#portal/headers.ts'
import { openPortalState } from '#portal/portal.ts'
import type { PortalSettings } from '#portal/portal.ts'
import { serveErrors, serveMissing } from '#portal/serve-page.ts'
import { DESK_ROUTES } from './desk-routes.ts'
import { serveDesk } from './serve-desk.ts'
import { openStyle } from './style.ts'

const PLACES = ['/support', '/owner']
const MAX_FORM = { limit: '16kb', extended: false, parameterLimit: 50 }

/** Opens the staff pages; to be mounted at `/`, beside openPortal at `/portal`. Other addresses pass through. */
export function openConsole(settings: PortalSettings): Router {
  const portal = openPortalState(settings)
  const style = openStyle()
  const router = express.Router({ caseSensitive: true, strict: true })
  router.use(PLACES, setHeaders(portal.isSecure))
  router.use(style.serve)
  router.use(PLACES, express.urlencoded(MAX_FORM))
  for (const route of DESK_ROUTES) router[route.method](route.path, serveDesk(portal, style, route))
  router.use(PLACES, serveMissing(portal))
  router.use(PLACES, serveErrors(portal))
  return router
}
