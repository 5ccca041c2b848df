/**
 * The reference patient portal: registration, signing in, and what a signed-in person may change, as pages that a server
 * writes. It reaches Keypad only through the published client, like any portal of somebody else's.
 *
 * To add a page: write `pages/<page>.ts` with a `Route` for each address (a function from a Visit to a Reply), put the
 * routes into ROUTES of routes.ts, and the words into a file `words/en-GB-<area>.ts` that words/tables.ts spreads. Forms
 * are made with form.ts, which brings the token; the person's session is read with signed-in.ts.
 */
import express from 'express'
import type { Router } from 'express'
import { setHeaders } from './headers.ts'
import { openPortalState } from './portal.ts'
import type { PortalSettings } from './portal.ts'
import { ROUTES } from './routes.ts'
import { serveErrors, serveMissing, servePage } from './serve-page.ts'

export type { PortalSettings }

const MAX_FORM = { limit: '16kb', extended: false, parameterLimit: 50 }

/** Opens the portal; to be mounted at `/portal`. */
export function openPortal(settings: PortalSettings): Router {
  const portal = openPortalState(settings)
  const router = express.Router({ caseSensitive: true, strict: true })
  router.use(setHeaders(portal.isSecure))
  router.use('/assets', portal.assets.serve)
  router.use(express.urlencoded(MAX_FORM))
  for (const route of ROUTES) router[route.method](route.path, servePage(portal, route))
  router.use(serveMissing(portal))
  router.use(serveErrors(portal))
  return router
}
