import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from '#config.ts'

const GOOD = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://verify.example.org',
  DATABASE_URL: 'postgres://keypad:s3cret-of-the-database@db/keypad',
  REDIS_URL: 'redis://:s3cret-of-redis@redis:6379',
  KEYPAD_SECRETS: `k1:${randomBytes(32).toString('base64')}`,
  TWILIO_ACCOUNT_SID: `AC${'0123456789abcdef'.repeat(2)}`,
  TWILIO_AUTH_TOKEN: 's3cret-token-0123456789abcdef0123456789',
  TWILIO_FROM: '+15005550006',
}
const read = (env: Record<string, string | undefined>) => readConfig(env, 4300)

const BAD: [string, Record<string, string | undefined>, string][] = [
  [
    'no Twilio account',
    { TWILIO_ACCOUNT_SID: undefined, TWILIO_AUTH_TOKEN: undefined },
    'TWILIO_ACCOUNT_SID',
  ],
  ['half a Twilio account', { TWILIO_ACCOUNT_SID: undefined }, 'TWILIO_ACCOUNT_SID'],
  ['an empty token', { TWILIO_AUTH_TOKEN: '' }, 'TWILIO_AUTH_TOKEN'],
  ['a short token', { TWILIO_AUTH_TOKEN: 's3cret-too-short' }, 'TWILIO_AUTH_TOKEN'],
  ['an account that is none', { TWILIO_ACCOUNT_SID: 's3cret-account' }, 'TWILIO_ACCOUNT_SID'],
  ['no sender', { TWILIO_FROM: undefined }, 'TWILIO_FROM'],
  ['a sender that is none', { TWILIO_FROM: 's3cret sender that is too long' }, 'TWILIO_FROM'],
  ['another address than Twilio', { TWILIO_BASE_URL: 'https://s3cret.example' }, 'TWILIO_BASE_URL'],
  ['limits lifted', { KEYPAD_TEST_LIMITS: 'open' }, 'KEYPAD_TEST_LIMITS'],
  ['limits half lifted', { KEYPAD_TEST_LIMITS: 's3cret' }, 'KEYPAD_TEST_LIMITS'],
  ['no public address', { PUBLIC_URL: undefined }, 'PUBLIC_URL'],
  ['a public address without TLS', { PUBLIC_URL: 'http://s3cret.example' }, 'PUBLIC_URL'],
  ['debug logs', { LOG_LEVEL: 'debug' }, 'LOG_LEVEL'],
  ['a log level that is none', { LOG_LEVEL: 's3cret' }, 'LOG_LEVEL'],
  ['no database', { DATABASE_URL: undefined }, 'DATABASE_URL'],
  ['another database', { DATABASE_URL: 'mysql://u:s3cret@db/x' }, 'DATABASE_URL'],
  ['another queue', { REDIS_URL: 'amqp://u:s3cret@mq' }, 'REDIS_URL'],
  ['no secrets', { KEYPAD_SECRETS: undefined }, 'KEYPAD_SECRETS'],
  ['short secrets', { KEYPAD_SECRETS: 'k1:s3cret' }, 'KEYPAD_SECRETS'],
  [
    'placeholder secrets',
    { KEYPAD_SECRETS: `k1:${Buffer.alloc(32, 's3cret').toString('base64')}` },
    'KEYPAD_SECRETS',
  ],
  [
    'the same key id twice',
    { KEYPAD_SECRETS: `${GOOD.KEYPAD_SECRETS},${GOOD.KEYPAD_SECRETS}` },
    'KEYPAD_SECRETS',
  ],
  ['a port that is none', { PORT: 's3cret' }, 'PORT'],
  ['a port that is too high', { PORT: '65536' }, 'PORT'],
  ['proxies that are none', { TRUSTED_PROXIES: '10.0.0.1, s3cret' }, 'TRUSTED_PROXIES'],
  ['everybody as a proxy', { TRUSTED_PROXIES: '0.0.0.0/0' }, 'TRUSTED_PROXIES'],
  ['"true" as a proxy', { TRUSTED_PROXIES: 'true' }, 'TRUSTED_PROXIES'],
  ['a cap that is no number', { KEYPAD_CAP_TENANT_DAY: 's3cret' }, 'KEYPAD_CAP_TENANT_DAY'],
]

describe('a set of settings', () => {
  it.each(BAD)('with %s refuses to start and names the setting, never its value', (_what, change, key) => {
    const error = caught(() => read({ ...GOOD, ...change }))
    expect(error).toBeInstanceOf(ConfigError)
    expect((error as ConfigError).problems.filter((line) => line.includes(key))).toHaveLength(1)
    expect(error.message).not.toMatch(/s3cret/)
    for (const value of [GOOD.KEYPAD_SECRETS, GOOD.TWILIO_AUTH_TOKEN])
      expect(error.message).not.toContain(value)
  })

  it('that is wrong in many ways is told all of them at once', () => {
    const error = caught(() =>
      read({ ...GOOD, PUBLIC_URL: undefined, LOG_LEVEL: 'trace', TWILIO_FROM: undefined }),
    )
    expect((error as ConfigError).problems).toHaveLength(3)
  })

  it('that is good gives a frozen configuration', () => {
    const config = read({ ...GOOD, TRUSTED_PROXIES: 'loopback, 10.0.0.0/8, 2001:db8::/32, 192.0.2.1' })
    expect(Object.isFrozen(config)).toBe(true)
    expect(config).toMatchObject({
      isProduction: true,
      port: 4300,
      publicUrl: 'https://verify.example.org',
      limitsFloods: true,
    })
    expect(config.trustedProxies).toEqual(['loopback', '10.0.0.0/8', '2001:db8::/32', '192.0.2.1'])
    expect(config.carrier).toMatchObject({ isSimulated: false, baseUrl: null, from: '+15005550006' })
  })

  it('may be left out almost wholly in development: the simulator then stands in', () => {
    const { DATABASE_URL, KEYPAD_SECRETS } = GOOD
    const config = read({ DATABASE_URL, KEYPAD_SECRETS, PORT: '5000' })
    expect(config.carrier).toMatchObject({ isSimulated: true, baseUrl: 'http://localhost:5000/simulator' })
    expect(config.carrier.accountSid).toMatch(/^AC[0-9a-f]{32}$/)
    expect(read({ DATABASE_URL, KEYPAD_SECRETS }).carrier.authTokens).toEqual(config.carrier.authTokens)
  })

  it('KEYPAD_TEST_LIMITS=open lifts the caps per address and tenant, and the floods', () => {
    const { DATABASE_URL, KEYPAD_SECRETS } = GOOD
    const config = read({ DATABASE_URL, KEYPAD_SECRETS, KEYPAD_TEST_LIMITS: 'open' })
    expect([config.limitsFloods, config.caps.breakerSends, config.caps.tenantPerDay]).toEqual([
      false,
      0,
      Number.POSITIVE_INFINITY,
    ])
  })

  it('takes several old keys and two tokens while they are being replaced', () => {
    const old = `k0:${randomBytes(32).toString('base64')}`
    const config = read({
      ...GOOD,
      KEYPAD_SECRETS: `${GOOD.KEYPAD_SECRETS},${old}`,
      TWILIO_AUTH_TOKEN_SECONDARY: 'another-token-0123456789abcdef0123456789',
    })
    expect([config.ring.map(({ id }) => id), config.carrier.authTokens.length]).toEqual([['k1', 'k0'], 2])
  })
})

function caught(work: () => unknown): Error {
  try {
    work()
  } catch (error) {
    return error as Error
  }
  throw new Error('it was accepted')
}
