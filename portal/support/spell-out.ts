/**
 * How to say a code on the phone: a word for every letter, so that nobody hears a B for a D.
 */
import type { DeskLocale } from '#portal/console/desk-words.ts'

const NATO =
  'Alfa Bravo Charlie Delta Echo Foxtrot Golf Hotel India Juliett Kilo Lima Mike November Oscar Papa Quebec Romeo Sierra Tango Uniform Victor Whiskey X-ray Yankee Zulu'
const DUTCH =
  'Anton Bernard Cornelis Dirk Eduard Ferdinand Gerard Hendrik Izaak Johan Karel Lodewijk Maria Nico Otto Pieter Quotiënt Rudolf Simon Teunis Utrecht Victor Willem Xantippe Ypsilon Zaandam'
const WORDS: Record<DeskLocale, readonly string[]> = { 'en-GB': NATO.split(' '), 'nl-NL': DUTCH.split(' ') }

/** One entry per letter or digit: `K for Kilo`, or the digit as it is. */
export function spellOut(language: DeskLocale, code: string): string[] {
  const words = new Map(WORDS[language].map((word) => [word.charAt(0), word]))
  return (code.toUpperCase().match(/[A-Z\d]/g) ?? []).map((sign) => {
    const word = words.get(sign)
    return word ? `${sign} ${language === 'nl-NL' ? 'van' : 'for'} ${word}` : sign
  })
}
