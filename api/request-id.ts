/**
 * Every request gets an id of ours; it stands in the answer, in the log and in the events that the request causes.
 */
import type { RequestHandler, Response } from 'express'
import { newUuid } from '#core/new-id.ts'

/** Gives the request its id and the headers that every answer carries. */
export const nameRequest: RequestHandler = (request, response, next) => {
  // Nothing here may be kept, yet Express would answer 304 to `If-None-Match: *`.
  delete request.headers['if-none-match']
  const id = newRequestId()
  response.locals['requestId'] = id
  response.set({ 'Request-Id': id, 'Cache-Control': 'no-store' })
  next()
}

/** A new id of a request: a UUID v7, whose time lets support find the request's events without an index of their own. */
export function newRequestId(): string {
  return `req_${newUuid().replaceAll('-', '')}`
}

/** The id of the request that is being answered. */
export function requestIdOf(response: Response): string {
  return response.locals['requestId'] as string
}
