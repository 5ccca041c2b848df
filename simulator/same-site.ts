import type { NextFunction, Request, Response } from 'express'
import { answerProblem } from './problem.ts'

/** Keeps other web sites from acting on the phones through a visitor's browser; tests and tools send no such header. */
export function refuseCrossSite(req: Request, res: Response, next: NextFunction): void {
  const site = req.headers['sec-fetch-site']
  const reads = req.method === 'GET' || req.method === 'HEAD'
  if (reads || site === undefined || site === 'same-origin' || site === 'none') return next()
  answerProblem(res, 403, 'Another web site may not act on the phones.')
}
