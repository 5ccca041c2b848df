/**
 * Authenticator apps: RFC 6238 with what every app supports (SHA-1, 30 seconds, six digits). The caller seals the secret,
 * passes the database's clock and stores the step that was accepted (security.md TOT-1 to TOT-3, TOT-6).
 */
import { timingSafeEqual } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { encode } from 'uqr'

const SECRET_BYTES = 20
const STEP_SECONDS = 30
const SETTINGS = { algorithm: 'SHA1', digits: 6, period: STEP_SECONDS }
/** Light modules around the symbol. ISO/IEC 18004 asks four; scanners fail without them on a dark page. */
const QUIET_ZONE = 4

/** What an authenticator app learns when it scans: whose secret (`label`), with whom (`issuer`). */
export type TotpEntry = { secret: string; issuer: string; label: string }

/** Makes a secret of 160 random bits (RFC 4226 R6), as 32 characters of base32. */
export function makeTotpSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32
}

/** Writes the `otpauth://` address by which an app takes up the secret. Holds the secret: never log it. */
export function writeOtpauthUrl({ secret, issuer, label }: TotpEntry): string {
  // A colon would end the issuer early, and a lone surrogate cannot be written in an address.
  const [safeIssuer, safeLabel] = [issuer, label].map((text) => text.toWellFormed().replaceAll(':', ' '))
  return new TOTP({ ...SETTINGS, secret, issuer: safeIssuer!, label: safeLabel! }).toString()
}

/** Draws an address as a QR code: SVG for a page to embed, dark on light whatever the page's colours. */
export function drawQr(url: string): string {
  const { size, data } = encode(url, { ecc: 'M', border: QUIET_ZONE })
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" role="img" aria-label="QR code" ` +
    `shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#fff"/>` +
    `<path fill="#000" d="${dark.join('')}"/></svg>`
  )
}

/**
 * Finds the time step that a code belongs to: the present one or one beside it (RFC 6238 5.2). Null: wrong, not six
 * ASCII digits, or of a step up to `lastStep`, the one accepted last. The caller stores the step before it lets anybody in.
 */
export function findTotpStep(
  secret: string,
  code: unknown,
  nowMs: number,
  lastStep: number | null,
): number | null {
  if (typeof code !== 'string' || !/^[0-9]{6}$/.test(code)) return null
  const totp = new TOTP({ ...SETTINGS, secret })
  const now = Math.floor(nowMs / 1_000 / STEP_SECONDS)
  // Every step is compared, so that time does not tell which one it was. Of two that match the later one counts: the
  // same six digits must not be taken twice.
  const matching = [now - 1, now, now + 1].filter((step) => step >= 0 && isCodeOf(totp, step, code))
  const step = matching.at(-1) ?? null
  return step !== null && step > (lastStep ?? -1) ? step : null
}

function isCodeOf(totp: TOTP, step: number, code: string): boolean {
  const right = totp.generate({ timestamp: step * STEP_SECONDS * 1_000 })
  return timingSafeEqual(Buffer.from(right), Buffer.from(code))
}
