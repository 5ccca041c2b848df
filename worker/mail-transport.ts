/**
 * How mail leaves: over SMTP, or into the simulator's mailboxes. One request each, and what it came to.
 */
import type { MailConfig } from '#core/mail-settings.ts'

/** A mail, ready to post. `sender`: the name beside our address; empty: none. */
export type MailToSend = { to: string; sender: string; subject: string; text: string; html: string }

/**
 * What one post came to. `refused`: surely not taken, and asking again will not help. `not_sent`: surely not taken, may
 * be tried again. `unknown`: may have been taken; never posted again.
 */
export type MailOutcome = 'sent' | 'refused' | 'not_sent' | 'unknown'

/** `code`: what the operator is told of a failure. */
type MailResult = { outcome: MailOutcome; code?: string }

/** Posts one mail, once. Never throws: what went wrong is in the outcome. */
export type PostMail = (mail: MailToSend) => Promise<MailResult>

const CONNECT_LIMIT_MS = 10_000
const SILENCE_LIMIT_MS = 20_000
/** Of everything; a worker that stays away longer is given up (db/due-mails.ts). */
export const MAIL_LIMIT_MS = 60_000

/** Opens what mail leaves by. Null: there is nothing. */
export function openMailTransport(config: MailConfig): PostMail | null {
  if (config.smtpUrl !== null) return openSmtp(config, config.smtpUrl)
  return config.simulatorUrl === null ? null : openMailboxes(config.simulatorUrl)
}

function openSmtp(config: MailConfig, url: string): PostMail {
  let opened: ReturnType<typeof loadSmtp> | undefined
  return async ({ to, sender, subject, text, html }) => {
    const addresses = { from: { name: sender, address: config.from }, to: { name: '', address: to } }
    const headers = { 'Auto-Submitted': 'auto-generated' }
    const signal = AbortSignal.timeout(MAIL_LIMIT_MS)
    opened ??= loadSmtp(config, url)
    const transport = await opened
    return transport.sendMail({ ...addresses, subject, text, html, headers, signal }).then(
      () => ({ outcome: 'sent' }),
      (error: SmtpError) => ({
        outcome: judgeSmtpError(error),
        code: `${error.code} ${error.responseCode ?? ''}`.trim(),
      }),
    )
  }
}

/** Loaded with the first mail: most workers never send one. */
async function loadSmtp({ requiresTls }: MailConfig, url: string) {
  const { createTransport } = await import('nodemailer')
  return createTransport({
    ...{ url, requireTLS: requiresTls, disableFileAccess: true, disableUrlAccess: true },
    ...{
      connectionTimeout: CONNECT_LIMIT_MS,
      greetingTimeout: CONNECT_LIMIT_MS,
      dnsTimeout: CONNECT_LIMIT_MS,
    },
    socketTimeout: SILENCE_LIMIT_MS,
  })
}

/** What nodemailer tells of a failure. Its message and response may name the address, so they go nowhere. */
export type SmtpError = { code?: string; responseCode?: number; timeoutType?: string; syscall?: string }

/** Failures that come before the mail is handed over; of any other, without an answer, nobody knows how it ended. */
const BEFORE_THE_MAIL = new Set(['EDNS', 'ETLS', 'EAUTH', 'ENOAUTH', 'EPROXY'])
const BEFORE_THE_DIALOGUE = new Set(['CONNECT_TIMEOUT', 'GREETING_TIMEOUT', 'UPGRADE_TIMEOUT'])

/** A server that answered has surely not taken the mail: 4xx asks to come again, 5xx not to (RFC 5321 section 4.2.1). */
export function judgeSmtpError({
  code = '',
  responseCode,
  timeoutType = '',
  syscall,
}: SmtpError): MailOutcome {
  // A login that fails is a setting to be mended, perhaps while the link still lives.
  if (BEFORE_THE_MAIL.has(code)) return 'not_sent'
  if (responseCode !== undefined) return responseCode >= 500 ? 'refused' : 'not_sent'
  if (code === 'EENVELOPE' || code === 'ECONFIG') return 'refused'
  return syscall === 'connect' || BEFORE_THE_DIALOGUE.has(timeoutType) ? 'not_sent' : 'unknown'
}

function openMailboxes(simulatorUrl: string): PostMail {
  return async ({ to, subject, text, html }) => {
    const answer = await fetch(`${simulatorUrl}/mailboxes/${encodeURIComponent(to)}/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ subject, text, html }),
      signal: AbortSignal.timeout(CONNECT_LIMIT_MS),
    }).catch(() => null)
    return answer?.ok ? { outcome: 'sent' } : { outcome: 'not_sent', code: 'simulator' }
  }
}
