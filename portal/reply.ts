/**
 * What a page answers: HTML in the frame, a way to another page, data for the script, or a file to keep.
 */
import type { CookieChanges } from './cookies.ts'
import type { Html } from '#core/html.ts'
import { BASE } from './portal.ts'
import type { Visit } from './visit.ts'

/** A page: `title` is plain text; `faults` also mark the title and the status. */
export type Page = {
  title: string
  body: Html
  status?: number
  /** Something that was typed cannot be used. */
  isFaulty?: boolean
}

/** Plain text that the browser saves; `name` is what it is called there. */
export type TextFile = { name: string; text: string }

export type Reply = ({ page: Page } | { to: string } | { json: object } | { file: TextFile }) & {
  cookies?: CookieChanges
  headers?: Record<string, string>
}

/** Shows a page. */
export function show(page: Page, cookies: CookieChanges = {}): Reply {
  return { page, cookies }
}

/** Sends the browser to another page of the portal (303): reloading it then sends no form again. */
export function goTo(path: string, cookies: CookieChanges = {}): Reply {
  return { to: BASE + path, cookies }
}

/** One address of the portal. The path stands under `/portal`, for example `/sign-in`. */
export type Route = {
  method: 'get' | 'post'
  path: string
  /** A post arrives here only when its form stood on one of our pages. */
  run: (visit: Visit) => Reply | Promise<Reply>
}
