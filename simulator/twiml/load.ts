import { writeCallForm } from '#simulator/call-callbacks.ts'
import { twimlFault } from './fault.ts'
import { parseTwiml, type Element } from './parse.ts'
import type { Call, TwimlSource } from '#simulator/call.ts'
import type { Network } from '#simulator/network.ts'

/** A document and where it came from; `base` is null for TwiML given inline, which has no address. */
export type Document = { root: Element; base: string | null }

/** Reads a document from its text or its server, or from the fallback when that fails. Throws a fault. */
export async function loadDocument(network: Network, call: Call, source: TwimlSource): Promise<Document> {
  if (source.kind === 'inline') return { root: parseTwiml(source.twiml), base: null }
  try {
    return await fetchDocument(network, call, source)
  } catch (error) {
    const { fallback } = call
    if (fallback?.kind !== 'url') throw error
    call.fallback = null
    return fetchDocument(network, call, fallback)
  }
}

type UrlSource = Extract<TwimlSource, { kind: 'url' }>

async function fetchDocument(network: Network, call: Call, source: UrlSource): Promise<Document> {
  const { url, method } = source
  const form = { ...writeCallForm(network.accountSid, call), ...source.form }
  const title = 'Digits' in source.form ? 'keys' : 'TwiML'
  const answer = await network.webhooks.send({ url, method, form, title, phone: call.to })
  if (answer.failure === 'too_long') throw twimlFault(11750, 'TwiML response body too large')
  if (answer.failure === 'connect') throw twimlFault(11205, 'HTTP connection failure')
  if (answer.failure === 'read') throw twimlFault(11200, 'HTTP retrieval failure: no answer in time')
  if (answer.status !== 200) throw twimlFault(11200, `HTTP retrieval failure: status ${answer.status}`)
  if (!/^(text|application)\/xml\b/.test(answer.type)) throw twimlFault(12300, 'Invalid Content-Type')
  return { root: parseTwiml(answer.body), base: url }
}

/** Resolves the address in an attribute against its document's. Null attribute: the document's own address. */
export function resolveUrl(base: string | null, target: string | undefined): string {
  const url = target === undefined || target === '' ? (base ?? '') : target
  try {
    const resolved = base === null ? new URL(url) : new URL(url, base)
    if (resolved.protocol === 'http:' || resolved.protocol === 'https:') return resolved.href
  } catch {
    // Falls through to the fault: the address is no URL, or is relative to a document that has none.
  }
  throw twimlFault(11100, `Invalid URL format: ${url.slice(0, 80)}`)
}
