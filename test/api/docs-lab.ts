import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import type { ApiContext } from '#api/context.ts'
import { docsRoutes } from '#api/docs-routes.ts'
import { nameRequest } from '#api/request-id.ts'
import { handleErrors } from '#api/write-problem.ts'

export type DocsLab = { base: string; close: () => Promise<void> }

/** Serves the documentation alone, as the API would: it needs no database. */
export async function startDocs(): Promise<DocsLab> {
  const app = express()
  app.disable('etag')
  const server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const context = { config: { publicUrl: base, carrier: { isSimulated: true } } } as ApiContext
  app.use(nameRequest, docsRoutes(context), handleErrors(context))
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { base, close }
}
