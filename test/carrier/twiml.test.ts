import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  codeDocument,
  endDocument,
  hangUpDocument,
  questionDocument,
  wrongKeyDocument,
} from '#carrier/twiml.ts'
import type { CallScript, SpokenPiece } from '#core/spoken.ts'
import { CALL_MODES, PURPOSES } from '#core/verification.ts'
import { writeCallScript } from '#locales/call-script.ts'
import { LOCALES } from '#locales/locale.ts'
import { findAll, readXml } from './xml.ts'

const ACTION_URL = `https://keypad.riverside-clinics.example.org/hooks/twilio/calls/${'0'.repeat(26)}/keys?nonce=${'f'.repeat(32)}&round=1`
const CODE = '418052'

function scriptSaying(words: string): CallScript {
  const pieces: SpokenPiece[] = [{ say: words }, { pauseMs: 400 }, { say: `${words}!` }]
  return {
    voice: { voice: 'Polly.Amy-Neural', language: 'en-GB' },
    opening: [{ say: 'Hello.' }, ...pieces],
    askPress1: [{ say: 'press one' }, ...pieces],
    askMatchDigits: [{ say: 'match' }, ...pieces],
    askSpokenCode: [{ say: 'any key' }, ...pieces],
    code: (code, slow) => [...pieces, { digits: code, pauseMs: slow ? 1_200 : 700 }],
    askRepeat: [{ say: 'again' }, ...pieces],
    thanks: [{ say: 'thanks' }, ...pieces],
    denied: [{ say: 'denied' }, ...pieces],
    noKey: [{ say: 'no key' }, ...pieces],
    tooManyWrong: [{ say: 'too many' }, ...pieces],
    over: [{ say: 'over' }, ...pieces],
    wrongKey: [{ say: 'wrong' }, ...pieces],
  }
}

const script = scriptSaying('Riverside Clinic')
const question = { script, mode: 'press_1', actionUrl: ACTION_URL, first: true } as const

describe('the first document of a call', () => {
  const root = readXml(questionDocument(question))

  it('is silent for two seconds, says who calls, asks three times and hangs up', () => {
    const names = root.children.map((child) => child.name)
    expect(names).toEqual(['Pause', 'Say', 'Gather', 'Gather', 'Gather', 'Say', 'Hangup'])
    expect(root.children[0]!.attributes).toEqual({ length: '2' })
    expect(root.children[1]!.text).toMatch(/^Hello\./)
    expect(root.children[5]!.text).toMatch(/^no key/)
  })

  it('takes one key per question, for eight seconds, at the address it was given', () => {
    for (const gather of findAll(root, 'Gather')) {
      expect(gather.attributes).toEqual({
        input: 'dtmf',
        numDigits: '1',
        timeout: '8',
        action: ACTION_URL,
        method: 'POST',
      })
      expect(gather.text).toMatch(/^press one/)
    }
  })

  it('says everything in the voice and language of the script, with its pauses', () => {
    for (const say of findAll(root, 'Say')) {
      expect(say.attributes).toEqual({ voice: 'Polly.Amy-Neural', language: 'en-GB' })
      expect(findAll(say, 'break').map((pause) => pause.attributes)).toEqual([{ time: '400ms' }])
    }
  })

  it('takes two keys where two digits are to be matched', () => {
    const root = readXml(questionDocument({ ...question, mode: 'match_digits' }))
    expect(findAll(root, 'Gather').map(({ attributes }) => attributes['numDigits'])).toEqual(['2', '2', '2'])
    expect(findAll(root, 'Gather')[0]!.text).toMatch(/^match/)
  })

  it('asks less often when three rounds would not fit into the request', () => {
    const long = readXml(questionDocument({ ...question, script: scriptSaying('word '.repeat(60)) }))
    expect(findAll(long, 'Gather').length).toBeLessThan(3)
    expect(findAll(long, 'Gather').length).toBeGreaterThan(0)
  })

  it.each(LOCALES)('fits into the request in %s for every purpose and mode, and holds no code', (locale) => {
    for (const purpose of PURPOSES) {
      const script = writeCallScript({ locale, purpose, brand: 'Riverside Clinic & Sons <Utrecht>' })
      for (const mode of CALL_MODES) {
        const document = questionDocument({ script, mode, actionUrl: ACTION_URL, first: true })
        expect(document.length).toBeLessThanOrEqual(4_000)
        expect(findAll(readXml(document), 'Gather').length).toBeGreaterThanOrEqual(2)
        expect(findAll(readXml(document), 'say-as')).toEqual([])
      }
    }
  })
})

