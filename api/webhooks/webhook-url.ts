/**
 * Whether an address can be that of a webhook. Where its name leads is judged again at every post.
 */
import { isIP } from 'node:net'
import { isLoopback, isPublicAddress } from '#process/public-address.ts'

/** What is wrong with it. Null: nothing. */
export function findUrlFault(text: string, isProduction: boolean): string | null {
  const { protocol, hostname, username, password } = new URL(text)
  if (isProduction && protocol !== 'https:') return 'Must begin with https://'
  if (username !== '' || password !== '') return 'Must not hold a name or password'
  const host = hostname.replaceAll(/[[\]]/g, '')
  if (isProduction && /(^|\.)localhost\.?$/.test(host)) return NOT_PUBLIC
  const isAllowed = isIP(host) === 0 || isPublicAddress(host) || (!isProduction && isLoopback(host))
  return isAllowed ? null : NOT_PUBLIC
}

const NOT_PUBLIC = 'Must be an address that anybody on the internet can reach'
