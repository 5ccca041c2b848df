/**
 * Reads a command line: words that name the command, then options.
 */
import { parseArgs } from 'node:util'
import { readId } from '#core/ids.ts'
import type { IdPrefix } from '#core/ids.ts'
import { UsageError } from './usage.ts'

const text = { type: 'string' } as const
const OPTIONS = {
  name: text,
  country: text,
  locale: text,
  host: text,
  lookup: text,
  discreet: text,
  tenant: text,
  key: text,
  scopes: text,
  origins: text,
  expect: text,
  publishable: { type: 'boolean' },
} as const

/** The options of a command, as given. */
export type Options = { [Name in keyof typeof OPTIONS]?: string | boolean | undefined }

/** Splits a command line. Throws UsageError on an option that nobody knows. */
export function readOptions(words: string[]): { name: string; options: Options } {
  try {
    const { values, positionals } = parseArgs({
      args: words,
      options: OPTIONS,
      allowPositionals: true,
      strict: true,
    })
    const last = positionals.at(-1)
    // `key revoke key_…` names its key as well as `--key key_…` does.
    if (last?.startsWith('key_') && values.key === undefined)
      return { name: positionals.slice(0, -1).join(' '), options: { ...values, key: last } }
    return { name: positionals.join(' '), options: values }
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
}

/** A text option that the command cannot do without. */
export function need(options: Options, name: keyof Options): string {
  const value = options[name]
  if (typeof value !== 'string' || value === '') throw new UsageError(`--${name} is missing.`)
  return value
}

/** An id option as its UUID. */
export function needId(options: Options, name: keyof Options, prefix: IdPrefix): string {
  const uuid = readId(prefix, need(options, name))
  if (uuid === null) throw new UsageError(`--${name} must be an id like ${prefix}_….`)
  return uuid
}

/** An on/off option; undefined when it was not given. */
export function readSwitch(options: Options, name: keyof Options): boolean | undefined {
  const value = options[name]
  if (value === undefined) return undefined
  if (value !== 'on' && value !== 'off') throw new UsageError(`--${name} must be on or off.`)
  return value === 'on'
}

/** A list divided by commas. */
export function readList(text: string): string[] {
  return text
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean)
}
