import { execFileSync } from 'node:child_process'
import { statSync } from 'node:fs'

/** The user and group that PostgreSQL runs under when Keypad itself runs as root. */
export type Account = { uid: number; gid: number }

const OWN_NAME = 'keypad-postgres'

// Debian, Fedora and most others; then Alpine's busybox.
const WAYS_TO_MAKE = [
  [['useradd', '--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', OWN_NAME]],
  [
    ['addgroup', '-S', OWN_NAME],
    ['adduser', '-S', '-D', '-H', '-s', '/sbin/nologin', '-G', OWN_NAME, OWN_NAME],
  ],
]

/**
 * Finds the user for PostgreSQL, which refuses to run as root: the owner of the cluster's folder if there is one, else
 * a system user `keypad-postgres` or `postgres`, else `keypad-postgres` is made. Null: we are not root, no change needed.
 */
export function findAccount(home: string): Account | null {
  if (process.getuid?.() !== 0) return null
  const account = ownerOf(home) ?? lookUp(OWN_NAME) ?? lookUp('postgres') ?? makeAccount()
  if (account) return account
  throw new Error(
    `PostgreSQL refuses to run as root, there is no user named postgres and ${OWN_NAME} could not be made. ` +
      `Make a system user ${OWN_NAME}, start Keypad as another user than root, or set DATABASE_URL.`,
  )
}

/** Runs what needs a place to run as that user: spread into the options of spawn. */
export function asAccount(account: Account | null): { uid?: number; gid?: number } {
  return account ? { uid: account.uid, gid: account.gid } : {}
}

function ownerOf(folder: string): Account | null {
  const stat = statSync(folder, { throwIfNoEntry: false })
  return stat && stat.uid !== 0 ? { uid: stat.uid, gid: stat.gid } : null
}

function lookUp(name: string): Account | null {
  const uid = run('id', ['-u', name])
  const gid = run('id', ['-g', name])
  return uid && gid && Number(uid) !== 0 ? { uid: Number(uid), gid: Number(gid) } : null
}

function makeAccount(): Account | null {
  for (const commands of WAYS_TO_MAKE) {
    for (const [command, ...rest] of commands) run(command!, rest)
    const account = lookUp(OWN_NAME)
    if (account) return account
  }
  return null
}

/** Null: the command is missing or failed; what counts is whether the user is there afterwards. */
function run(command: string, parameters: string[]): string | null {
  try {
    return execFileSync(command, parameters, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    return null
  }
}
