import * as fc from 'fast-check'
import { SegmentedMessage } from 'sms-segments-calculator'
import { expect, it } from 'vitest'
import { countSegments } from '#simulator/segments.ts'

it.each([
  ['a'.repeat(160), 'GSM-7', 1],
  ['a'.repeat(161), 'GSM-7', 2],
  ['a'.repeat(306), 'GSM-7', 2],
  ['€'.repeat(80), 'GSM-7', 1],
  ['€'.repeat(81), 'GSM-7', 2],
  ['ê', 'UCS-2', 1],
  ['ж'.repeat(70), 'UCS-2', 1],
  ['ж'.repeat(71), 'UCS-2', 2],
  ['', 'GSM-7', 1],
])('%s counts as %s in %i', (text, encoding, segments) => {
  expect(countSegments(text)).toMatchObject({ encoding, segments })
})

it('agrees with Twilio’s own counter on texts without split pairs', () => {
  const letters = fc.constantFrom(...'a|b|c|X|Y|Z|0|1|9| |@|£|é|[|]|{|}|\n|ñ|ê|ж|ע|あ'.split('|'))
  fc.assert(
    fc.property(fc.string({ unit: letters, minLength: 1, maxLength: 150 }), (text) => {
      const theirs = new SegmentedMessage(text)
      expect(countSegments(text)).toMatchObject({
        encoding: theirs.encodingName,
        segments: theirs.segmentsCount,
      })
    }),
  )
})
