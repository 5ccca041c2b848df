import { readFileSync } from 'node:fs'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import querystring from 'node:querystring'
import express from 'express'
import type { ErrorRequestHandler } from 'express'
import { describe, expect, it } from 'vitest'
import { readSignedBody, requireSignature } from '#api/hooks-twilio.ts'
import { Problem } from '#core/problem.ts'

type Vector = {
  id: string
  token: string
  url: string
  signature: string | null
  valid: boolean
  kind: 'form' | 'body'
  params: Record<string, string | string[]>
  body: string
}

const { vectors } = JSON.parse(
  readFileSync(new URL('../vectors/twilio-signatures.json', import.meta.url), 'utf8'),
) as { vectors: Vector[] }

describe('the published vectors, through the middleware of the routes on a real server', () => {
  it('are twenty-nine', () => expect(vectors).toHaveLength(29))

  it.each(vectors)('$id', async (vector) => {
    const [, publicUrl = '', path = ''] = /^(https?:\/\/[^/]+)(.*)$/.exec(vector.url)!
    expect(await post(publicUrl, path, vector)).toBe(vector.valid ? 204 : 403)
  })
})

/** Posts a vector to its own path, as raw as it came: no client of URLs may rewrite its quotes. */
async function post(publicUrl: string, path: string, vector: Vector): Promise<number> {
  const app = express()
  app.use(...readSignedBody, requireSignature([vector.token], publicUrl))
  app.post('/myapp.php', (_request, response) => void response.status(204).end())
  const refused: ErrorRequestHandler = (error, _request, response, _next) =>
    void response.status(error instanceof Problem ? 403 : 500).end()
  app.use(refused)
  const server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const isForm = vector.kind === 'form'
  const headers = {
    'content-type': isForm ? 'application/x-www-form-urlencoded' : 'application/json',
    ...(vector.signature === null ? {} : { 'x-twilio-signature': vector.signature }),
  }
  const status = await new Promise<number>((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method: 'POST', headers }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    sent.on('error', reject)
    sent.end(isForm ? querystring.stringify(vector.params) : vector.body)
  })
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  return status
}
