/**
 * Every request gets an id of ours; it stands in the answer, in the log and in the events that the request causes.
 */
import { randomUUID } from 'node:crypto'
import type { RequestHandler, Response } from 'express'

/** Gives the request its id and the headers that every answer carries. */
export const nameRequest: RequestHandler = (request, response, next) => {
  // Nothing here may be kept, yet Express would answer 304 to `If-None-Match: *`.
  delete request.headers['if-none-match']
  const id = newRequestId()
  response.locals['requestId'] = id
  response.set({ 'Request-Id': id, 'Cache-Control': 'no-store' })
  next()
}

/** A new id of a request. */
export function newRequestId(): string {
  return `req_${randomUUID().replaceAll('-', '')}`
}

/** The id of the request that is being answered. */
export function requestIdOf(response: Response): string {
  return response.locals['requestId'] as string
}
