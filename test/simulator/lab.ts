import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import twilio from 'twilio'
import webhooks from 'twilio/lib/webhooks/webhooks.js'
import { createSimulator, type Simulator } from '#simulator/app.ts'

export const accountSid = `AC${'0123456789abcdef'.repeat(2)}`
export const authToken = 'a-token-for-tests'
export const from = '+15005550006'

/** A webhook as the product's side received it. */
export type Received = {
  path: string
  form: Record<string, string>
  signed: boolean
  token: string
  method: string
}

/** A simulator and a receiver of its webhooks, both on free ports. */
export type Lab = {
  base: string
  hooks: string
  simulator: Simulator
  client: ReturnType<typeof twilio>
  received: Received[]
  logged: string[]
  /** Answers of the receiver by path: status, type, body; a missing one is 204. */
  answers: Map<string, (form: Record<string, string>) => Answer>
  control: (method: string, path: string, body?: unknown) => Promise<Response>
  post: (resource: string, form: Record<string, string>) => Promise<Response>
  close: () => Promise<void>
}

/** `hang` never answers; `reset` breaks off. */
export type Answer = { status?: number; type?: string; body?: string; fail?: 'hang' | 'reset' }

export async function startLab(speed = 50): Promise<Lab> {
  const received: Received[] = []
  const logged: string[] = []
  const answers: Lab['answers'] = new Map()
  const receiver = await listen(
    createServer((req, res) => void receive({ received, answers, hooks: () => hooks }, req, res)),
  )
  const hooks = addressOf(receiver)
  const simulator = createSimulator({ accountSid, authToken, speed, log: (line) => logged.push(line) })
  const app = express()
  app.use('/simulator', simulator.router)
  app.use('/handsets', simulator.handsets)
  const server = await listen(createServer(app))
  const base = addressOf(server)
  return {
    base,
    hooks,
    simulator,
    received,
    logged,
    answers,
    client: twilio(accountSid, authToken, { httpClient: new Rewriter(`${base}/simulator`) }),
    control: (method, path, body) => fetch(`${base}/simulator${path}`, controlRequest(method, body)),
    post: (resource, form) =>
      postForm(`${base}/simulator/2010-04-01/Accounts/${accountSid}/${resource}`, form),
    async close() {
      await simulator.stop()
      for (const one of [server, receiver]) {
        one.closeAllConnections()
        await new Promise((resolve) => one.close(resolve))
      }
    },
  }
}

type RequestOptions<T> = Parameters<typeof twilio.RequestClient.prototype.request<T>>[0]

/** Sends the twilio package's requests to the simulator, as the product's adapter does. */
class Rewriter extends twilio.RequestClient {
  readonly target: string
  constructor(target: string) {
    super({ timeout: 2_000 })
    this.target = target
  }
  override request<T>(options: RequestOptions<T>) {
    const uri = options.uri.replace(/^https:\/\/(api|lookups)\.twilio\.com/, this.target)
    return super.request<T>({ ...options, uri })
  }
}

type Desk = { received: Received[]; answers: Lab['answers']; hooks: () => string }

async function receive(
  desk: Desk,
  req: IncomingMessage,
  res: import('node:http').ServerResponse,
): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of req) chunks.push(chunk as Buffer)
  const form = Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString()))
  const path = req.url ?? ''
  const signature = String(req.headers['x-twilio-signature'])
  const signed = webhooks.validateRequest(authToken, signature, desk.hooks() + path, form)
  const token = String(req.headers['i-twilio-idempotency-token'])
  desk.received.push({ path, form, signed, token, method: req.method ?? '' })
  const answer = desk.answers.get(path.split('?')[0] ?? '')?.(form) ?? { status: 204 }
  if (answer.fail === 'hang') return
  if (answer.fail === 'reset') return void req.socket.resetAndDestroy()
  res.writeHead(answer.status ?? 200, { 'content-type': answer.type ?? 'text/xml' }).end(answer.body)
}

function controlRequest(method: string, body: unknown): RequestInit {
  if (body === undefined) return { method }
  return { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
}

export function postForm(url: string, form: Record<string, string>, token = authToken): Promise<Response> {
  const authorization = `Basic ${Buffer.from(`${accountSid}:${token}`).toString('base64')}`
  return fetch(url, { method: 'POST', headers: { authorization }, body: new URLSearchParams(form) })
}

function listen(server: Server): Promise<Server> {
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}

function addressOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** Asks again until there is an answer, at most five seconds. */
export async function until<T>(ask: () => T | Promise<T>): Promise<NonNullable<T>> {
  const deadline = Date.now() + 5_000
  for (;;) {
    const answer = await ask()
    if (answer) return answer
    if (Date.now() > deadline) throw new Error('it did not happen within five seconds')
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

/** Waits until no text, call or callback is on its way. */
export async function untilIdle(lab: Lab): Promise<void> {
  await until(() => lab.simulator.idle())
}

let next = 100
/** A number that no other test uses. */
export function freshPhone(): string {
  next += 1
  return `+31612345${next}`
}
