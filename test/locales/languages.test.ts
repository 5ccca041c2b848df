import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { parseMessage, visit } from 'messageformat'
import { describe, expect, test } from 'vitest'
import { countSegments } from '#core/segments.ts'
import { PURPOSES } from '#core/verification.ts'
import { formatMessage } from '#locales/format.ts'
import { type Language, MESSAGE_KEYS, type MessageKey } from '#locales/language.ts'
import { LANGUAGES } from '#locales/locale.ts'

const twilioTypes = readFileSync(
  createRequire(import.meta.url).resolve('twilio/lib/twiml/VoiceResponse.d.ts'),
  'utf8',
)
const members = (type: string) =>
  new Set(
    [...new RegExp(`type ${type} = ([^;]+);`).exec(twilioTypes)![1]!.matchAll(/"([^"]+)"/g)].map((m) => m[1]),
  )
const VOICES = members('SayVoice')
const TAGS = members('SayLanguage')

/** What makes a language unfit for use, in words. */
function findFaults(language: Language): string[] {
  const messages: Record<string, string> = language.messages
  const unknown = Object.keys(messages).filter((key) => !MESSAGE_KEYS.includes(key as MessageKey))
  return [
    ...MESSAGE_KEYS.filter((key) => !messages[key]?.trim()).map((key) => `missing: ${key}`),
    ...unknown.map((key) => `unknown: ${key}`),
    ...MESSAGE_KEYS.filter((key) => messages[key]).flatMap((key) => findVariableFaults(key, messages[key]!)),
  ]
}

function findVariableFaults(key: MessageKey, source: string): string[] {
  const found = new Set<string>()
  visit(parseMessage(source), {
    value: (value) => {
      if (value.type === 'variable') found.add(value.name)
    },
  })
  const expected = variablesOf(key)
  return [...found].sort().join() === expected.sort().join()
    ? []
    : [`variables of ${key}: ${[...found].join()}`]
}

function variablesOf(key: MessageKey): string[] {
  const [room, last] = [key.split('.')[0], key.split('.').at(-1)!]
  if (key === 'text.lifetime') return ['minutes']
  if (key === 'text.discreet') return ['code']
  if (!PURPOSES.includes(last as (typeof PURPOSES)[number])) return []
  return room === 'text' ? ['brand', 'code'] : ['brand']
}

const without = (language: Language, key: MessageKey) => {
  const { [key]: _, ...messages } = language.messages
  return { ...language, messages: messages as Language['messages'] }
}

const NON_GSM = new Set(['pl-PL', 'tr-TR', 'ar', 'uk-UA'])
const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u
const CURLY_QUOTE_OR_FIXED_SPACE = /[\u2018-\u201f\u00a0\u202f]/u

/** Words that would tell whoever reads along that this is about health. */
const HEALTH: Record<string, RegExp> = {
  'en-GB': /patient|doctor|clinic|hospital|health|medic|treatment|appointment|care\b/i,
  'nl-NL': /pati[eë]nt|dokter|arts|kliniek|ziekenhuis|gezondheid|zorg|medisch|behandel|afspraak/i,
  'de-DE': /patient|arzt|ärzt|klinik|krankenhaus|gesundheit|praxis|medizin|behandlung|termin/i,
  'fr-FR': /patient|médecin|docteur|clinique|hôpital|santé|médical|soins|rendez-vous/i,
  'es-ES': /paciente|médic|doctor|clínica|hospital|salud|tratamiento|cita\b/i,
  'pl-PL': /pacjent|lekarz|klinik|szpital|zdrow|medycz|leczeni|wizyt/i,
  'tr-TR': /hasta|doktor|hekim|klinik|sağlık|tıbbi|tedavi|randevu/i,
  ar: /مريض|طبيب|عيادة|مستشفى|صحة|طبي|علاج|موعد/,
  'uk-UA': /пацієнт|лікар|клінік|здоров|медич|лікуван|прийом/i,
}

