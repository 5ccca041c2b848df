import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DELIVERY_REASONS } from '#core/delivery.ts'
import { EVENT_KINDS } from '#core/event-kinds.ts'
import type { SupportEvent } from '#core/support-facts.ts'
import { languageOf, wordsOf } from '#core/support-words.ts'
import { numberTries, writeEntry } from '#core/timeline.ts'
import { LOGIN_CODES, STATE_CODES } from '#core/verdict-codes.ts'

const LOCALES = ['en-GB', 'nl-NL'] as const
const CODES = [...STATE_CODES, ...LOGIN_CODES, ...DELIVERY_REASONS]
const PARAMS = { until: '12:15', at: '22 Nov, 12:00', count: 2, max: 5, way: 'totp' }

const english = languageOf('en-GB')
const dutch = languageOf('nl-NL')
/** Every sentence of a language, with where it stands. */
function listTexts(locale: string): [where: string, text: string][] {
  const { states, logins, reasons, sends, people, unknownEntry } = languageOf(locale)
  const tables = { ...states, ...logins, ...reasons, ...sends, ...people, unknownEntry }
  return Object.entries(tables).flatMap(([code, texts]) =>
    texts.map((text, place): [string, string] => [`${code} ${place}`, text]),
  )
}

describe.each(LOCALES)('the words in %s', (locale) => {
  test.each(CODES)('have four whole sentences for %s', (code) => {
    const words = Object.values(wordsOf(locale, code, PARAMS))
    expect(words).toHaveLength(4)
    for (const text of words) {
      expect(text).toMatch(/^[\p{Lu}].*[.?”]$/u)
      expect(text).not.toMatch(/[{}]|undefined|NaN/)
    }
    expect(new Set(words).size).toBe(4)
  })

  test.each(CODES)('are filled for %s even where nothing is known', (code) => {
    for (const text of Object.values(wordsOf(locale, code))) expect(text).not.toMatch(/[{}]|undefined/)
  })

  test('have a headline for every code that is one sentence, its own, and at most 160 characters', () => {
    const headlines = CODES.map((code) => wordsOf(locale, code, PARAMS).headline)
    expect(new Set(headlines).size).toBe(CODES.length)
    for (const headline of headlines) {
      expect(headline.length).toBeLessThanOrEqual(160)
      expect(headline).not.toMatch(/[.?] \p{Lu}/u)
    }
  })

  test('are plain: no sentence over 25 words, and no word of the trade', () => {
    const trade =
      /\b(OTP|2FA|MFA|TOTP|PSTN|SID|API|token|authenticate|authentication|credentials?|verify|verification|delivery|invalid|please|users?|attempts?|gebruikers?|ongeldig|alstublieft|verificatie)\b/i
    for (const [where, text] of listTexts(locale)) {
      expect(text, where).not.toMatch(trade)
      for (const sentence of text.split(/(?<=[.?:;”]) /)) {
        expect(sentence.split(' ').length, `${where}: ${sentence}`).toBeLessThanOrEqual(25)
      }
    }
  })

  test('say text message in English and sms in Dutch', () => {
    for (const [where, text] of listTexts(locale)) {
      expect(text, where).not.toMatch(
        locale === 'en-GB' ? /\bSMS\b|\btexts?\b(?! message)/i : /tekstbericht|SMS/,
      )
    }
  })

  test('name the act that helps, as its button does', () => {
    const acts = {
      'en-GB': ['Unblock', 'Correct the number', 'One-time bypass', 'Reset', 'Test message', 'Wait until'],
      'nl-NL': [
        'Deblokkeren',
        'Nummer verbeteren',
        'Eenmalige toegang',
        'Reset',
        'Testbericht',
        'Wachten tot',
      ],
    }[locale]
    const remedies = CODES.map((code) => wordsOf(locale, code, PARAMS).remedy).join(' ')
    for (const act of acts) expect(remedies).toContain(act)
    expect(wordsOf(locale, 'locked_short', PARAMS).remedy).toContain('12:15')
    expect(wordsOf(locale, 'no_such_number').remedy).toContain(acts[1])
    expect(wordsOf(locale, 'way_used_up', PARAMS).headline).toContain(languageOf(locale).names.totp)
  })

  test.each([
    ...['too_many_wrong', 'too_many_wrong_lately', 'nothing_left', 'denied', 'login_expired'],
    ...[
      'missing',
      'unproven',
      'landline',
      'failed',
      'pending',
      'enroll_totp',
      'enroll_pin',
      'factor_not_allowed',
    ],
    ...[
      'send_too_soon',
      'sends_exhausted',
      'call_in_progress',
      'verification_locked',
      'code_expired',
      'code_incorrect',
    ],
  ])('know the contract’s own word %s', (code) => {
    expect(wordsOf(locale, code).headline).not.toBe(wordsOf(locale, 'unknown').headline)
  })

  test('are honest about a code that nobody knows', () => {
    for (const code of ['comet', '', '__proto__', 'constructor', 'toString']) {
      expect(wordsOf(locale, code)).toEqual(wordsOf(locale, 'unknown'))
    }
  })
})

const event = (
  kind: string,
  data: SupportEvent['data'] = null,
  more: Partial<SupportEvent> = {},
): SupportEvent => ({
  ...{ kind, data, at: '2026-11-22T12:00:00.000Z' },
  ...more,
})

