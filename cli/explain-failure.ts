/**
 * What went wrong with a command, for the operator. Never an error's own text where it could quote a statement's values.
 */
import { ConfigError } from '#config.ts'
import { sqlStateOf } from '#db/client.ts'
import { UsageError } from './usage.ts'

const SENTENCES: Record<string, string> = {
  '42P01': 'The database is not at this version: run `npm run -s keypad -- migrate` first.',
  '42883': 'The database is not at this version: run `npm run -s keypad -- migrate` first.',
  '28P01': 'The database refuses user or password of DATABASE_URL.',
  '28000': 'The database refuses the user of DATABASE_URL.',
  '3D000': 'The database that DATABASE_URL names does not exist.',
  '42501': 'The user of DATABASE_URL may not do that.',
  '23505': 'That is there already.',
}
const AWAY = 'The database of DATABASE_URL cannot be reached.'
const AWAY_CODES = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'ECONNRESET',
  'EHOSTUNREACH',
])

/** One readable text for stderr. */
export function explainFailure(error: unknown): string {
  if (error instanceof ConfigError || error instanceof UsageError) return error.message
  const cause = innermost(error)
  const state = sqlStateOf(cause)
  const { name, code, message } = (cause ?? {}) as { name?: string; code?: string; message?: string }
  if (AWAY_CODES.has(code ?? '') || /timeout|connection terminated/i.test(message ?? '')) return AWAY
  if (state !== null) return SENTENCES[state] ?? `The database refused it (SQLSTATE ${state}).`
  return `It did not work (${name ?? 'unknown'}${code ? `, ${code}` : ''}).`
}

/** The query builder wraps PostgreSQL's error; its own message quotes the statement with all values. */
function innermost(error: unknown): unknown {
  return error instanceof Error && error.cause !== undefined ? innermost(error.cause) : error
}
