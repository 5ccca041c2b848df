/**
 * The lower bound of logins: bare Express that compares one password with its argon2 hash, in the same pool, and does
 * nothing else.
 */
import express from 'express'
import { hashText, isHashed } from '#credentials/hash-pool.ts'

const { PORT = '0' } = process.env
const PASSWORD = 'four-quiet-herons'

const encoded = await hashText(PASSWORD)
const app = express()
app.disable('x-powered-by')
app.disable('etag')
app.use(express.json())

app.post('/logins', async (request, response) => {
  const { password } = request.body as { password: string }
  const isRight = await isHashed(encoded, password)
  response.status(isRight ? 201 : 401).json({ status: 'done' })
})

app.get('/livez', (_request, response) => void response.json({ status: 'ok' }))
app.listen(Number(PORT), '127.0.0.1')
process.on('SIGTERM', () => process.exit(0))
