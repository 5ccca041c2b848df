import type { Response } from 'express'

/** Answers a control request that cannot be done, in RFC 9457's form. */
export function answerProblem(res: Response, status: number, detail: string): void {
  const titles: Record<number, string> = {
    400: 'Bad request',
    403: 'Forbidden',
    404: 'Not found',
    409: 'Conflict',
  }
  res.status(status).type('application/problem+json')
  res.send(JSON.stringify({ type: 'about:blank', title: titles[status] ?? 'Problem', status, detail }))
}
