/**
 * Finds the command and gives it what it needs.
 */
import { parseSettings, readConfig } from '#config.ts'
import { openDatabase } from '#db/client.ts'
import type { Database } from '#db/client.ts'
import { migrate } from '#db/migrate.ts'
import { finishRestore } from './after-restore.ts'
import { verifyAudit } from './audit.ts'
import { findDatabaseUrl } from './database-url.ts'
import { createKey, listTenantKeys, revokeTenantKey } from './keys.ts'
import type { Options } from './options.ts'
import { readOptions } from './options.ts'
import { findSystem, setUpDemo } from './set-up-demo.ts'
import { changeTenant, createTenant, listAllTenants } from './tenants.ts'
import { USAGE, UsageError } from './usage.ts'

/** A command: works on the database and gives its answers, one JSON line each. */
type Command = (database: Database, options: Options) => Promise<unknown[]>

const COMMANDS: Record<string, Command> = {
  migrate: async (database) => {
    await migrate(database)
    return [{ migrated: true }]
  },
  'tenant create': createTenant,
  'tenant update': changeTenant,
  'tenant list': listAllTenants,
  'key create': createKey,
  'key list': listTenantKeys,
  'key revoke': revokeTenantKey,
  'audit verify': verifyAudit,
  'restore finish': finishRestore,
}

/** Runs one command line. Throws UsageError or ConfigError with a message for the operator. */
export async function runCommand(words: string[], env: NodeJS.ProcessEnv): Promise<void> {
  const { name, options } = readOptions(words)
  if (name === '' || name === 'help') return void console.log(USAGE)
  if (name === 'config check') return checkConfig(env)
  const command = findCommand(name, env)
  const database = openDatabase(await findDatabaseUrl(env), 2)
  try {
    for (const answer of await command(database, options)) console.log(JSON.stringify(answer))
  } finally {
    await database.close()
  }
}

function findCommand(name: string, env: NodeJS.ProcessEnv): Command {
  if (name === 'demo' || name.startsWith('demo ')) {
    const system = findSystem(name.slice('demo '.length))
    return (database) => setUpDemo(database, system, parseSettings(env).KEYPAD_DATA_DIR)
  }
  const command = COMMANDS[name]
  if (!command) throw new UsageError(`There is no command "${name}".`)
  return command
}

const NO_MAIL = 'SMTP_URL is not set: nobody can set a password anew by mail'

function checkConfig(env: NodeJS.ProcessEnv): void {
  const isEmbedded = !env['DATABASE_URL'] && env['NODE_ENV'] !== 'production'
  const embedded = {
    databaseUrl: 'postgres://127.0.0.1/keypad',
    secrets: 'k1:MDEyMzQ1Njc4OWFiY2RlZmdoaWprbG1ub3BxcnN0dXY=',
  }
  const { mail } = readConfig(env, 4300, isEmbedded ? embedded : {})
  const hasMail = mail.smtpUrl !== null || mail.simulatorUrl !== null
  console.log(JSON.stringify({ ok: true, ...(hasMail ? {} : { notes: [NO_MAIL] }) }))
}
