/**
 * Environment → one checked, frozen configuration. Only the main files and the command line read it; a bad set refuses
 * to start with one list that names keys and never values.
 */
import { mark, readKeyRing } from '#core/key-ring.ts'
import type { KeyRing } from '#core/key-ring.ts'
import { readMailSettings } from '#core/mail-settings.ts'
import type { MailConfig } from '#core/mail-settings.ts'
import type { SendCaps } from '#core/send-limits.ts'
import { readEntries, SETTINGS } from '#core/settings.ts'
import type { Settings } from '#core/settings.ts'

export { SETTINGS }

/** How Twilio is reached. `isSimulated`: the simulator stands in, with an account made from the key ring. */
export type CarrierConfig = {
  accountSid: string
  authTokens: [string, ...string[]]
  from: string | null
  messagingServiceSid: string | null
  baseUrl: string | null
  isSimulated: boolean
  /** How much faster than real ones the simulator's phones are. */
  simulatorSpeed: number
}

export type Config = Readonly<{
  isProduction: boolean
  port: number
  publicUrl: string
  databaseUrl: string
  redisUrl: string | null
  ring: KeyRing
  carrier: CarrierConfig
  mail: MailConfig
  /** The patient portal on the API's port; `brand` is what its pages call the service. Without a key it is not served. */
  portal: { key: string | null; brand: string }
  trustedProxies: readonly string[]
  caps: SendCaps
  pace: {
    texts: { concurrency: number; perSecond: number }
    calls: { concurrency: number; perSecond: number }
  }
  pool: number
  /** Whether floods are limited by socket address; off only in tests. */
  limitsFloods: boolean
  logLevel: string
}>

/** A set of settings that cannot work: one line per setting, without its value. */
export class ConfigError extends Error {
  readonly problems: string[]

  constructor(problems: string[]) {
    super(`These settings are wrong:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`)
    this.name = 'ConfigError'
    this.problems = problems
  }
}

/**
 * Reads and judges the settings. `embedded` fills in what the all-in-one start makes itself (database and secrets).
 * Throws ConfigError with everything that is wrong at once.
 */
export function readConfig(
  env: NodeJS.ProcessEnv,
  defaultPort: number,
  embedded: { databaseUrl?: string; secrets?: string } = {},
): Config {
  const settings = parseSettings(env)
  const databaseUrl = settings.DATABASE_URL ?? embedded.databaseUrl
  const secrets = settings.KEYPAD_SECRETS ?? embedded.secrets
  const ring = secrets === undefined ? null : readKeyRing(secrets)
  const problems = [
    ...judge(settings),
    ...judgeSecrets(secrets, ring),
    ...(databaseUrl ? [] : [MISSING_DATABASE]),
  ]
  if (problems.length > 0 || !ring || !databaseUrl) throw new ConfigError(problems)
  const listenPort = settings.PORT ?? defaultPort
  const publicUrl = (settings.PUBLIC_URL ?? `http://localhost:${listenPort}`).replace(/\/$/, '')
  const carrier = carrierOf(settings, ring, publicUrl)
  return Object.freeze({
    ...commonOf(settings),
    ...{ port: listenPort, publicUrl, databaseUrl, ring, carrier },
    mail: readMailSettings(settings, { simulatorUrl: carrier.baseUrl, publicUrl }),
  })
}

const MISSING_DATABASE = 'DATABASE_URL is missing (only `npm start` brings its own PostgreSQL)'

