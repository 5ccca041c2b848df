/**
 * What happened, step by step, in plain words for whoever has the patient on the line.
 */
import { MAX_TRIES } from './limits.ts'
import { FACTORS } from './policy.ts'
import type { SupportEvent } from './support-facts.ts'
import type { Entry, Names, SupportLanguage } from './support-language.ts'
import { fill, fillAll, languageOf, wordsOf } from './support-words.ts'
import type { FourSentences, WordParams } from './support-words.ts'
import { variantOf } from './timeline-variant.ts'
import { reasonOf } from './verdict-sends.ts'
import { findWay } from './verdict-way.ts'

/** The words of one step; the door adds when it was and what is technical about it. */
export type TimelineWords = {
  kind: string
  sentence: string
  cause: string
  tell_patient: string
  remedy: string
}

/**
 * Writes one event. `writeTime` writes a time for the reader; without it times stay as they are. Numbers appear only as
 * they were masked before, and a kind that nobody knows is said to be unknown.
 */
export function writeEntry(
  locale: string,
  event: SupportEvent,
  writeTime: (time: string) => string = (time) => time,
): TimelineWords {
  const language = languageOf(locale)
  const { kind, data } = event
  const failed = kind === 'send_failed' || kind === 'call_ended' ? reasonOf(event) : null
  const words = failed
    ? wordsOf(locale, failed)
    : writeWords(language, findEntry(language, event), readParams(language, event, writeTime))
  const { headline, cause, tell_patient, remedy } = words
  const policy = writePolicy(language, data?.['policy'])
  return { kind, sentence: headline, cause: cause + policy, tell_patient, remedy }
}

function writeWords(language: SupportLanguage, entry: Entry, params: WordParams): FourSentences {
  const { nothingToTell, nothingToDo } = language.phrases
  const [headline, cause, tellPatient = nothingToTell, remedy = nothingToDo] = entry
  return fillAll(language, [headline, cause, tellPatient, remedy], params)
}

/**
 * Numbers the tries of a timeline, newest first: which try it was of its code, or of its factor in that login. What is
 * older than the first event is not counted, so the oldest tries of a page may count too low.
 */
export function numberTries<Event extends SupportEvent>(events: readonly Event[]): Event[] {
  let counts = new Map<string, number>()
  const numbered = events.toReversed().map((event) => {
    if (RESTARTS.has(event.kind)) counts = new Map()
    const key = `${event.kind} ${String(event.data?.['factor'])}`
    if (event.kind !== 'code_tried' && event.kind !== 'factor_tried') return event
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    return { ...event, data: { ...event.data, try: count } }
  })
  return numbered.toReversed()
}

const RESTARTS = new Set(['verification_started', 'login_started'])

function findEntry({ sends, people, unknownEntry }: SupportLanguage, event: SupportEvent): Entry {
  const entries: Record<string, Entry> = { ...sends, ...people }
  const variant = variantOf(event)
  const code = variant ?? event.kind
  return (Object.hasOwn(entries, code) && entries[code]) || unknownEntry
}

function readParams(
  language: SupportLanguage,
  event: SupportEvent,
  writeTime: (time: string) => string,
): WordParams {
  const data = event.data ?? {}
  const { factor, until, to, number, after } = data
  const masked = [to, number].find((value) => typeof value === 'string' && isMasked(value))
  return {
    try: writeTry(language, data['try']),
    way: findWay([], event),
    ...(typeof factor === 'string' && isNamed(language, factor) ? { factor } : {}),
    ...(typeof until === 'string' ? { until: writeTime(until) } : {}),
    ...(typeof masked === 'string' ? { number: masked } : {}),
    ways: writeWays(language, after),
  }
}

/** Only what core/phone-format.ts masked: hidden digits, and never more than a calling code and three others. */
function isMasked(value: string): boolean {
  return value.includes('•') && value.replaceAll(/\D/g, '').length <= 6
}

function isNamed({ names }: SupportLanguage, value: string): value is keyof Names {
  return Object.hasOwn(names, value)
}

function writeTry(language: SupportLanguage, count: unknown): string {
  if (typeof count !== 'number') return ''
  return fill(language, language.phrases.whichTry, { count, max: MAX_TRIES })
}

function writePolicy(language: SupportLanguage, policy: unknown): string {
  if (typeof policy !== 'object' || policy === null || !('required' in policy)) return ''
  const { required, notRequired } = language.phrases
  if (policy.required !== true) return notRequired
  return fill(language, required, { ways: writeWays(language, policy) })
}

/** The ways that a rule lists, as "a text message or a PIN". */
function writeWays({ names, phrases }: SupportLanguage, rule: unknown): string {
  const listed = typeof rule === 'object' && rule !== null && 'factors' in rule ? rule.factors : []
  const factors: unknown[] = Array.isArray(listed) ? listed : []
  const ways = FACTORS.filter((factor) => factors.includes(factor)).map((factor) => names[factor])
  const last = ways.pop()
  if (last === undefined) return names.unknown_way
  return ways.length > 0 ? `${ways.join(', ')} ${phrases.or} ${last}` : last
}
