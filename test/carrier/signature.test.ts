import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import querystring from 'node:querystring'
import * as fc from 'fast-check'
import webhooks from 'twilio/lib/webhooks/webhooks.js'
import { describe, expect, it } from 'vitest'
import { isSignedByTwilio } from '#carrier/signature.ts'

type Params = Record<string, string | string[]>
type Vector = { id: string; token: string; url: string; signature: string | null; valid: boolean } & (
  | { kind: 'form'; params: Params }
  | { kind: 'body'; body: string }
)
type UrlProperty = { id: string; signed_url: string; target_url: string; valid: boolean; token: string }
type Facts = {
  vectors: Vector[]
  url_properties: UrlProperty[]
  body_hashes: { body: string; sha256: string }[]
}

const facts = JSON.parse(
  readFileSync(new URL('../vectors/twilio-signatures.json', import.meta.url), 'utf8'),
) as Facts

const TOKEN = '0123456789abcdef0123456789abcdef'
const URL_HERE = 'https://keypad.example.org/hooks/twilio/texts/abc'
const PARAMS = { MessageSid: 'SM1', MessageStatus: 'sent' }

function sign(token: string, url: string, params: Params): string {
  return webhooks.getExpectedTwilioSignature(token, url, params)
}

describe('the published signature vectors', () => {
  it('are all there', () => {
    expect(facts.vectors).toHaveLength(29)
  })

  it.each(facts.vectors)('$id is judged as published', (vector) => {
    const body = vector.kind === 'form' ? { params: vector.params } : { rawBody: vector.body }
    const signature = vector.signature ?? undefined
    expect(isSignedByTwilio({ authTokens: [vector.token], signature, url: vector.url, ...body })).toBe(
      vector.valid,
    )
  })

  it.each(facts.vectors.filter((vector) => vector.kind === 'form'))(
    '$id survives a form parser',
    (vector) => {
      if (vector.kind !== 'form') return
      const params = querystring.parse(querystring.stringify(vector.params)) as Params
      const signature = vector.signature ?? undefined
      expect(isSignedByTwilio({ authTokens: [vector.token], signature, url: vector.url, params })).toBe(
        vector.valid,
      )
    },
  )

  it.each(facts.url_properties)('$id holds for the address', ({ token, signed_url, target_url, valid }) => {
    const signature = createHmac('sha1', token).update(signed_url).digest('base64')
    expect(isSignedByTwilio({ authTokens: [token], signature, url: target_url, params: {} })).toBe(valid)
  })

  it.each(facts.body_hashes)('the hash of $body guards the raw body', ({ body, sha256 }) => {
    const url = `${URL_HERE}?bodySHA256=${sha256}`
    const signature = sign(TOKEN, url, {})
    expect(isSignedByTwilio({ authTokens: [TOKEN], signature, url, rawBody: body })).toBe(true)
    expect(isSignedByTwilio({ authTokens: [TOKEN], signature, url, rawBody: `${body} ` })).toBe(false)
  })
})

describe('a request', () => {
  const signature = sign(TOKEN, URL_HERE, PARAMS)
  const request = { authTokens: [TOKEN], signature, url: URL_HERE, params: PARAMS }

  it('is accepted under any of several tokens while one is being replaced', () => {
    expect(isSignedByTwilio({ ...request, authTokens: ['another', TOKEN] })).toBe(true)
    expect(isSignedByTwilio({ ...request, authTokens: ['another'] })).toBe(false)
  })

  it('is refused without a token, even when signed with the empty one', () => {
    const forged = createHmac('sha1', '').update(`${URL_HERE}MessageSidSM1MessageStatussent`).digest('base64')
    expect(isSignedByTwilio({ ...request, signature: forged, authTokens: [''] })).toBe(false)
    expect(isSignedByTwilio({ ...request, authTokens: [] })).toBe(false)
  })

  it('is refused without a signature', () => {
    expect(isSignedByTwilio({ ...request, signature: undefined })).toBe(false)
    expect(isSignedByTwilio({ ...request, signature: '' })).toBe(false)
  })

  it('never makes the check throw, whatever the address, signature or form', () => {
    const head = {
      authTokens: fc.array(fc.string()),
      signature: fc.option(fc.string({ unit: 'binary' }), { nil: undefined }),
      url: fc.string({ unit: 'binary' }),
    }
    const params = fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.array(fc.string())))
    const request = fc.oneof(fc.record({ ...head, params }), fc.record({ ...head, rawBody: fc.string() }))
    fc.assert(fc.property(request, (request) => !isSignedByTwilio(request)))
  })

  it('is refused when any one character of its form changes', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string(), (key, value) => {
        const changed = { ...PARAMS, [key]: value }
        return (
          isSignedByTwilio({ ...request, params: changed }) ===
          (changed[key as 'MessageSid'] === PARAMS[key as 'MessageSid'])
        )
      }),
    )
  })
})
