import { Router } from 'express'
import type { ApiContext } from './context.ts'

/** Documentation pages. */
export function docsRoutes(_context: ApiContext): Router {
  return Router()
}
