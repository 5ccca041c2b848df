/**
 * Tells whether a callback really comes from Twilio. Loads only the library's webhook file, not its client.
 */
import webhooks from 'twilio/lib/webhooks/webhooks.js'

/**
 * A request as it arrived. `url`: the public address it was sent to, with its query, built from our settings and never
 * from the Host header. `params`: the form, every field of it, repeated ones as arrays; `rawBody` instead for JSON.
 */
export type SignedRequest = {
  authTokens: readonly string[]
  signature: string | undefined
  url: string
} & ({ params: Readonly<Record<string, string | string[]>> } | { rawBody: string })

/** Checks X-Twilio-Signature against each token (two while one is being replaced). Never throws; in doubt it is false. */
export function isSignedByTwilio(request: SignedRequest): boolean {
  const { signature, authTokens } = request
  if (typeof signature !== 'string' || signature === '') return false
  return authTokens.some((token) => token !== '' && matches(request, token, signature))
}

function matches(request: SignedRequest, token: string, signature: string): boolean {
  try {
    if ('rawBody' in request) {
      return webhooks.validateRequestWithBody(token, signature, request.url, request.rawBody)
    }
    return webhooks.validateRequest(token, signature, request.url, request.params)
  } catch {
    // The library throws on addresses that are none.
    return false
  }
}
