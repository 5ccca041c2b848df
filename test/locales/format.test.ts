import { describe, expect, test } from 'vitest'
import { formatMessage, formatSpeech } from '#locales/format.ts'
import { LANGUAGES } from '#locales/locale.ts'

const language = {
  ...LANGUAGES['en-GB'],
  messages: {
    ...LANGUAGES['en-GB'].messages,
    'call.opening.login': '|100| This is {$brand}. |300||200| Go on {$brand}|50|',
    'call.over': 'No pause',
  },
}

describe('formatSpeech', () => {
  test('splits at pauses and keeps words and values together', () => {
    expect(formatSpeech(language, 'call.opening.login', { brand: 'Riverside' })).toEqual([
      { pauseMs: 100 },
      { say: 'This is Riverside.' },
      { pauseMs: 300 },
      { pauseMs: 200 },
      { say: 'Go on Riverside' },
      { pauseMs: 50 },
    ])
    expect(formatSpeech(language, 'call.over')).toEqual([{ say: 'No pause' }])
  })

  test('finds no pause in a value', () => {
    const pieces = formatSpeech(language, 'call.opening.login', { brand: 'x|9000|{$code}' })
    expect(pieces[1]).toEqual({ say: 'This is x|9000|{$code}.' })
  })
})

test('a value that is not given is an error, never a text with a hole', () => {
  expect(() => formatMessage(language, 'text.login', { code: '418052' })).toThrow()
  expect(() => formatSpeech(language, 'call.opening.login')).toThrow()
})

test('numbers are ASCII digits and values stand without marks of direction, in Arabic too', () => {
  expect(formatMessage(LANGUAGES.ar, 'text.lifetime', { minutes: 10 })).toBe('صالح لمدة 10 دقائق.')
})
