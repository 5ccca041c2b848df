/**
 * Turns a delivery's row into what goes to the carrier. Here, and only here, number and code are opened.
 */
import { questionDocument } from '#carrier/twiml.ts'
import type { CallToPlace } from '#carrier/calls.ts'
import type { TextToSend } from '#carrier/texts.ts'
import { keysUrl, statusUrl } from '#core/carrier-urls.ts'
import { unseal } from '#core/key-ring.ts'
import { CALL_SECONDS, RING_SECONDS } from '#core/limits.ts'
import type { Purpose } from '#core/verification.ts'
import type { DeliveryTask } from '#db/deliveries.ts'
import { writeCallScript } from '#locales/call-script.ts'
import { isTextHost } from '#locales/host-line.ts'
import { localeOf } from '#locales/locale.ts'
import { writeTextMessage } from '#locales/text-message.ts'
import type { WorkerContext } from './context.ts'

/** A text that leaves a few seconds after the code was made still says "10 minutes", not 9. */
const ROUNDING_MS = 15_000

type Settings = WorkerContext['config']

/** What the words of a text depend on. */
export type TextParts = {
  verificationId: string
  phoneSealed: string
  codeSealed: string
  purpose: Purpose
  locale: string
  brand: string
  host: string | null
  discreet: boolean
  lifeSeconds: number
}

/** A row that cannot be opened or written: a key that left the ring, or a mistake of ours. */
class ComposeError extends Error {}

/** Number and words of a text. The same row always gives the same words, so that it can be found again at the carrier. */
export function composeText(settings: Settings, parts: TextParts): { to: string; body: string } {
  const { body } = writeTextMessage({
    locale: localeOf(parts.locale),
    ...{ purpose: parts.purpose, brand: parts.brand, discreet: parts.discreet },
    host: hostOf(settings, parts.host),
    code: open(settings, parts.codeSealed, `code ${parts.verificationId}`),
    lifeMs: parts.lifeSeconds * 1_000 + ROUNDING_MS,
  })
  return { to: openPhone(settings, parts), body }
}

/** A text, ready to post. `heldUpMs`: how long ago the rest of its life was measured, at most. */
export function composeTextPost(settings: Settings, task: DeliveryTask, heldUpMs: number): TextToSend {
  const statusCallback = statusUrl(settings.ring, settings.publicUrl, task)
  const validitySeconds = task.lifeSeconds - Math.ceil(heldUpMs / 1_000)
  return { ...composeText(settings, task), validitySeconds, statusCallback }
}

/** A call, ready to post. Its document holds no code: that is fetched when a key is pressed. */
export function composeCall(settings: Settings, task: DeliveryTask): CallToPlace {
  const { locale, purpose, brand, discreet } = task
  const script = writeCallScript({ locale: localeOf(locale), purpose, brand, discreet })
  const actionUrl = keysUrl(settings.ring, settings.publicUrl, { id: task.id, round: 0 })
  return {
    to: openPhone(settings, task),
    twiml: questionDocument({ script, mode: task.callMode ?? 'spoken_code', actionUrl, first: true }),
    statusCallback: statusUrl(settings.ring, settings.publicUrl, task),
    ringSeconds: RING_SECONDS,
    callSeconds: CALL_SECONDS,
  }
}

/** The number of a delivery. */
export function openPhone(settings: Settings, row: { phoneSealed: string; verificationId: string }): string {
  return open(settings, row.phoneSealed, `phone ${row.verificationId}`)
}

/** The host in the last line: the tenant's, else that of our public address. */
function hostOf(settings: Settings, host: string | null): string {
  const ours = new URL(settings.publicUrl).hostname
  const chosen = host ?? ours
  return isTextHost(chosen) ? chosen : 'localhost'
}

function open({ ring }: Settings, sealed: string, context: string): string {
  const text = unseal(ring, sealed, context)
  if (text === null) throw new ComposeError('a sealed value cannot be opened')
  return text
}
