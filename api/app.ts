/**
 * The list of routes, in the order in which they are tried.
 */
import express from 'express'
import type { Express, RequestHandler } from 'express'
import { Problem } from '#core/problem.ts'
import type { ApiContext } from './context.ts'
import { answerPreflight, isForBrowsers } from './cross-origin.ts'
import { docsRoutes } from './docs-routes.ts'
import { limitFloods } from './flood-limit.ts'
import { openReadiness } from '#process/health.ts'
import { hookRoutes } from './hooks-twilio.ts'
import { OPERATIONS } from './operations.ts'
import type { Operation } from './operation.ts'
import { parseJson } from './read-request.ts'
import { logRequests } from './request-log.ts'
import { nameRequest } from './request-id.ts'
import { setSafeHeaders } from './safe-headers.ts'
import { serveOperation } from './serve-operation.ts'
import { handleErrors } from './write-problem.ts'

/** Makes the API. `beside`: routes of the all-in-one start (simulator, handsets, pages), tried before the 404. */
export function createApp(context: ApiContext, beside: (app: Express) => void = () => {}): Express {
  const app = express()
  const checkReadiness = openReadiness(context)
  app.disable('x-powered-by')
  app.disable('etag')
  app.enable('case sensitive routing')
  app.enable('strict routing')
  app.set('query parser', 'simple')
  app.set(
    'trust proxy',
    context.config.trustedProxies.length > 0 ? [...context.config.trustedProxies] : false,
  )
  app.use(nameRequest)
  app.use(logRequests(context))
  probe(app, '/livez', (_request, response) => void response.json({ status: 'ok' }))
  probe(app, '/readyz', async (_request, response) => {
    const { isReady, ...report } = await checkReadiness()
    response.status(isReady ? 200 : 503).json(report)
  })
  probe(app, '/metrics', async (_request, response) => {
    response.type(context.metrics.registry.contentType).send(await context.metrics.registry.metrics())
  })
  app.use('/hooks/twilio', hookRoutes(context))
  app.use('/v1', setSafeHeaders, limitFloods(context), parseJson)
  for (const [path, operations] of byPath(OPERATIONS)) mount(app, context, { path, operations })
  app.use(docsRoutes(context))
  beside(app)
  app.use(notFound)
  app.use(handleErrors(context))
  return app
}

function byPath(operations: readonly Operation[]): Map<string, Operation[]> {
  return Map.groupBy(operations, ({ path }) => path)
}

/** One address with all its methods; any other method is a 405 that lists them. */
function mount(app: Express, context: ApiContext, at: { path: string; operations: Operation[] }): void {
  const route = app.route(at.path.replaceAll(/\{(\w+)\}/g, ':$1'))
  for (const operation of at.operations) route[operation.method](serveOperation(context, operation))
  const allow = at.operations.map(({ method }) => method.toUpperCase()).join(', ')
  if (at.operations.some(isForBrowsers)) route.options(answerPreflight(context, allow))
  route.all(refuseOtherMethods(allow))
}

function probe(app: Express, path: string, answer: RequestHandler): void {
  app.route(path).get(answer).all(refuseOtherMethods('GET'))
}

function refuseOtherMethods(allow: string): RequestHandler {
  return (_request, response) => {
    response.set('Allow', allow)
    throw new Problem('method_not_allowed')
  }
}

const notFound: RequestHandler = () => {
  throw new Problem('not_found')
}
