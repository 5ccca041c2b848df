/**
 * The last line of a text, which lets a browser offer the code on that host only: `@host #code`.
 * https://wicg.github.io/sms-one-time-codes/
 */

/** Longest host that leaves room for a sentence in every language. */
const MAX_HOST_LENGTH = 60

/**
 * Tells whether a host can stand in the last line of a text: an ASCII host name without scheme or port, at most 60
 * characters (other scripts as Punycode), with no number in it that is as long as a code. To be asked when a host is set.
 */
export function isTextHost(host: string): boolean {
  if (host.length > MAX_HOST_LENGTH || /\d{6}/.test(host)) return false
  return host.split('.').every((label) => /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/i.test(label))
}

/** Writes the last line of a text. Throws a RangeError for a host that `isTextHost` refuses. */
export function writeHostLine(host: string, code: string): string {
  if (!isTextHost(host)) throw new RangeError('This host cannot stand in the last line of a text.')
  return `@${host.toLowerCase()} #${code}`
}
