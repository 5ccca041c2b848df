/**
 * What the embedded default needs and nobody typed: made once, kept in the data folder, never made anew.
 */
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeFileOnce } from './durable-file.ts'

const KEY_RING = /^k\d+:[A-Za-z0-9+/]{43}=(,k\d+:[A-Za-z0-9+/]{43}=)*$/
const CARRIER_TOKEN = /^AC[0-9a-f]{32}:[0-9a-f]{32}$/

/** Reads the key ring of this data folder in the form of KEYPAD_SECRETS, or makes one with a single key of 32 random bytes. */
export function readOrMakeSecrets(dataDir: string): string {
  return readOrMake(join(dataDir, 'secrets'), KEY_RING, () => `k1:${randomBytes(32).toString('base64')}`)
}

/** Reads the account under which Keypad and its simulator know each other, or makes one. */
export function readOrMakeCarrierToken(dataDir: string): { accountSid: string; authToken: string } {
  const makeToken = () => `AC${randomBytes(16).toString('hex')}:${randomBytes(16).toString('hex')}`
  const [accountSid, authToken] = readOrMake(join(dataDir, 'carrier-token'), CARRIER_TOKEN, makeToken).split(
    ':',
  ) as [string, string]
  return { accountSid, authToken }
}

function readOrMake(path: string, shape: RegExp, make: () => string): string {
  const text = readPrivate(path) ?? makeAndRead(path, make)
  if (shape.test(text)) return text
  // Making another one would leave everything sealed with the lost one unreadable.
  throw new Error(
    `The file ${path} is damaged. Put it back from a backup; without it, stored data cannot be read.`,
  )
}

function makeAndRead(path: string, make: () => string): string {
  mkdirSync(join(path, '..'), { recursive: true, mode: 0o700 })
  makeFileOnce(path, `${make()}\n`)
  return readPrivate(path)!
}

/** Null: no such file. A copied file may have lost its mode; it gets it back before it is used. */
function readPrivate(path: string): string | null {
  try {
    const text = readFileSync(path, 'utf8').trim()
    chmodSync(path, 0o600)
    return text
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
