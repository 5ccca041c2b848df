import { fileURLToPath } from 'node:url'
import express, { type Request, type Response, type Router } from 'express'
import { readPathPhone } from '#simulator/phone.ts'
import { refuseCrossSite } from '#simulator/same-site.ts'
import { handsetOf, type Handset } from '#simulator/world.ts'
import { addActs } from './acts.ts'
import { renderDocument } from './document.ts'
import { streamChanges } from './events.ts'
import type { Network } from '#simulator/network.ts'

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; " +
  "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
const FILES = ['handsets.css', 'phone.css', 'call.css', 'log.css', 'handsets.js', 'morph.js', 'aloud.js']
const SHOWN = 12

/** Makes the page with the phones: the document, its files, its live stream and its forms. */
export function makePageRouter(network: Network, forget: () => void): Router {
  const router = express.Router()
  router.use((_req, res, next) => {
    res.setHeader('Content-Security-Policy', POLICY)
    res.setHeader('X-Content-Type-Options', 'nosniff')
    res.setHeader('Referrer-Policy', 'same-origin')
    res.setHeader('Cache-Control', 'no-store')
    next()
  })
  router.use(refuseCrossSite)
  for (const file of FILES) {
    const path = fileURLToPath(new URL(file, import.meta.url))
    router.get(`/${file}`, (_req, res) => res.sendFile(path, { cacheControl: false, dotfiles: 'allow' }))
  }
  router.get('/', (req, res) => showPage(network, req, res))
  router.get('/events', (req, res) => streamChanges(network, req, res))
  addActs(router, network, forget)
  return router
}

function showPage({ world }: Network, req: Request, res: Response): void {
  const asked = [req.query['n'] ?? []].flat().map(String).slice(0, SHOWN)
  const pinned = asked.map(readPathPhone).filter((phone) => phone !== null)
  const wrong = asked.find((text) => text !== '' && readPathPhone(text) === null)?.slice(0, 40) ?? null
  const phones = choosePhones(
    [...world.handsets.values()],
    [...new Set(pinned)].map((phone) => handsetOf(world, phone)),
  )
  res.type('html').send(renderDocument({ base: req.baseUrl, world, phones, pinned, wrong }))
}

/** The phones that were asked for, then those last used; in an order that does not jump about while one looks. */
function choosePhones(all: Handset[], pinned: Handset[]): Handset[] {
  const used = all
    .filter((handset) => !pinned.includes(handset))
    .filter(({ messages, calls, replies }) => messages.length + calls.length + replies.length > 0)
    .toSorted((one, other) => other.lastSeenAt - one.lastSeenAt)
    .slice(0, Math.max(0, SHOWN - pinned.length))
  return [...pinned, ...used.toSorted((one, other) => other.firstSeenAt - one.firstSeenAt)]
}
