/**
 * The documentation's doors. What is behind them is made on the first request and kept: it only depends on the settings,
 * and starting the API must not pay for it.
 */
import { readFile } from 'node:fs/promises'
import { Router } from 'express'
import type { RequestHandler, Response } from 'express'
import { Problem } from '#core/problem.ts'
import type { ApiContext } from './context.ts'
import type { Site } from './docs-page.ts'

const HEADERS = {
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'",
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
}

/** The routes of the home page, the reference, the problems' help pages and the OpenAPI document. */
export function docsRoutes({ config }: ApiContext): Router {
  const site: Site = { base: config.publicUrl, hasHandsets: config.carrier.isSimulated }
  const router = Router()
  router.get(
    '/openapi.json',
    keep('application/json', () => writeOpenApi(site)),
  )
  router.get(
    '/llms.txt',
    keep('text/plain', () => writeLlms(site)),
  )
  router.get(
    '/docs/docs.css',
    keep('text/css', () => readFile(STYLES, 'utf8')),
  )
  router.get(PAGES, keepPages(site))
  return router
}

const PAGES = ['/', '/docs', '/docs.md', '/docs/problems', '/docs/problems.md', '/docs/problems/:code']
const STYLES = new URL('assets/docs.css', import.meta.url)

async function writeOpenApi({ base }: Site): Promise<string> {
  const { makeOpenApi } = await import('./openapi.ts')
  return JSON.stringify(await makeOpenApi(base))
}

async function writeLlms(site: Site): Promise<string> {
  const { writeLlmsTxt } = await import('./docs-markdown.ts')
  return writeLlmsTxt(site)
}

/** Serves one text, made once. */
function keep(type: string, make: () => Promise<string>): RequestHandler {
  let made: string | null = null
  return async (_request, response) => {
    made ??= await make()
    send(response, type, made)
  }
}

/** Serves pages as HTML, and as Markdown where the address ends in `.md`. Only pages that exist are kept. */
function keepPages(site: Site): RequestHandler {
  const made = new Map<string, string>()
  return async (request, response) => {
    const path = request.path.replace(/(?<=.)\/$/, '')
    const text = made.get(path) ?? (await writePage(path, site))
    if (text === null) throw new Problem('not_found')
    made.set(path, text)
    send(response, path.endsWith('.md') ? 'text/markdown' : 'text/html', text)
  }
}

async function writePage(path: string, site: Site): Promise<string | null> {
  const { makePage } = await import('./docs-pages.ts')
  const page = await makePage(path.replace(/\.md$/, ''), site)
  if (!page) return null
  if (!path.endsWith('.md')) return (await import('./docs-html.ts')).renderPage(page, site)
  return (await import('./docs-markdown.ts')).writeMarkdown(page, site)
}

function send(response: Response, type: string, text: string): void {
  response.set(HEADERS).type(`${type}; charset=utf-8`).send(text)
}
