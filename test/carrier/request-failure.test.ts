import { describe, expect, it } from 'vitest'
import { failureOfAnswer, failureOfConnection } from '#carrier/request-failure.ts'

function broken(parts: object): unknown {
  return Object.assign(new Error('it broke'), parts)
}

describe('a request that got no answer', () => {
  it.each([
    ['ECONNREFUSED'],
    ['ENOTFOUND'],
    ['EAI_AGAIN'],
    ['EHOSTUNREACH'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT'],
    ['SELF_SIGNED_CERT_IN_CHAIN'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
    ['CERT_HAS_EXPIRED'],
    ['ERR_TLS_CERT_ALTNAME_INVALID'],
  ])('was never sent after %s', (code) => {
    expect(failureOfConnection(broken({ code })).neverSent).toBe(true)
    expect(failureOfConnection(broken({ code: 'ERR_NETWORK', cause: broken({ code }) })).neverSent).toBe(true)
  })

  it.each([
    'ECONNRESET',
    'EPIPE',
    'ECONNABORTED',
    'ETIMEDOUT',
    'ERR_CANCELED',
    'ERR_BAD_RESPONSE',
    'EPROTO',
    undefined,
  ])('is in doubt after %s', (code) => {
    expect(failureOfConnection(broken({ code }))).toMatchObject({
      status: null,
      code: null,
      neverSent: false,
    })
  })

  it('was never sent when every address timed out or refused to connect, but not when one did not', () => {
    const timedOut = broken({ code: 'ETIMEDOUT', syscall: 'connect' })
    const refused = broken({ code: 'ECONNREFUSED', syscall: 'connect' })
    const reset = broken({ code: 'ECONNRESET', syscall: 'read' })
    const all = new AggregateError([timedOut, refused])
    const some = new AggregateError([timedOut, reset])
    expect(failureOfConnection(broken({ code: 'ETIMEDOUT', cause: all })).neverSent).toBe(true)
    expect(failureOfConnection(broken({ code: 'ETIMEDOUT', cause: some })).neverSent).toBe(false)
  })

  it.each([null, undefined, 'words', 42])('is in doubt when %s was thrown', (thrown) => {
    expect(failureOfConnection(thrown).neverSent).toBe(false)
  })
})

describe('an answer that is no success', () => {
  it.each([
    ['7', 7_000],
    ['0', 0],
    ['999999', 3_600_000],
    ['soon', null],
    ['-1', null],
    [undefined, null],
  ])('with Retry-After %s asks for a wait of %s ms', (header, retryAfterMs) => {
    const answer = { statusCode: 429, body: {}, headers: { 'retry-after': header } }
    expect(failureOfAnswer(answer)).toMatchObject({ code: 20429, retryAfterMs })
  })

  it.each([
    [400, { code: 21211 }, 21211],
    [400, { code: '21211' }, null],
    [401, 'no JSON', 20003],
    [429, null, 20429],
    [404, [], null],
  ])('%s with %j has the code %s', (statusCode, body, code) => {
    expect(failureOfAnswer({ statusCode, body, headers: {} }).code).toBe(code)
  })

  it('keeps the address of its help page only when it is one', () => {
    const infoOf = (more_info: unknown) =>
      failureOfAnswer({ statusCode: 400, body: { more_info }, headers: {} }).moreInfo
    expect(infoOf('https://www.twilio.com/docs/errors/21211')).toBe(
      'https://www.twilio.com/docs/errors/21211',
    )
    expect(infoOf('https://evil.example.org/+12025550123')).toBeNull()
    expect(infoOf(7)).toBeNull()
  })
})
