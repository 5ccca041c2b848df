import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeClock } from '#portal/clock.ts'
import { fillHtml, fillText } from '#portal/say.ts'
import type { Word } from '#portal/say.ts'
import { findWord, isWordKey, PAGE_LOCALES, WORD_KEYS } from '#portal/words/tables.ts'
import { DELIVERY_REASONS } from '#core/delivery.ts'
import { startPortal } from './lab.ts'
import type { PortalLab } from './lab.ts'

let lab: PortalLab
beforeAll(async () => {
  const nowhere = { urls: ['http://127.0.0.1:9'], tenant: { secretKey: `kp_sk_${'x'.repeat(32)}` } }
  lab = await startPortal(nowhere as Parameters<typeof startPortal>[0])
})
afterAll(() => lab?.close())

const languageOf = (html: string) => /<html lang="([^"]+)" dir="([^"]+)"/.exec(html)?.slice(1).join(' ')

describe('the language of the pages', () => {
  it.each([
    ['nl', 'nl-NL ltr'],
    ['nl-BE,nl;q=0.9,en;q=0.5', 'nl-NL ltr'],
    ['ar-EG', 'ar rtl'],
    ['tlh', 'en-GB ltr'],
    ['', 'en-GB ltr'],
  ])('is what the browser asks for: %s → %s', async (accepted, expected) => {
    const seen = await lab.visit({ 'accept-language': accepted }).get('/sign-in')
    expect(languageOf(seen.html)).toBe(expected)
  })

  it('is the one that was chosen from the menu, on this page and every other', async () => {
    const visitor = lab.visit({ 'accept-language': 'nl' })
    const chosen = await visitor.get('/sign-in?lang=ar')
    expect(chosen.trail).toEqual(['/portal/sign-in?lang=ar', '/portal/sign-in'])
    expect(languageOf(chosen.html)).toBe('ar rtl')
    expect(languageOf((await visitor.get('/help')).html)).toBe('ar rtl')
  })

  it('stays when somebody asks for one that there is not', async () => {
    const seen = await lab.visit({ 'accept-language': 'nl' }).get('/sign-in?lang=xx"><script>')
    expect([seen.status, languageOf(seen.html)]).toEqual([200, 'nl-NL ltr'])
  })

  it('is offered by its own name', async () => {
    const { html } = await lab.visit().get('/sign-in')
    for (const name of ['English', 'Nederlands', 'العربية']) expect(html).toContain(name)
  })
})

const placesOf = (word: Word) =>
  [...new Set((typeof word === 'string' ? word : word.other).match(/\{\w+\}/g) ?? [])].toSorted()

describe.each(PAGE_LOCALES.filter((locale) => !locale.startsWith('en')))('%s', (locale) => {
  it('has every word, with the places of the English one', () => {
    for (const key of WORD_KEYS) {
      const { word, isEnglish } = findWord(locale, key)
      expect([key, isEnglish]).toEqual([key, false])
      expect([key, ...placesOf(word)]).toEqual([key, ...placesOf(findWord('en-GB', key).word)])
    }
  })
})

it('has a sentence for every way in which a text or call can fail', () => {
  for (const reason of DELIVERY_REASONS) expect(isWordKey(`reason.${reason}`), reason).toBe(true)
})

describe('words', () => {
  it('take their values as text, never as HTML or as places', () => {
    const said = fillHtml('Hello, {name}', 'en-GB', { name: '<b>{name}' })
    expect(said.html).toBe('Hello, <bdi>&lt;b&gt;{name}</bdi>')
    expect(fillText('Hello, {name}', 'en-GB', { name: '{x}' })).toBe('Hello, {x}')
  })

  it('count as the language counts', () => {
    const left = findWord('ar', 'problem.tries').word
    expect([1, 2, 3].map((count) => fillText(left, 'ar', { count }))).toEqual([
      ...['بقيت محاولة واحدة', 'بقيت محاولتان', 'بقيت 3 محاولات'],
    ])
  })
})

describe('times', () => {
  const nowMs = Date.parse('2026-11-22T14:00:00Z')
  it('are those of the person’s zone, else UTC and said to be', () => {
    const at = '2026-11-22T14:32:10Z'
    expect(writeClock(at, { locale: 'en-GB', zone: 'Europe/Amsterdam', nowMs })).toBe('15:32')
    expect(writeClock(at, { locale: 'nl-NL', zone: null, nowMs })).toBe('14:32 UTC')
    expect(writeClock(at, { locale: 'ar', zone: 'Africa/Cairo', nowMs })).toBe('16:32')
  })

  it('name the day where it is not today', () => {
    const text = writeClock('2026-11-23T09:05:00Z', { locale: 'en-GB', zone: 'Europe/London', nowMs })
    expect(text).toMatch(/Mon.*23 November.*09:05/)
  })
})
