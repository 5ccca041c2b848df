import * as fc from 'fast-check'
import VoiceResponse from 'twilio/lib/twiml/VoiceResponse.js'
import { describe, expect, it } from 'vitest'
import { isTwimlFault } from '#simulator/twiml/fault.ts'
import { parseTwiml, type Element } from '#simulator/twiml/parse.ts'
import { readSpeech } from '#simulator/twiml/speech.ts'

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
const elements = (parent: Element) => parent.children.filter((child) => typeof child !== 'string')

function outcomeOf(document: string): string {
  try {
    return parseTwiml(document).name
  } catch (error) {
    return isTwimlFault(error) ? String(error.twilioCode) : String(error)
  }
}

describe('the reader of TwiML', () => {
  it('reads any text and attribute back as it was before it was escaped', () => {
    const words = fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\u0000', ''))
    fc.assert(
      fc.property(words, words, (text, attribute) => {
        const document = `<Response><Say voice="${escape(attribute)}">${escape(text)}</Say></Response>`
        const say = elements(parseTwiml(document))[0]
        expect(say?.attributes['voice']).toBe(attribute)
        expect(say?.children).toEqual(text === '' ? [] : [text])
      }),
    )
  })
  it('either reads a document or throws fault 12100, whatever it is given', () => {
    const piece = fc.constantFrom(
      '<Response>',
      '</Response>',
      '<Say',
      ' a="b"',
      '>',
      '/>',
      '<!--',
      '-->',
      '&amp;',
      '&',
      '<',
      'x',
      ']]>',
      '<![CDATA[',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        expect(outcomeOf(pieces.join(''))).toMatch(/^(Response|12100)$/)
      }),
    )
  })
  it('takes no time that grows faster than the document', () => {
    const hostile = [
      '<Say '.repeat(10_000),
      `<Response>${'<!--'.repeat(15_000)}`,
      `<Response a="${'x '.repeat(30_000)}`,
    ]
    const begun = Date.now()
    for (const document of hostile) expect(() => parseTwiml(document)).toThrow()
    expect(Date.now() - begun).toBeLessThan(1_000)
  })
  it('reads what the twilio package writes', () => {
    const response = new VoiceResponse()
    const gather = response.gather({
      input: ['dtmf'],
      numDigits: 2,
      timeout: 8,
      action: '/hook?a=1&b=2',
      actionOnEmptyResult: true,
    })
    const say = gather.say({ voice: 'Polly.Amy-Neural', language: 'en-GB' }, 'Tom & "Jerry" <3 ')
    say.break({ time: '600ms' })
    say.sayAs({ 'interpret-as': 'digits' }, '47')
    response.hangup()
    const [first, last] = elements(parseTwiml(response.toString()))
    expect(first?.attributes).toMatchObject({
      numDigits: '2',
      action: '/hook?a=1&b=2',
      actionOnEmptyResult: 'true',
    })
    expect(readSpeech(elements(first as Element)[0] as Element)).toBe('Tom & "Jerry" <3 47')
    expect(last?.name).toBe('Hangup')
  })
})
