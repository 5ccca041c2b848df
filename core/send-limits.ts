/**
 * The limits on sends, as the statements in db/ need them: which windows, and how many sends each of them takes.
 */
import { NUMBER_WINDOWS, SEND_WAITS_MS } from './limits.ts'

/** The windows of one number or subject, in seconds, the longest last. */
export const LEDGER_WINDOWS = {
  seconds: NUMBER_WINDOWS.map(({ windowMs }) => windowMs / 1_000),
  max: NUMBER_WINDOWS.map(({ max }) => max),
}

/** The wait after the first, second, … send of one verification, seconds. */
export const SEND_WAITS_S = SEND_WAITS_MS.map((ms) => ms / 1_000)

/** What is counted besides numbers and subjects; each is a setting (config.ts) and may be lifted for tests. */
export type SendCaps = {
  /** Sends an hour for one client address (IPv4 /32, IPv6 /64) and for its neighbourhood (/24, /48). */
  addressPerHour: number
  neighbourhoodPerHour: number
  /** Sends a day of one tenant, of one tenant to one country, and of everybody. */
  tenantPerDay: number
  countryPerDay: number
  globalPerDay: number
  /** A number's prefix (all but its last four digits) pauses when fewer than this percentage of its sends of the last
   * one to two hours were approved, once there were `breakerSends` of them. 0 sends: no breaker. */
  breakerSends: number
  breakerPercent: number
}

/** One counted window: what is counted, for how long, and up to how many. */
export type CountedWindow = { key: string; seconds: number; cap: number }

const HOUR = 3_600
const DAY = 86_400

/** Lists the windows that one send counts in. `address` is the client's, as the portal or the socket gives it. */
export function listWindows(
  caps: SendCaps,
  send: { tenantId: string; country: string; address: string | null },
): CountedWindow[] {
  const windows = [
    { key: 'everybody', seconds: DAY, cap: caps.globalPerDay },
    { key: `tenant ${send.tenantId}`, seconds: DAY, cap: caps.tenantPerDay },
    { key: `country ${send.tenantId} ${send.country}`, seconds: DAY, cap: caps.countryPerDay },
  ]
  const nets = send.address === null ? null : readNetworks(send.address)
  if (nets) {
    windows.push({
      key: `neighbourhood ${nets.neighbourhood}`,
      seconds: HOUR,
      cap: caps.neighbourhoodPerHour,
    })
    windows.push({ key: `address ${nets.household}`, seconds: HOUR, cap: caps.addressPerHour })
  }
  return windows.filter(({ cap }) => Number.isFinite(cap))
}

/** The networks that an address stands for: IPv4 /32 and /24, IPv6 /64 and /48. Null: not an address. */
export function readNetworks(address: string): { household: string; neighbourhood: string } | null {
  const v4 = /^(?:::ffff:)?(\d{1,3}\.\d{1,3}\.\d{1,3})\.(\d{1,3})$/i.exec(address)
  if (v4) return { household: `${v4[1]}.${v4[2]}`, neighbourhood: v4[1]! }
  const groups = expandV6(address)
  return groups && { household: groups.slice(0, 4).join(':'), neighbourhood: groups.slice(0, 3).join(':') }
}

/** IPv6 may be written with an IPv4 address at its end, as in 64:ff9b::192.0.2.1. */
const EMBEDDED_V4 = /(?<=:)(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/

function inHex(_text: string, ...bytes: string[]): string {
  const [a, b, c, d] = bytes.map(Number) as [number, number, number, number]
  return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`
}

function expandV6(address: string): string[] | null {
  const hex = address.split('%')[0]!.toLowerCase().replace(EMBEDDED_V4, inHex)
  const [head = '', tail] = hex.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const missing = tail === undefined ? 0 : 8 - left.length - right.length
  const groups = [...left, ...Array.from({ length: Math.max(0, missing) }, () => '0'), ...right]
  if (groups.length !== 8 || groups.some((group) => !/^[0-9a-f]{1,4}$/.test(group))) return null
  return groups.map((group) => Number.parseInt(group, 16).toString(16))
}
