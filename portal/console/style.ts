/**
 * What the staff pages add to the style sheet and the script of the portal. Their names hold a hash of what is in them.
 */
import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import type { RequestHandler } from 'express'

const FILES = { css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8' }

export type Style = { css: string; js: string; serve: RequestHandler }

/** Reads the files once. */
export function openStyle(): Style {
  const css = readAsset('css')
  const js = readAsset('js')
  const serve: RequestHandler = (request, response, next) => {
    const asset = [css, js].find(({ path }) => path === request.path)
    if (!asset || request.method !== 'GET') return next()
    response.setHeader('Content-Type', asset.type)
    response.setHeader('Cache-Control', 'public, max-age=31536000, immutable')
    response.setHeader('Vary', 'Accept-Encoding')
    const zips = /\bgzip\b/.test(request.get('accept-encoding') ?? '')
    if (zips) response.setHeader('Content-Encoding', 'gzip')
    response.end(zips ? asset.gzipped : asset.plain)
  }
  return { css: css.path, js: js.path, serve }
}

function readAsset(ending: keyof typeof FILES) {
  const plain = readFileSync(new URL(`../assets/console.${ending}`, import.meta.url))
  const path = `/support/assets/console.${hash('sha256', plain).slice(0, 12)}.${ending}`
  return { path, type: FILES[ending], plain, gzipped: gzipSync(plain, { level: 9 }) }
}
