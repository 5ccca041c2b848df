import { randomUUID } from 'node:crypto'

/** Makes an id in Twilio's shape: two letters and 32 hex digits. */
export function makeSid(prefix: 'SM' | 'CA' | 'EV'): string {
  return prefix + randomUUID().replaceAll('-', '')
}

/** Writes a time (ms since 1970) as RFC 2822, as Twilio's resources and callbacks do. Null stays null. */
export function writeDate(ms: number): string
export function writeDate(ms: number | null): string | null
export function writeDate(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toUTCString().replace('GMT', '+0000')
}