describe('the timeline', () => {
  test.each(EVENT_KINDS)('tells %s in both languages', (kind) => {
    for (const locale of LOCALES) {
      const entry = writeEntry(locale, event(kind))
      expect(entry.kind).toBe(kind)
      for (const text of Object.values(entry).slice(1)) expect(text).toMatch(/^[\p{Lu}][^{}]*[.?”]$/u)
      expect(entry.sentence).not.toBe(languageOf(locale).unknownEntry[0])
    }
  })

  test('is honest about a kind that nobody knows', () => {
    for (const kind of ['comet', '__proto__', 'unknownEntry', 'key_pressed.wrong.more']) {
      expect(writeEntry('en-GB', event(kind)).sentence).toBe(english.unknownEntry[0])
    }
    expect(writeEntry('nl-NL', event('comet')).sentence).toBe(dutch.unknownEntry[0])
  })

  test.each([...DELIVERY_REASONS])('tells why a send failed: %s', (reason) => {
    const { headline: sentence, ...words } = wordsOf('en-GB', reason)
    expect(writeEntry('en-GB', event('send_failed', { reason }))).toEqual({
      kind: 'send_failed',
      sentence,
      ...words,
    })
    expect(writeEntry('en-GB', event('call_ended', null, { deliveryReason: reason })).sentence).toBe(sentence)
  })

  test('tells right from wrong, and which try it was', () => {
    const tries = numberTries([
      event('code_tried', { right: true }),
      event('verification_started'),
      event('code_tried', { right: false }, { channel: 'call' }),
      event('factor_tried', { factor: 'pin', right: false }),
      event('code_tried', { right: false }),
      event('verification_started'),
    ])
    const sentences = tries.map((entry) => writeEntry('en-GB', entry).sentence)
    expect(sentences[0]).toBe('The right code was typed (try 1 of 5).')
    expect(sentences[2]).toBe('The wrong key counted as a wrong answer (try 2 of 5).')
    expect(sentences[3]).toBe('A wrong answer came with a PIN (try 1 of 5).')
    expect(sentences[4]).toBe('A wrong code was typed (try 1 of 5).')
    expect(writeEntry('nl-NL', tries[4]!).sentence).toBe('Er is een verkeerde code getypt (poging 1 van 5).')
    expect(writeEntry('en-GB', event('code_tried', { right: false })).sentence).toBe(
      'A wrong code was typed.',
    )
  })

  test('tells which rule held, where the event knows it', () => {
    const policy = { required: true, factors: ['sms', 'call', 'totp'] }
    const entry = writeEntry('en-GB', event('login_started', { kind: 'login', policy }))
    expect(entry.cause).toContain('asked for a text message, a phone call or an authenticator app.')
    expect(writeEntry('nl-NL', event('login_started', { policy: { required: false } })).cause).toContain(
      'wachtwoord.',
    )
    const changed = writeEntry('en-GB', event('policy_changed', { after: policy }))
    expect(changed.sentence).toBe(
      'A rule was changed: a text message, a phone call or an authenticator app is required.',
    )
  })

  test('writes times as the reader does', () => {
    const locked = event('locked', { reason: 'too_many_wrong', until: '2026-11-22T12:15:00Z' })
    expect(writeEntry('en-GB', locked, () => '12:15').sentence).toBe('Sign-in was paused until 12:15.')
    expect(
      writeEntry('en-GB', event('locked', { reason: 'too_many_wrong_lately', until: null })).sentence,
    ).toBe('Sign-in was stopped until support helps.')
  })

  test('knows a notice from a code', () => {
    expect(writeEntry('en-GB', event('delivered', { notice: 'test_message' })).sentence).toContain(
      'not a code',
    )
    expect(writeEntry('en-GB', event('delivered')).sentence).toBe('The text message reached the phone.')
  })

  test('shows a number only as it was masked', () => {
    const masked = writeEntry('en-GB', event('number_pending', { to: '+31 6 •••• ••78' }))
    expect(masked.sentence).toBe('A new number was put on file (+31 6 •••• ••78).')
    for (const to of ['+31612345678', '+31612345678 ••', 7, null]) {
      expect(writeEntry('en-GB', event('number_pending', { to })).sentence).toContain('(number hidden)')
    }
  })

  test('takes whatever an event holds, and shows none of it', () => {
    const kinds = fc.oneof(fc.constantFrom(...EVENT_KINDS), fc.string())
    const secret = '418052'
    const keys = [
      'to',
      'number',
      'factor',
      'code',
      'reason',
      'meant',
      'cause',
      'until_',
      'policy',
      'after',
      'amr',
      'way',
    ]
    const data = fc.dictionary(fc.constantFrom(...keys), fc.oneof(fc.constant(secret), fc.anything()))
    fc.assert(
      fc.property(kinds, data, fc.constantFrom(...LOCALES), (kind, given, locale) => {
        const { kind: _kind, ...words } = writeEntry(locale, event(kind, given))
        const text = Object.values(words).join(' ')
        expect(text).not.toContain(secret)
        expect(text).not.toMatch(/undefined|\[object/)
      }),
      { numRuns: 1_000 },
    )
  })
})
