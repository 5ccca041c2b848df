/**
 * The settings as the environment gives them: names, shapes and defaults. What they mean together is judged in config.ts.
 */
import { z } from 'zod'

const port = z.coerce.number().int().min(0).max(65_535)
const count = (fallback: number) => z.coerce.number().int().min(1).max(1_000_000_000).default(fallback)
const perSecond = z.coerce.number().int().min(1).max(100_000).optional()
const url = (protocol: RegExp) => z.url({ protocol })
const HTTP = /^https?$/

/** An address, a network such as 10.0.0.0/8, or one of Express's names for private networks. Everybody is none of them. */
const proxy = z.union([
  z.enum(['loopback', 'linklocal', 'uniquelocal']),
  z.ipv4(),
  z.ipv6(),
  z.cidrv4().regex(/\/[1-9]/),
  z.cidrv6().regex(/\/[1-9]/),
])

/** Reads a list divided by commas. */
export function readEntries(text: string): string[] {
  return text
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean)
}

/** Every setting, with its default. docs/settings.md lists them; test/docs/settings.test.ts holds the two together. */
export const SETTINGS = z.object({
  NODE_ENV: z.string().default('development'),
  PORT: port.optional(),
  PUBLIC_URL: url(HTTP).optional(),
  DATABASE_URL: url(/^postgres(ql)?$/).optional(),
  REDIS_URL: z
    .string()
    .regex(
      /^rediss?:\/\/[^\s,]+(,rediss?:\/\/[^\s,]+)*$/,
      'must be redis://… (several nodes, divided by commas: a cluster)',
    )
    .optional(),
  KEYPAD_DATA_DIR: z.string().min(1).default('.keypad'),
  KEYPAD_SECRETS: z.string().optional(),
  TWILIO_ACCOUNT_SID: z
    .string()
    .regex(/^AC[0-9a-fA-F]{32}$/, 'must be AC and 32 hexadecimal digits')
    .optional(),
  TWILIO_AUTH_TOKEN: z.string().min(32, 'must have at least 32 characters').optional(),
  TWILIO_AUTH_TOKEN_SECONDARY: z.string().min(32, 'must have at least 32 characters').optional(),
  TWILIO_FROM: z
    .string()
    .regex(
      /^\+[1-9]\d{6,14}$|^[A-Za-z0-9 ]{1,11}$/,
      'must be a number like +15550100 or a sender name of up to 11 letters',
    )
    .optional(),
  TWILIO_MESSAGING_SERVICE_SID: z
    .string()
    .regex(/^MG[0-9a-fA-F]{32}$/, 'must be MG and 32 hexadecimal digits')
    .optional(),
  TWILIO_BASE_URL: url(HTTP).optional(),
  SIM_SPEED: z.coerce.number().min(0.1).max(1_000).default(1),
  SMTP_URL: url(/^smtps?$/).optional(),
  SMTP_FROM: z.email().optional(),
  KEYPAD_PORTAL_KEY: z
    .string()
    .regex(/^kp_sk_[\w-]{10,200}$/, 'must be a secret key (kp_sk_…)')
    .optional(),
  KEYPAD_PORTAL_NAME: z.string().min(1).max(60).optional(),
  TRUSTED_PROXIES: z
    .string()
    .refine(
      (text) => readEntries(text).every((entry) => proxy.safeParse(entry).success),
      'must list addresses or networks, divided by commas',
    )
    .default(''),
  KEYPAD_TEST_LIMITS: z.enum(['', 'open']).default(''),
  KEYPAD_TEXTS_PER_SECOND: perSecond,
  KEYPAD_CALLS_PER_SECOND: perSecond,
  KEYPAD_TEXTS_AT_ONCE: count(50),
  KEYPAD_CALLS_AT_ONCE: count(10),
  KEYPAD_POOL: count(16),
  KEYPAD_CAP_ADDRESS_HOUR: count(60),
  KEYPAD_CAP_NEIGHBOURHOOD_HOUR: count(300),
  KEYPAD_CAP_TENANT_DAY: count(50_000),
  KEYPAD_CAP_COUNTRY_DAY: count(25_000),
  KEYPAD_CAP_GLOBAL_DAY: count(200_000),
  KEYPAD_BREAKER_SENDS: z.coerce.number().int().min(0).default(50),
  KEYPAD_BREAKER_PERCENT: z.coerce.number().int().min(0).max(100).default(30),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
})

export type Settings = z.infer<typeof SETTINGS>
