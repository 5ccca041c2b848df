/**
 * Requests as a portal makes them.
 */

export type Reply = {
  status: number
  headers: Headers
  // Answers are read as the test expects them; a wrong expectation fails there.
  body: Body
}

/** A JSON answer, read loosely: tests say what they expect of it. */
export type Body = {
  id: string
  client_secret: string
  status: string
  code: string
  version: number
  tries_left: number
  sends_left: number
  retry_after: number
  match_digits: string | null
  resend_at: string
  expires_at: string
  type: string
  detail: string
  instance: string
  errors: { pointer: string; detail: string }[]
  deliveries: { id: string; channel: string; status: string; reason: string | null; at: string }[]
  accepted: boolean
  reason: string | null
  account: { id: string }
  login: Body
  verification: Body
  next: NextStep
  [field: string]: unknown
}

/** What a login asks for; `action` says which of the others are there. */
export type NextStep = {
  action: string
  verification: Body | null
  alternatives: string[]
  factors: { factor: string; hint: string | null }[]
  profiles: { id: string; display_name: string; user_type: string }[]
  session: { token: string; amr: string[]; assurance: string; enroll_only: boolean }
  reason: string
  help_code: string
  secret: string
  otpauth_url: string
  qr_svg: string
  skippable: boolean
  current_masked: string | null
  pending_masked: string | null
  until: string | null
  resend_at: string | null
}

export type Asked = { token?: string | null; headers?: Record<string, string>; at?: number; raw?: string }

/** Makes a client of one or several APIs; requests without `at` go round. */
export function makeClient(urls: readonly string[], token: string) {
  let turn = 0
  return async (method: string, path: string, body?: unknown, asked: Asked = {}): Promise<Reply> => {
    const url = urls[asked.at ?? turn++ % urls.length]!
    const bearer = asked.token === undefined ? token : asked.token
    const payload = asked.raw ?? (body === undefined ? undefined : JSON.stringify(body))
    const response = await fetch(url + path, {
      method,
      headers: {
        ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }),
        ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
        ...asked.headers,
      },
      ...(payload === undefined ? {} : { body: payload }),
    })
    const text = await response.text()
    const isJson = /json/.test(response.headers.get('content-type') ?? '')
    return {
      status: response.status,
      headers: response.headers,
      body: (isJson && text !== '' ? JSON.parse(text) : { text }) as Body,
    }
  }
}
