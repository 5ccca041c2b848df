import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { SETTINGS, readConfig } from '#config.ts'

const read = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../../${name}`, import.meta.url)), 'utf8')

/** The rows of the page: a setting and its default as printed. */
const printed = [...read('docs/settings.md').matchAll(/^\| `([A-Z_]+)` \| (\S+) \| .+ \|$/gm)].map(
  ([, name = '', fallback = '']) => ({ name, fallback }),
)
const defaults: Record<string, unknown> = SETTINGS.parse({})

describe('docs/settings.md', () => {
  it('lists every setting once, and nothing else', () => {
    const names = printed.map(({ name }) => name)
    expect(names.toSorted()).toEqual(Object.keys(SETTINGS.shape).toSorted())
  })

  it.each(printed)('tells the default of $name', ({ name, fallback }) => {
    const value = defaults[name]
    expect(fallback).toBe(value === undefined || value === '' ? '–' : `\`${String(value)}\``)
  })

  it('tells the ports and paces that follow from other settings', () => {
    const page = read('docs/settings.md')
    const ring = `k1:${Buffer.from(Array.from({ length: 32 }, (_, at) => at)).toString('base64')}`
    const base = { DATABASE_URL: 'postgres://127.0.0.1/keypad', KEYPAD_SECRETS: ring }
    const account = {
      TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
      TWILIO_AUTH_TOKEN: 'x'.repeat(32),
      TWILIO_FROM: '+15005550006',
    }
    const simulated = readConfig(base, 4300)
    const real = readConfig({ ...base, ...account }, 4300)
    const paces = [real, simulated].map(({ pace }) => [pace.texts.perSecond, pace.calls.perSecond])
    expect(paces).toEqual([
      [100, 1],
      [2_000, 50],
    ])
    expect(page).toContain('100 with Twilio, 2,000 with the simulator')
    expect(page).toMatch(/1 with Twilio .*, 50 with the simulator/)
  })
})

describe('deploy/.env.example', () => {
  const entries = read('deploy/.env.example').matchAll(/^(?:# )?([A-Z_]+)=(.*)$/gm)
  const example = Object.fromEntries([...entries].map(([, name = '', value = '']) => [name, value]))

  it('names only settings, and the password that docker compose passes on', () => {
    const known = new Set([...Object.keys(SETTINGS.shape), 'POSTGRES_PASSWORD'])
    expect(Object.keys(example).filter((name) => !known.has(name))).toEqual([])
  })

  it('holds placeholders that no process starts with, one complaint for each', () => {
    const env = { ...example, NODE_ENV: 'production', DATABASE_URL: 'postgres://keypad@postgres/keypad' }
    const complaints = [
      'PUBLIC_URL',
      'TWILIO_ACCOUNT_SID',
      'TWILIO_AUTH_TOKEN',
      'TWILIO_FROM',
      'TWILIO_MESSAGING_SERVICE_SID',
    ]
    for (const name of complaints) expect(() => readConfig(env, 4300)).toThrow(name)
    const filled = {
      ...env,
      PUBLIC_URL: 'https://keypad.example.org',
      TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
      TWILIO_AUTH_TOKEN: 'x'.repeat(32),
      TWILIO_FROM: '+15005550006',
      TWILIO_MESSAGING_SERVICE_SID: '',
    }
    expect(() => readConfig(filled, 4300)).toThrow(/KEYPAD_SECRETS looks like a placeholder/)
    expect(example['POSTGRES_PASSWORD']).toBe('')
  })
})