describe.each(Object.entries(LANGUAGES))('%s', (tag, language: Language) => {
  test('has every message, with the variables it needs and no others', () => {
    expect(findFaults(language)).toEqual([])
  })

  test('is listed under its own tag, knows its name and its direction', () => {
    expect(language.tag).toBe(tag)
    expect(Intl.getCanonicalLocales(tag)).toEqual([tag])
    expect(language.nativeName.toLowerCase()).toBe(
      new Intl.DisplayNames(tag, { type: 'language' }).of(tag.split('-')[0]!)!.toLowerCase(),
    )
    expect(language.direction).toBe(tag === 'ar' ? 'rtl' : 'ltr')
  })

  test('has a voice and a language tag that Twilio has', () => {
    expect(VOICES).toContain(language.voice.voice)
    expect(TAGS).toContain(language.voice.language)
    expect(language.voice.language.split('-')[0]).toBe(tag.split('-')[0])
  })

  test('is a draft until a native speaker signs', () => {
    if (language.review === null) return
    expect(language.review.by).not.toBe('')
    expect(language.review.date).toMatch(/^\d{4}-\d\d-\d\d$/)
  })

  test.each(MESSAGE_KEYS)('%s says no health word, no link, no emoji', (key) => {
    const message = language.messages[key]
    expect(message).not.toMatch(HEALTH[tag]!)
    expect(message).not.toMatch(/https?:|www\.|[\p{L}\d]\.[\p{L}\d]/u)
    expect(message).not.toMatch(EMOJI)
  })

  test.each(MESSAGE_KEYS.filter((key) => key.startsWith('text.')))('%s keeps to its alphabet', (key) => {
    const text = formatMessage(language, key, { code: '418052', brand: 'Riverside Clinic', minutes: 10 })
    expect(text).not.toMatch(CURLY_QUOTE_OR_FIXED_SPACE)
    expect(NON_GSM.has(tag) || countSegments(text).encoding === 'GSM-7').toBe(true)
  })

  test.each([1, 2, 3, 5, 10, 11, 21, 22])('says a life of %i minutes', (minutes) => {
    const text = formatMessage(language, 'text.lifetime', { minutes })
    const inWords = tag === 'ar' && minutes < 3
    expect(text.match(/\p{Nd}+/gu) ?? []).toEqual(inWords ? [] : [String(minutes)])
  })
})

describe('plural forms', () => {
  test.each([
    ['pl-PL', ['minutę', 'minuty', 'minut', 'minuty']],
    ['uk-UA', ['хвилину', 'хвилини', 'хвилин', 'хвилини']],
    ['ar', ['دقيقة واحدة', 'دقيقتين', 'دقائق', 'دقيقة']],
    ['de-DE', ['Minute.', 'Minuten', 'Minuten', 'Minuten']],
  ] as const)('follow the rules of %s', (tag, forms) => {
    const texts = [1, 2, 10, 22].map((minutes) => formatMessage(LANGUAGES[tag], 'text.lifetime', { minutes }))
    for (const [at, form] of forms.entries()) expect(texts[at]).toContain(form)
  })
})

describe('the check itself', () => {
  const { 'en-GB': english } = LANGUAGES

  test('finds a planted missing message, wherever it is', () => {
    for (const key of MESSAGE_KEYS) expect(findFaults(without(english, key))).toEqual([`missing: ${key}`])
  })

  test('finds an empty, an unknown and a misspelt one', () => {
    const plant = (messages: object) => ({ ...english, messages: { ...english.messages, ...messages } })
    expect(findFaults(plant({ 'call.over': ' ' }))).toEqual(['missing: call.over'])
    expect(findFaults(plant({ 'call.ovr': 'Over.' }))).toEqual(['unknown: call.ovr'])
    expect(findFaults(plant({ 'text.other': '{$code} is your {$brnad} code.' }))).toHaveLength(1)
    expect(() => findFaults(plant({ 'text.other': '{$code is your code.' }))).toThrow()
  })
})
