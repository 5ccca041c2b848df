/**
 * How mail leaves, as the settings say it.
 */
import type { Settings } from './settings.ts'

/** Both addresses null: no mail leaves. `simulatorUrl`: the simulator's mailboxes stand in. */
export type MailConfig = {
  smtpUrl: string | null
  simulatorUrl: string | null
  /** The address that mail comes from. */
  from: string
  /** Whether a server without TLS is refused, unless SMTP_URL itself says `?requireTLS=false`. */
  requiresTls: boolean
}

/** Without a server for mail the simulator's mailboxes stand in, never in production. */
export function readMailSettings(
  settings: Pick<Settings, 'NODE_ENV' | 'SMTP_URL' | 'SMTP_FROM'>,
  at: { simulatorUrl: string | null; publicUrl: string },
): MailConfig {
  const isProduction = settings.NODE_ENV === 'production'
  const smtpUrl = settings.SMTP_URL ?? null
  return {
    smtpUrl,
    simulatorUrl: smtpUrl === null && !isProduction ? at.simulatorUrl : null,
    from: settings.SMTP_FROM ?? `no-reply@${new URL(at.publicUrl).hostname}`,
    requiresTls: isProduction,
  }
}
