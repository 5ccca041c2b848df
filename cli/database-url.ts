/**
 * Which database a command works on.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ConfigError, parseSettings } from '#config.ts'

/** DATABASE_URL, or that of the embedded database whose start wrote KEYPAD_DATA_DIR/demo.json. */
export async function findDatabaseUrl(env: NodeJS.ProcessEnv): Promise<string> {
  const settings = parseSettings(env)
  if (settings.DATABASE_URL) return settings.DATABASE_URL
  try {
    const demo = JSON.parse(readFileSync(join(settings.KEYPAD_DATA_DIR, 'demo.json'), 'utf8')) as {
      database_url?: string
    }
    if (demo.database_url) return demo.database_url
  } catch {
    // No demo.json: nothing has been started here.
  }
  throw new ConfigError([
    'DATABASE_URL is missing, and no `npm start` has made a database in KEYPAD_DATA_DIR',
  ])
}
