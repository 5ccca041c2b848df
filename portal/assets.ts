/**
 * The style sheet and the script. Their names hold a hash of what is in them, so browsers may keep them for good.
 */
import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import type { RequestHandler } from 'express'

const FILES = { 'portal.css': 'text/css; charset=utf-8', 'portal.js': 'text/javascript; charset=utf-8' }
type AssetName = keyof typeof FILES
type Asset = { type: string; plain: Buffer; gzipped: Buffer }

export type Assets = {
  /** The address of a file under the portal. */
  path: (name: AssetName) => string
  serve: RequestHandler
}

/** Reads the files once. */
export function openAssets(): Assets {
  const paths = new Map<string, string>()
  const found = new Map<string, Asset>()
  for (const [name, type] of Object.entries(FILES)) {
    const plain = readFileSync(new URL(`assets/${name}`, import.meta.url))
    const [stem, ending] = name.split('.')
    const path = `/assets/${stem}.${hash('sha256', plain).slice(0, 12)}.${ending}`
    paths.set(name, path)
    found.set(path, { type, plain, gzipped: gzipSync(plain, { level: 9 }) })
  }
  return { path: (name) => paths.get(name) ?? '', serve: serveFrom(found) }
}

function serveFrom(found: ReadonlyMap<string, Asset>): RequestHandler {
  return (request, response, next) => {
    const asset = found.get(`/assets${request.path}`)
    if (!asset || request.method !== 'GET') return next()
    const zips = /\bgzip\b/.test(request.get('accept-encoding') ?? '')
    response.setHeader('Content-Type', asset.type)
    response.setHeader('Cache-Control', 'public, max-age=31536000, immutable')
    response.setHeader('Vary', 'Accept-Encoding')
    if (zips) response.setHeader('Content-Encoding', 'gzip')
    response.end(zips ? asset.gzipped : asset.plain)
  }
}
