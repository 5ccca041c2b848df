/**
 * What a staff page answers, besides what any page does.
 */
import type { Html } from '#core/html.ts'
import type { Reply } from '#portal/reply.ts'
import type { Desk, Needs } from './desk.ts'

/** A file to keep, one JSON value per line. */
export type Download = { lines: AsyncIterable<unknown>; fileName: string }

/** One address of the staff pages, as it stands in the browser. */
export type DeskRoute = {
  method: 'get' | 'post'
  path: string
  needs: Needs
  /** A post arrives here only when its form stood on one of our pages. */
  run: (desk: Desk) => Reply | Download | Promise<Reply | Download>
}

/** Shows a page; `title` is plain text. */
export function showDesk(title: string, body: Html, of: { isFaulty?: boolean; status?: number } = {}): Reply {
  return { page: { title, body, ...of } }
}

/** Sends the browser to another staff page (303): reloading it then sends no form again. */
export function goToDesk(path: string): Reply {
  return { to: path }
}
