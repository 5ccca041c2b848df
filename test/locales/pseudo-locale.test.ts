import { expect, test } from 'vitest'
import { NOTICE_KINDS } from '#core/notice.ts'
import type { SpokenPiece } from '#core/spoken.ts'
import { PURPOSES } from '#core/verification.ts'
import { writeCallScript } from '#locales/call-script.ts'
import { LANGUAGES, type Locale } from '#locales/locale.ts'
import { writePasswordResetMail } from '#locales/mail.ts'
import { writeNotice } from '#locales/notice.ts'
import { writeTextMessage } from '#locales/text-message.ts'
import { accentWords, makePseudo } from './pseudo-locale.ts'

const english = LANGUAGES['en-GB']
const pseudo = makePseudo(english)
const locale = 'en-XA' as Locale
Object.assign(LANGUAGES, { [locale]: pseudo })

const BRAND = '1234'
const BARE = /[a-z]/i
const wordsOf = (pieces: SpokenPiece[]) => pieces.flatMap((piece) => ('say' in piece ? [piece.say] : []))

test('the pseudo-locale is English with accents, a third longer', () => {
  expect(accentWords('Do not share it.')).toBe('Đóó ñóóţ šĥááŕéé ííţ.')
  expect(pseudo.messages['text.lifetime']).toContain('one {{Ííţ ŵóóŕķš ƒóóŕ {$minutes} ɱííñúúţéé.}}')
  const lengthOf = (messages: Record<string, string>) => Object.values(messages).join('').length
  expect(lengthOf(pseudo.messages) / lengthOf(english.messages)).toBeGreaterThan(1.2)
})

test.each(PURPOSES)(
  'a text for %s has no word from outside the tables, and keeps its ends and its budget',
  (purpose) => {
    for (const discreet of [false, true]) {
      const order = { locale, purpose, brand: BRAND, host: 'portal.example.org', code: '418052', discreet }
      const { body, segments } = writeTextMessage(order)
      const [words, line] = body.split('\n')
      expect(words).toMatch(/^418052 /)
      expect(words).not.toMatch(BARE)
      expect(line).toBe('@portal.example.org #418052')
      expect(segments).toBeLessThanOrEqual(2)
    }
  },
)

test.each(PURPOSES)('a call for %s says no word from outside the tables, at any point', (purpose) => {
  const { voice: _, code, ...parts } = writeCallScript({ locale, purpose, brand: BRAND })
  const said = [...Object.values(parts), code('418052', true)].flatMap(wordsOf)
  expect(said.length).toBeGreaterThan(20)
  for (const words of said) expect(words).not.toMatch(BARE)
})

test.each(NOTICE_KINDS)('the notice %s has no word from outside the tables', (kind) => {
  expect(writeNotice({ locale, kind, brand: BRAND }).body).not.toMatch(BARE)
})

test('a mail has no word from outside the tables', () => {
  const link = 'https://portal.example.org/reset'
  const mail = writePasswordResetMail({ locale, brand: BRAND, discreet: false, link, minutes: 15 })
  expect(`${mail.sender}${mail.subject}${mail.text}`.replace(link, '')).not.toMatch(BARE)
  const shown = mail.html.replace(/<[^>]*>/g, '')
  expect(shown).not.toMatch(BARE)
})
