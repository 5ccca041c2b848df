/**
 * Runs a page for a request: reads the visit, refuses foreign forms, and writes the reply.
 */
import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express'
import { KeypadError } from '#client/keypad.ts'
import { writeCookies } from './cookies.ts'
import { isFormToken, isOwnForm } from './csrf.ts'
import { isPageLocale } from './languages.ts'
import { renderPage } from './layout.ts'
import { BASE } from './portal.ts'
import type { Mistake, Portal } from './portal.ts'
import { makeBroken, makeMissing, makeRefused } from './pages/trouble.ts'
import type { Reply, Route } from './reply.ts'
import { UnexpectedProblem } from './unexpected.ts'
import { openVisit } from './visit.ts'
import type { Visit } from './visit.ts'

/** Serves one address. */
export function servePage(portal: Portal, route: Route): RequestHandler {
  return async (request, response) => {
    const visit = startVisit(portal, request, response)
    if (route.method === 'get' && visit.query('lang') !== '')
      return writeReply(visit, response, chooseLanguage(visit))
    const isForeign = route.method === 'post' && !isFromHere(visit, request)
    writeReply(visit, response, isForeign ? makeRefused(visit, 403) : await route.run(visit))
  }
}

/** The page for addresses that lead nowhere. */
export function serveMissing(portal: Portal): RequestHandler {
  return (request, response) => {
    const visit = startVisit(portal, request, response)
    writeReply(visit, response, makeMissing(visit))
  }
}

/** The page for what went wrong. A body that is too large or cannot be read is the form's fault, all else is ours. */
export function serveErrors(portal: Portal): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error)
    const visit = startVisit(portal, request, response)
    if (visit.gone.aborted) return void response.destroy()
    const { status } = error as { status?: number }
    const isForm = typeof status === 'number' && status >= 400 && status < 500
    if (!isForm) portal.log?.(describe(error))
    const reply = isForm ? makeRefused(visit, status) : makeBroken(visit, statusOf(error))
    writeReply(visit, response, reply)
  }
}

/** Messages may quote what a person typed; only those of our own errors are known not to. */
function describe(error: unknown): Mistake {
  if (!(error instanceof Error)) return { error: typeof error, stack: [] }
  const isOurs = error instanceof KeypadError || error instanceof UnexpectedProblem
  const frames = error.stack?.split('\n').filter((text) => /^\s+at /.test(text)) ?? []
  return { error: isOurs ? error.message : error.name, stack: frames.slice(0, 8).map((text) => text.trim()) }
}

function statusOf(error: unknown): number {
  return error instanceof KeypadError || error instanceof UnexpectedProblem ? 503 : 500
}

function startVisit(portal: Portal, request: Request, response: Response): Visit {
  const gone = new AbortController()
  response.once('close', () => gone.abort())
  return openVisit(portal, request, gone.signal)
}

function isFromHere(visit: Visit, request: Request): boolean {
  const { publicUrl } = visit.portal
  const from = { fetchSite: request.get('sec-fetch-site'), origin: request.get('origin'), publicUrl }
  return isOwnForm(from) && isFormToken(visit.field('form_token'), visit.form.token)
}

/** `?lang=` on any page: keeps the choice and shows the page again without it. */
function chooseLanguage(visit: Visit): Reply {
  const lang = visit.query('lang')
  return { to: BASE + (visit.path === '/' ? '' : visit.path), cookies: isPageLocale(lang) ? { lang } : {} }
}

function writeReply(visit: Visit, response: Response, reply: Reply): void {
  const { isSecure } = visit.portal
  const isNew = visit.cookie('form') === undefined && 'page' in reply
  const cookies = { ...(isNew ? { form: visit.form.secret } : {}), ...reply.cookies }
  for (const cookie of writeCookies(cookies, isSecure)) response.append('Set-Cookie', cookie)
  for (const [name, value] of Object.entries(reply.headers ?? {})) response.setHeader(name, value)
  if ('to' in reply) return void response.redirect(303, reply.to)
  if ('json' in reply) return void response.json(reply.json)
  if ('file' in reply) return void response.attachment(reply.file.name).type('text').send(reply.file.text)
  const { page } = reply
  response.status(page.status ?? (page.isFaulty ? 422 : 200)).type('html')
  response.setHeader('Vary', 'Cookie, Accept-Language')
  response.send(renderPage(visit, page))
}
