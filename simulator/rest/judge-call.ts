import { isE164 } from '#simulator/phone.ts'
import { field, fields, isWebhookUrl, readMethod, readTarget, wholeNumber } from './form.ts'
import type { CallOrder, Detection, TwimlSource } from '#simulator/call.ts'
import type { Form } from '#simulator/signature.ts'

const RING = { least: 1, most: 600, normal: 60 }
const LIMIT = { least: 1, most: 86_400, normal: 14_400 }
const LONGEST_TWIML = 4_000

/** Twilio's magic numbers for calls (https://www.twilio.com/docs/iam/test-credentials). */
const MAGIC_FROM: Record<string, number> = { '+15005550001': 21212 }
const MAGIC_TO: Record<string, number> = {
  '+15005550001': 21217,
  '+15005550002': 21214,
  '+15005550003': 21215,
  '+15005550004': 21216,
}

/** Judges a request to call, as Twilio would before it looks at the phone. Null: nothing is wrong. */
export function judgeCall(form: Form): number | null {
  return judgeNumbers(form) ?? judgeTwiml(form) ?? judgeSettings(form)
}

function judgeNumbers(form: Form): number | null {
  const to = field(form, 'To')
  const from = field(form, 'From')
  if (to === undefined) return 21201
  if (from === undefined) return 21213
  if (!isE164(to)) return 21211
  if (!isE164(from)) return 21212
  if (to === from) return 21266
  return MAGIC_TO[to] ?? MAGIC_FROM[from] ?? null
}

/** An application lives in Twilio's console and cannot be known here; a call by one is refused like an unknown one. */
function judgeTwiml(form: Form): number | null {
  const url = field(form, 'Url')
  const twiml = field(form, 'Twiml')
  if ((url === undefined) === (twiml === undefined)) return 21205
  if (url !== undefined) return isWebhookUrl(url) ? null : 21205
  return (twiml ?? '').length > LONGEST_TWIML ? 20001 : null
}

function judgeSettings(form: Form): number | null {
  for (const name of ['StatusCallback', 'AsyncAmdStatusCallback']) {
    const url = field(form, name)
    if (url !== undefined && !isWebhookUrl(url)) return 21609
  }
  const fallback = field(form, 'FallbackUrl')
  if (fallback !== undefined && !isWebhookUrl(fallback)) return 21205
  const inRange =
    wholeNumber(form, 'Timeout', RING) !== null && wholeNumber(form, 'TimeLimit', LIMIT) !== null
  return inRange && readDetection(form) !== null ? null : 20001
}

/** Null: a word that Twilio does not know. */
function readDetection(form: Form): Detection | null {
  const kind = field(form, 'MachineDetection')
  if (kind === undefined) return { kind: 'none' }
  if (kind !== 'Enable' && kind !== 'DetectMessageEnd') return null
  const untilBeep = kind === 'DetectMessageEnd'
  if (field(form, 'AsyncAmd') !== 'true') return { kind: 'before', untilBeep }
  return { kind: 'beside', untilBeep, callback: readTarget(form, 'AsyncAmdStatusCallback') }
}

/** Reads where a document comes from: `Twiml`, or the address under `name`. Null: neither is there. */
export function readSource(form: Form, name: 'Url' | 'FallbackUrl'): TwimlSource | null {
  const twiml = name === 'Url' ? field(form, 'Twiml') : undefined
  if (twiml !== undefined) return { kind: 'inline', twiml }
  const url = field(form, name)
  if (url === undefined) return null
  return {
    kind: 'url',
    url,
    method: readMethod(form, name === 'Url' ? 'Method' : 'FallbackMethod'),
    form: {},
  }
}

/** Reads a judged request. Without events asked for, only the end is reported. */
export function readCallOrder(form: Form): CallOrder {
  const events = fields(form, 'StatusCallbackEvent').flatMap((text) => text.split(/[\s,]+/))
  return {
    from: field(form, 'From') ?? '',
    source: readSource(form, 'Url') ?? { kind: 'inline', twiml: '' },
    fallback: readSource(form, 'FallbackUrl'),
    callback: readTarget(form, 'StatusCallback'),
    events: new Set(events.length > 0 ? events : ['completed']),
    ringSeconds: wholeNumber(form, 'Timeout', RING) ?? RING.normal,
    limitSeconds: wholeNumber(form, 'TimeLimit', LIMIT) ?? LIMIT.normal,
    detection: readDetection(form) ?? { kind: 'none' },
  }
}
