import type { Request } from 'express'
import type { CallbackTarget } from '#simulator/callbacks.ts'
import type { Form } from '#simulator/signature.ts'

/** Reads the form of a request; a body of another kind counts as empty, and required fields are then missing. */
export function readForm(req: Request): Form {
  return (req.body as Form | undefined) ?? {}
}

/** Reads one field; of a repeated one the first. Undefined: missing or empty. */
export function field(form: Form, name: string): string | undefined {
  const value = form[name]
  return (Array.isArray(value) ? value[0] : value) || undefined
}

/** Reads every value of a field that may be repeated. */
export function fields(form: Form, name: string): string[] {
  return [form[name] ?? []].flat()
}

/** Reads a whole number within bounds. Null: it is something else. Missing: `normal`. */
export function wholeNumber(
  form: Form,
  name: string,
  bounds: { least: number; most: number; normal: number },
) {
  const text = field(form, name)
  if (text === undefined) return bounds.normal
  const value = Number(text)
  return /^\d+$/.test(text) && value >= bounds.least && value <= bounds.most ? value : null
}

/** Tells whether Twilio would call this address: http or https, no underscore in the host, at most 4,000 characters. */
export function isWebhookUrl(text: string): boolean {
  if (text.length > 4_000) return false
  const url = URL.parse(text)
  return url !== null && /^https?:$/.test(url.protocol) && !url.hostname.includes('_')
}

/** Reads an address and its method. Null: no address. The caller has judged it. */
export function readTarget(form: Form, name: string): CallbackTarget | null {
  const url = field(form, name)
  return url === undefined ? null : { url, method: readMethod(form, `${name}Method`) }
}

/** Reads an HTTP method; Twilio's default is POST. */
export function readMethod(form: Form, name: string): 'GET' | 'POST' {
  return field(form, name)?.toUpperCase() === 'GET' ? 'GET' : 'POST'
}
