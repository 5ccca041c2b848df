import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { parseMessage, visit } from 'messageformat'
import { describe, expect, test } from 'vitest'
import { countSegments } from '#core/segments.ts'
import { PURPOSES } from '#core/verification.ts'
import { formatMessage } from '#locales/format.ts'
import { type Language, type MessageKey, SPOKEN_KEYS, WRITTEN_KEYS } from '#locales/language.ts'
import { LANGUAGES, LOCALES } from '#locales/locale.ts'
import { GSM_LOCALES } from './alphabets.ts'

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

type Tested = { voice: Language['voice']; messages: Record<string, string> }

/** The messages that a language must have: those of calls only where there is a voice to say them. */
const keysOf = ({ voice }: Tested): readonly MessageKey[] =>
  voice === null ? WRITTEN_KEYS : [...WRITTEN_KEYS, ...SPOKEN_KEYS]

/** What makes a language unfit for use, in words. */
function findFaults(language: Tested): string[] {
  const { messages } = language
  const keys = keysOf(language)
  const unknown = Object.keys(messages).filter((key) => !keys.includes(key as MessageKey))
  return [
    ...keys.filter((key) => !messages[key]?.trim()).map((key) => `missing: ${key}`),
    ...unknown.map((key) => `unknown: ${key}`),
    ...keys.filter((key) => messages[key]).flatMap((key) => findVariableFaults(key, messages[key]!)),
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
  if (key === 'mail.password_reset.lifetime') return ['minutes']
  if (key === 'mail.password_reset.opening' || key === 'notice.from') return ['brand']
  if (!PURPOSES.includes(last as (typeof PURPOSES)[number])) return []
  return room === 'text' ? ['brand', 'code'] : ['brand']
}

const without = ({ voice, messages }: Tested, key: MessageKey) => {
  const { [key]: _, ...others } = messages
  return { voice, messages: others }
}

/** What is not simply the language's own name for itself. */
const NAMES: Record<string, string> = { 'en-US': 'English (US)', 'zh-Hans': '简体中文' }
const RTL = new Set(['ar', 'fa-IR'])
const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u
const CURLY_QUOTE_OR_FIXED_SPACE = /[\u2018-\u201f\u00a0\u202f]/u

/** Words that would tell whoever reads along that this is about health. */
const HEALTH: Record<string, RegExp> = {
  'en-GB': /patient|doctor|clinic|hospital|health|medic|treatment|appointment|care\b/i,
  'en-US': /patient|doctor|clinic|hospital|health|medic|treatment|appointment|care\b/i,
  'nl-NL': /pati[eë]nt|dokter|arts|kliniek|ziekenhuis|gezondheid|zorg|medisch|behandel|afspraak/i,
  'de-DE': /patient|arzt|ärzt|klinik|krankenhaus|gesundheit|praxis|medizin|behandlung|termin/i,
  'fr-FR': /patient|médecin|docteur|clinique|hôpital|santé|médical|soins|rendez-vous/i,
  'es-ES': /paciente|médic|doctor|clínica|hospital|salud|tratamiento|cita\b/i,
  'it-IT': /pazient|medic|dottor|clinic|ospedal|salute|sanit|terapi|visita|appuntament/i,
  'pt-PT': /paciente|utente|médic|doutor|clínica|hospital|saúde|tratamento|consulta/i,
  'pl-PL': /pacjent|lekarz|klinik|szpital|zdrow|medycz|leczeni|wizyt/i,
  'ro-RO': /pacient|medic|doctor|clinic|spital|sănăt|tratament|programare/i,
  'tr-TR': /hasta|doktor|hekim|klinik|sağlık|tıbbi|tedavi|randevu/i,
  ar: /مريض|طبيب|عيادة|مستشفى|صحة|طبي|علاج|موعد/,
  'uk-UA': /пацієнт|лікар|клінік|здоров|медич|лікуван|прийом/i,
  'ru-RU': /пациент|врач|доктор|клиник|больниц|здоров|медиц|лечен|при[её]м/i,
  'zh-Hans': /患者|病人|医生|医院|诊所|健康|医疗|治疗|预约|就诊/,
  'so-SO': /bukaan|dhakhtar|takhtar|isbitaal|rugta|caafimaad|daawey|ballan/i,
  'ti-ER': /ሕሙም|ሓኪም|ዶክተር|ክሊኒክ|ሆስፒታል|ጥዕና|ሕክምና|ቆጸራ/,
  'fa-IR': /بیمار|پزشک|دکتر|کلینیک|درمان|سلامت|بهداشت|نوبت/,
}

describe.each(LOCALES)('%s', (tag) => {
  const language: Language = LANGUAGES[tag]
  const messages: Record<string, string> = language.messages

  test('has every message, with the variables it needs and no others', () => {
    expect(findFaults(language)).toEqual([])
  })

  test('is listed under its own tag, knows its name and its direction', () => {
    expect(language.tag).toBe(tag)
    expect(Intl.getCanonicalLocales(tag)).toEqual([tag])
    const own = new Intl.DisplayNames(tag, { type: 'language' }).of(tag.split('-')[0]!)!
    expect(language.nativeName.toLowerCase()).toBe((NAMES[tag] ?? own).toLowerCase())
    expect(language.direction).toBe(RTL.has(tag) ? 'rtl' : 'ltr')
  })

  test('has a voice and a language tag that Twilio has, or Twilio has none for it', () => {
    const { voice } = language
    const spoken = tag === 'zh-Hans' ? 'cmn' : tag.split('-')[0]
    if (voice === null) expect([...TAGS].filter((other) => other!.split('-')[0] === spoken)).toEqual([])
    else {
      expect(VOICES).toContain(voice.voice)
      expect(TAGS).toContain(voice.language)
      expect(voice.language.split('-')[0]).toBe(spoken)
    }
  })

  test('is a draft until a native speaker signs', () => {
    if (language.review === null) return
    expect(language.review.by).not.toBe('')
    expect(language.review.date).toMatch(/^\d{4}-\d\d-\d\d$/)
  })

  test.each(keysOf(language))('%s says no health word, no link, no emoji', (key) => {
    const message = messages[key]!
    expect(message).not.toMatch(HEALTH[tag]!)
    expect(message).not.toMatch(/https?:|www\.|[\p{L}\d]\.[\p{L}\d]/u)
    expect(message).not.toMatch(EMOJI)
  })

  test.each(WRITTEN_KEYS.filter((key) => !key.startsWith('mail.')))('%s keeps to its alphabet', (key) => {
    const text = formatMessage(language, key, { code: '418052', brand: 'Riverside Clinic', minutes: 10 })
    expect(text).not.toMatch(CURLY_QUOTE_OR_FIXED_SPACE)
    expect(!GSM_LOCALES.has(tag) || countSegments(text).encoding === 'GSM-7').toBe(true)
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
    ['ar', ['دقيقة واحدة', 'دقيقتين', 'دقائق', 'دقيقة']],
    ['ru-RU', ['минуту', 'минуты', 'минут.', 'минуты']],
    ['ro-RO', ['1 minut.', '2 minute.', '10 minute.', '22 de minute.']],
    ['de-DE', ['1 Minute', '2 Minuten', '10 Minuten', '22 Minuten']],
    ['it-IT', ['minuto.', 'minuti.', 'minuti.', 'minuti.']],
    ['pt-PT', ['1 minuto.', '2 minutos.', '10 minutos.', '22 minutos.']],
    ['ti-ER', ['ደቒቕ', 'ደቓይቕ', 'ደቓይቕ', 'ደቓይቕ']],
  ] as const)('follow the rules of %s, in texts and in mails', (tag, forms) => {
    for (const key of ['text.lifetime', 'mail.password_reset.lifetime'] as const) {
      const texts = [1, 2, 10, 22].map((minutes) => formatMessage(LANGUAGES[tag], key, { minutes }))
      for (const [at, form] of forms.entries()) expect(texts[at]).toContain(form)
    }
  })
})

test('the mail in Ukrainian counts in the genitive, its text in the accusative', () => {
  const forms = (key: 'text.lifetime' | 'mail.password_reset.lifetime') =>
    [1, 2, 10, 22].map((minutes) =>
      /хвилин./u.exec(formatMessage(LANGUAGES['uk-UA'], key, { minutes }))?.join(),
    )
  expect(forms('text.lifetime')).toEqual(['хвилину', 'хвилини', 'хвилин.', 'хвилини'])
  expect(forms('mail.password_reset.lifetime')).toEqual(['хвилини', 'хвилин.', 'хвилин.', 'хвилин.'])
})

describe('the check itself', () => {
  const { 'en-GB': english } = LANGUAGES

  test('finds a planted missing message, wherever it is', () => {
    for (const key of keysOf(english)) expect(findFaults(without(english, key))).toEqual([`missing: ${key}`])
  })

  test('finds an empty, an unknown and a misspelt one', () => {
    const plant = (messages: object) => ({ ...english, messages: { ...english.messages, ...messages } })
    expect(findFaults(plant({ 'call.over': ' ' }))).toEqual(['missing: call.over'])
    expect(findFaults(plant({ 'call.ovr': 'Over.' }))).toEqual(['unknown: call.ovr'])
    expect(findFaults(plant({ 'text.other': '{$code} is your {$brnad} code.' }))).toHaveLength(1)
    expect(() => findFaults(plant({ 'text.other': '{$code is your code.' }))).toThrow()
  })
})
