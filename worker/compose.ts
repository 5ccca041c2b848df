/**
 * Turns a delivery's row into what goes to the carrier. Here, and only here, number and code are opened.
 */
import { questionDocument } from '#carrier/twiml.ts'
import type { CallToPlace } from '#carrier/calls.ts'
import type { TextToSend } from '#carrier/texts.ts'
import { keysUrl, statusUrl } from '#core/carrier-urls.ts'
import { unseal } from '#core/key-ring.ts'
import { CALL_SECONDS, RING_SECONDS } from '#core/limits.ts'
import type { Carried, DeliveryTask } from '#db/deliveries.ts'
import { writeCallScript } from '#locales/call-script.ts'
import { isTextHost } from '#locales/host-line.ts'
import { chooseLocale, localeOf } from '#locales/locale.ts'
import { writeNotice } from '#locales/notice.ts'
import { writeTextMessage, type TextMessage } from '#locales/text-message.ts'
import type { WorkerContext } from './context.ts'

/** A text that leaves a few seconds after the code was made still says "10 minutes", not 9. */
const ROUNDING_MS = 15_000

type Settings = WorkerContext['config']

/** A row that cannot be opened or written: a key that left the ring, or a mistake of ours. */
class ComposeError extends Error {}

/** Number and words of a text. The same row always gives the same words, so that it can be found again at the carrier. */
export function composeText(settings: Settings, parts: Carried): { to: string; body: string } {
  const { body } = writeWords(settings, parts)
  return { to: openPhone(settings, parts), body }
}

function writeWords(settings: Settings, parts: Carried): TextMessage {
  const { brand, discreet, notice } = parts
  if (notice) {
    const locale = chooseLocale({ requested: parts.locale, tenantLocale: 'en-GB' })
    return writeNotice({ locale, kind: notice, brand, discreet })
  }
  return writeTextMessage({
    locale: localeOf(parts.locale),
    ...{ purpose: parts.purpose, brand, discreet },
    host: hostOf(settings, parts.host),
    code: open(settings, parts.codeSealed ?? '', `code ${parts.sealedFor}`),
    lifeMs: parts.lifeSeconds * 1_000 + ROUNDING_MS,
  })
}

/** A text, ready to post. `heldUpMs`: how long ago the rest of its life was measured, at most. */
export function composeTextPost(settings: Settings, task: DeliveryTask, heldUpMs: number): TextToSend {
  const statusCallback = statusUrl(settings.ring, settings.publicUrl, task)
  const validitySeconds = task.lifeSeconds - Math.ceil(heldUpMs / 1_000)
  return { ...composeText(settings, task), validitySeconds, statusCallback }
}

type CallTask = Extract<DeliveryTask, { notice?: null }>

/** A call, ready to post. Its document holds no code: that is fetched when a key is pressed. */
export function composeCall(settings: Settings, task: CallTask): CallToPlace {
  const { purpose, brand, discreet } = task
  const [locale, tenantLocale] = [localeOf(task.locale), localeOf(task.tenantLocale)]
  const script = writeCallScript({ locale, tenantLocale, purpose, brand, discreet })
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
export function openPhone(settings: Settings, row: Pick<Carried, 'phoneSealed' | 'sealedFor'>): string {
  return open(settings, row.phoneSealed, `phone ${row.sealedFor}`)
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
