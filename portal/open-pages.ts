/**
 * All pages of ours beside the API: the patient portal, the support console and the owner's pages.
 */
import express from 'express'
import type { Router } from 'express'
import { openConsole } from './console/open-console.ts'
import { openPortal } from './open-portal.ts'
import type { PortalSettings } from './open-portal.ts'

/** Opens them; to be mounted at `/`. Other addresses pass through. */
export function openPages(settings: PortalSettings): Router {
  const router = express.Router({ caseSensitive: true, strict: true })
  router.use('/portal', openPortal(settings))
  router.use(openConsole(settings))
  return router
}
