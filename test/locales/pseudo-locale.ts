/**
 * A language of no people, made of English: every letter has an accent and every vowel stands twice, which makes words a
 * third longer. What still shows a bare letter was written outside the tables; what breaks has no room for other languages.
 */
import { parseMessage, stringifyMessage, visit } from 'messageformat'
import type { SpokenLanguage } from '#locales/language.ts'

const PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
const ACCENTED = Array.from('áƀçđéƒğĥíĵķļɱñóƥɋŕšţúṽŵẋýžÁƁÇĐÉƑĞĤÍĴĶĻṀÑÓƤɊŔŠŢÚṼŴẊÝŽ')

/** Makes the pseudo-locale `en-XA` of a language in Latin letters. */
export function makePseudo(language: SpokenLanguage): SpokenLanguage {
  const messages = Object.entries(language.messages).map(([key, source]) => [key, accent(source)])
  return { ...language, tag: 'en-XA', nativeName: 'Ƥšéúđó', messages: Object.fromEntries(messages) }
}

/** Values, plural keys and pauses stay as they are. */
function accent(source: string): string {
  const message = parseMessage(source)
  visit(message, {
    pattern: (pattern) => {
      for (const [at, part] of pattern.entries()) {
        if (typeof part === 'string') pattern[at] = accentWords(part)
      }
    },
  })
  return stringifyMessage(message)
}

/** Accents the letters of a plain text. */
export function accentWords(text: string): string {
  return text
    .replace(/[aeiou]/gi, (vowel) => vowel + vowel.toLowerCase())
    .replace(/[a-z]/gi, (letter) => ACCENTED[PLAIN.indexOf(letter)]!)
}
