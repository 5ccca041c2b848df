/**
 * Runs a staff page for a request, as serve-page.ts does for those of patients.
 */
import type { Request, RequestHandler, Response } from 'express'
import { html } from '#core/html.ts'
import { writeCookies } from '#portal/cookies.ts'
import { isFormToken, isOwnForm } from '#portal/csrf.ts'
import { isPageLocale } from '#portal/languages.ts'
import { makeRefused } from '#portal/pages/trouble.ts'
import type { Portal } from '#portal/portal.ts'
import type { Reply } from '#portal/reply.ts'
import { openVisit } from '#portal/visit.ts'
import type { Visit } from '#portal/visit.ts'
import { renderDesk } from './console-layout.ts'
import { showDesk } from './console-reply.ts'
import type { DeskRoute, Download } from './console-reply.ts'
import { turnToDeskWords, withDesk } from './desk.ts'
import type { Desk } from './desk.ts'
import type { DeskWords } from './desk-words.ts'
import type { Style } from './style.ts'

type Answered = { desk: Desk | null; reply: Reply | Download }

/** Serves one address. */
export function serveDesk(portal: Portal, style: Style, route: DeskRoute): RequestHandler {
  return async (request, response) => {
    const gone = new AbortController()
    response.once('close', () => gone.abort())
    const visit = turnToDeskWords(openVisit(portal, request, gone.signal))
    const { desk, reply } = await answer(visit, request, route)
    if ('lines' in reply) return writeLines(response, reply)
    const isNew = visit.cookie('form') === undefined && 'page' in reply
    const cookies = { ...(isNew ? { form: visit.form.secret } : {}), ...reply.cookies }
    for (const cookie of writeCookies(cookies, portal.isSecure)) response.append('Set-Cookie', cookie)
    for (const [name, value] of Object.entries(reply.headers ?? {})) response.setHeader(name, value)
    if ('to' in reply) return void response.redirect(303, reply.to)
    if ('json' in reply) return void response.json(reply.json)
    if ('file' in reply) return void response.attachment(reply.file.name).type('text').send(reply.file.text)
    response.status(reply.page.status ?? (reply.page.isFaulty ? 422 : 200)).type('html')
    const search = searchOf(request)
    response.send(renderDesk(visit, { page: reply.page, role: desk?.role ?? null, style, search }))
  }
}

async function answer(visit: Visit & DeskWords, request: Request, route: DeskRoute): Promise<Answered> {
  const lang = visit.query('lang')
  if (route.method === 'get' && isPageLocale(lang))
    return { desk: null, reply: { to: `${visit.path}?${searchOf(request)}`.slice(0, -1), cookies: { lang } } }
  if (route.method === 'post' && !isFromHere(visit, request))
    return { desk: null, reply: makeRefused(visit, 403) }
  const download: Download[] = []
  let opened: Desk | null = null
  const run = async (desk: Desk): Promise<Reply> => {
    opened = desk
    const reply = await route.run(desk)
    if (!('lines' in reply)) return reply
    download.push(reply)
    return { json: {} }
  }
  const { needs } = route
  const reply = await withDesk(visit, { needs, params: request.params }, { run, refuse: () => refuse(visit) })
  return { desk: opened, reply: download[0] ?? reply }
}

/** What an address asks for besides the language, and besides what the page before did; ready for one more. */
function searchOf({ originalUrl }: Request): string {
  const { searchParams } = new URL(originalUrl, 'http://keypad')
  for (const name of ['lang', 'did']) searchParams.delete(name)
  return searchParams.size > 0 ? `${searchParams}&` : ''
}

function isFromHere(visit: Visit, request: Request): boolean {
  const { publicUrl } = visit.portal
  const from = { fetchSite: request.get('sec-fetch-site'), origin: request.get('origin'), publicUrl }
  return isOwnForm(from) && isFormToken(visit.field('form_token'), visit.form.token)
}

function refuse({ tell, plain }: DeskWords): Reply {
  const body = html`<h1>${tell('desk.refusedTitle')}</h1>
    <p>${tell('desk.refusedText')}</p>`
  return showDesk(plain('desk.refusedTitle'), body, { status: 403 })
}

async function writeLines(response: Response, { lines, fileName }: Download): Promise<void> {
  response.type('application/x-ndjson').attachment(fileName)
  for await (const line of lines) {
    if (!response.write(`${JSON.stringify(line)}\n`))
      await new Promise<void>((go) => {
        response.once('drain', go).once('close', go)
      })
    if (response.destroyed) return
  }
  response.end()
}