/** Parses the settings alone, for what must be known before there is a database. Empty ones count as absent. */
export function parseSettings(env: NodeJS.ProcessEnv): Settings {
  const given = Object.fromEntries(
    Object.entries(env).filter(([name, value]) => value !== '' || name === 'TWILIO_AUTH_TOKEN'),
  )
  const parsed = SETTINGS.safeParse(given)
  if (parsed.success) return parsed.data
  throw new ConfigError(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`))
}

function judge(s: Settings): string[] {
  const problems: string[] = []
  const hasAccount = s.TWILIO_ACCOUNT_SID !== undefined && s.TWILIO_AUTH_TOKEN !== undefined
  const hasSender = s.TWILIO_FROM !== undefined || s.TWILIO_MESSAGING_SERVICE_SID !== undefined
  if ((s.TWILIO_ACCOUNT_SID === undefined) !== (s.TWILIO_AUTH_TOKEN === undefined))
    problems.push('TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN go together: one of them is missing')
  if (hasAccount && !hasSender) problems.push('TWILIO_FROM or TWILIO_MESSAGING_SERVICE_SID is missing')
  if (s.NODE_ENV === 'production') problems.push(...judgeProduction(s))
  return problems
}

function judgeProduction(s: Settings): string[] {
  const problems: string[] = []
  if (s.TWILIO_ACCOUNT_SID === undefined && s.TWILIO_AUTH_TOKEN === undefined)
    problems.push('TWILIO_ACCOUNT_SID: production needs Twilio credentials; the simulator never runs there')
  if (s.TWILIO_BASE_URL !== undefined) problems.push('TWILIO_BASE_URL is for tests only')
  if (s.KEYPAD_TEST_LIMITS === 'open') problems.push('KEYPAD_TEST_LIMITS=open is for tests only')
  if (!s.PUBLIC_URL?.startsWith('https://'))
    problems.push('PUBLIC_URL must be the https address that Twilio calls')
  if (s.LOG_LEVEL === 'debug' || s.LOG_LEVEL === 'trace')
    problems.push('LOG_LEVEL: debug and trace are not for production')
  return problems
}

function judgeSecrets(secrets: string | undefined, ring: KeyRing | null): string[] {
  if (secrets === undefined) return ['KEYPAD_SECRETS is missing: k1:<base64 of 32 random bytes>']
  if (!ring) return ['KEYPAD_SECRETS must be k1:<base64 of 32 bytes>[,k0:…], newest first']
  const bytes = secrets.split(',').map((entry) => Buffer.from(entry.split(':')[1] ?? '', 'base64'))
  const isWeak = bytes.some((key) => new Set(key).size < 12)
  return isWeak
    ? [
        'KEYPAD_SECRETS looks like a placeholder; use 32 random bytes, for example from `openssl rand -base64 32`',
      ]
    : []
}

function commonOf(s: Settings) {
  const isOpen = s.KEYPAD_TEST_LIMITS === 'open'
  const cap = (value: number) => (isOpen ? Number.POSITIVE_INFINITY : value)
  return {
    isProduction: s.NODE_ENV === 'production',
    redisUrl: s.REDIS_URL ?? null,
    portal: { key: s.KEYPAD_PORTAL_KEY ?? null, brand: s.KEYPAD_PORTAL_NAME ?? 'Patient portal' },
    trustedProxies: readEntries(s.TRUSTED_PROXIES),
    caps: {
      addressPerHour: cap(s.KEYPAD_CAP_ADDRESS_HOUR),
      neighbourhoodPerHour: cap(s.KEYPAD_CAP_NEIGHBOURHOOD_HOUR),
      tenantPerDay: cap(s.KEYPAD_CAP_TENANT_DAY),
      countryPerDay: cap(s.KEYPAD_CAP_COUNTRY_DAY),
      globalPerDay: cap(s.KEYPAD_CAP_GLOBAL_DAY),
      breakerSends: isOpen ? 0 : s.KEYPAD_BREAKER_SENDS,
      breakerPercent: s.KEYPAD_BREAKER_PERCENT,
    },
    pace: paceOf(s),
    pool: s.KEYPAD_POOL,
    limitsFloods: !isOpen,
    logLevel: s.LOG_LEVEL,
  }
}

/** Twilio's own limits are one call a second and what the sender can do; the simulator has none worth waiting for. */
function paceOf(s: Settings): Config['pace'] {
  const [texts, calls] = s.TWILIO_ACCOUNT_SID ? [100, 1] : [2_000, 50]
  return {
    texts: { concurrency: s.KEYPAD_TEXTS_AT_ONCE, perSecond: s.KEYPAD_TEXTS_PER_SECOND ?? texts },
    calls: { concurrency: s.KEYPAD_CALLS_AT_ONCE, perSecond: s.KEYPAD_CALLS_PER_SECOND ?? calls },
  }
}

function carrierOf(s: Settings, ring: KeyRing, publicUrl: string): CarrierConfig {
  if (!s.TWILIO_ACCOUNT_SID || !s.TWILIO_AUTH_TOKEN) return simulatedCarrier(s, ring, publicUrl)
  return {
    accountSid: s.TWILIO_ACCOUNT_SID,
    authTokens: [
      s.TWILIO_AUTH_TOKEN,
      ...(s.TWILIO_AUTH_TOKEN_SECONDARY ? [s.TWILIO_AUTH_TOKEN_SECONDARY] : []),
    ],
    from: s.TWILIO_FROM ?? null,
    messagingServiceSid: s.TWILIO_MESSAGING_SERVICE_SID ?? null,
    baseUrl: s.TWILIO_BASE_URL ?? null,
    isSimulated: false,
    simulatorSpeed: 1,
  }
}

/** The simulator's account is made from the key ring, so that separate processes agree on it without a file. */
function simulatedCarrier(s: Settings, ring: KeyRing, publicUrl: string): CarrierConfig {
  const hex = (use: string) => mark(ring, 'simulator', use).toString('hex').slice(0, 32)
  return {
    accountSid: `AC${hex('account')}`,
    authTokens: [hex('token')],
    from: s.TWILIO_FROM ?? '+15005550006',
    messagingServiceSid: null,
    baseUrl: s.TWILIO_BASE_URL ?? `${publicUrl}/simulator`,
    isSimulated: true,
    simulatorSpeed: s.SIM_SPEED,
  }
}