describe('the document after a wrong key', () => {
  it('says so, asks again, and does not introduce itself twice', () => {
    const root = readXml(wrongKeyDocument({ script, mode: 'spoken_code', actionUrl: ACTION_URL }))
    expect(root.children[0]!.name).toBe('Say')
    expect(root.children[0]!.text).toMatch(/^wrong/)
    expect(findAll(root, 'Gather')).toHaveLength(3)
    expect(root.text).not.toContain('Hello.')
  })
})

describe('the document with the code', () => {
  const spoken = { script, code: CODE, slow: false, mayRepeat: true, actionUrl: ACTION_URL }

  it.each(LOCALES)('says every digit of the code three times in %s', (locale) => {
    const script = writeCallScript({ locale, purpose: 'login', brand: 'Riverside' })
    const root = readXml(codeDocument({ ...spoken, script }))
    const digits = findAll(root, 'say-as')
    expect(digits.map((digit) => digit.text).join('')).toBe(CODE.repeat(3))
    expect(digits.every((digit) => digit.attributes['interpret-as'] === 'digits')).toBe(true)
  })

  it('pauses between the digits, longer when it is said slowly', () => {
    const pauses = (slow: boolean) =>
      findAll(readXml(codeDocument({ ...spoken, slow })), 'break')
        .map((pause) => pause.attributes['time'])
        .filter((time) => time !== '400ms')
    expect(pauses(false)).toEqual(Array.from({ length: 5 }, () => '700ms'))
    expect(pauses(true)).toEqual(Array.from({ length: 5 }, () => '1200ms'))
  })

  it('offers to repeat after the code, and says goodbye when no key comes', () => {
    const root = readXml(codeDocument(spoken))
    expect(root.children.map((child) => child.name)).toEqual(['Say', 'Gather', 'Say', 'Hangup'])
    expect(root.children[1]!.text).toMatch(/^again/)
    expect(root.children[2]!.text).toMatch(/^thanks/)
  })

  it('ends with the code when both repeats are used up', () => {
    const root = readXml(codeDocument({ ...spoken, mayRepeat: false }))
    expect(root.children.map((child) => child.name)).toEqual(['Say', 'Say', 'Hangup'])
  })
})

describe('endings', () => {
  it('are said before the call hangs up', () => {
    const root = readXml(endDocument(script.voice, script.denied))
    expect(root.children.map((child) => child.name)).toEqual(['Say', 'Hangup'])
  })

  it('can be silent, so that no voicemail keeps a word', () => {
    const root = readXml(hangUpDocument())
    expect(root.children.map((child) => child.name)).toEqual(['Hangup'])
    expect(root.text).toBe('')
  })
})

describe('whatever a tenant calls itself', () => {
  const nasty = fc.constantFrom(
    '<Say>',
    ']]>',
    '&',
    '&amp;',
    '<!--',
    '"',
    "'",
    '\0',
    '\u001b[31m',
    '\ud800',
    '\udfff',
    '\uffff',
  )
  const brand = fc
    .array(fc.oneof(nasty, fc.string({ unit: 'binary' })), { maxLength: 8 })
    .map((parts) => parts.join(''))

  it('the document is well-formed and has no element that we did not write', () => {
    const text = fc.record({ words: brand, actionUrl: brand, mode: fc.constantFrom(...CALL_MODES) })
    fc.assert(
      fc.property(text, ({ words, actionUrl, mode }) => {
        const script = scriptSaying(words)
        const root = readXml(questionDocument({ script, mode, actionUrl, first: true }))
        expect(root.children[1]!.children.map((child) => child.name)).toEqual(['break'])
      }),
      { numRuns: 10_000 },
    )
  })

  it('the words are spoken as they were written, but for what XML forbids', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (words) => {
        const root = readXml(endDocument(script.voice, [{ say: words }]))
        expect(root.text).toBe(words)
      }),
    )
  })
})
