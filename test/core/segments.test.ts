import * as fc from 'fast-check'
import { SegmentedMessage } from 'sms-segments-calculator'
import { describe, expect, test } from 'vitest'
import { countSegments } from '#core/segments.ts'

const oracle = (text: string) => {
  const counted = new SegmentedMessage(text)
  return { encoding: counted.encodingName, segments: counted.segmentsCount }
}
const ours = (text: string) => {
  const { encoding, segments } = countSegments(text)
  return { encoding, segments }
}
const repeat = (text: string, times: number) => text.repeat(times)

describe('a text in GSM-7', () => {
  test.each([
    [0, 1],
    [160, 1],
    [161, 2],
    [306, 2],
    [307, 3],
    [459, 3],
    [460, 4],
  ])('of %i letters takes %i segments', (letters, segments) => {
    expect(countSegments(repeat('a', letters))).toEqual({ encoding: 'GSM-7', units: letters, segments })
  })

  test('counts the characters behind the escape as two', () => {
    expect(countSegments('€[]{}\\~^|\f')).toEqual({ encoding: 'GSM-7', units: 20, segments: 1 })
    expect(countSegments(repeat('€', 80)).segments).toBe(1)
    expect(countSegments(repeat('€', 81)).segments).toBe(2)
  })

  test('never cuts an escape pair, so that one septet of a part stays empty', () => {
    // 153 septets hold 76 pairs and a half; 2 parts hold 152 pairs, not 153.
    expect(countSegments(repeat('€', 152)).segments).toBe(2)
    expect(countSegments(repeat('€', 153)).segments).toBe(3)
  })
})

describe('a text outside GSM-7', () => {
  test.each([
    [70, 1],
    [71, 2],
    [134, 2],
    [135, 3],
  ])('of %i letters takes %i segments', (letters, segments) => {
    expect(countSegments(repeat('ж', letters))).toEqual({ encoding: 'UCS-2', units: letters, segments })
  })

  test.each(['ç', 'ê', 'á', 'ı', '’', '–', '\u00a0', '`', '\t', '😀'])(
    'becomes UCS-2 by a single %j',
    (one) => {
      expect(countSegments(`${repeat('a', 100)}${one}`)).toMatchObject({ encoding: 'UCS-2', segments: 2 })
    },
  )

  test('counts what GSM-7 escapes as one unit', () => {
    expect(countSegments('ж€')).toEqual({ encoding: 'UCS-2', units: 2, segments: 1 })
  })

  test('never cuts a surrogate pair: 33 of them fill a part', () => {
    expect(countSegments(repeat('😀', 35))).toEqual({ encoding: 'UCS-2', units: 70, segments: 1 })
    expect(countSegments(repeat('😀', 66)).segments).toBe(2)
    expect(countSegments(repeat('😀', 67)).segments).toBe(3)
  })

  test('counts a letter with more marks than a part has room for', () => {
    expect(countSegments(`a${repeat('\u0301', 200)}`)).toEqual({ encoding: 'UCS-2', units: 201, segments: 3 })
  })
})

describe("beside Twilio's own calculator", () => {
  test('every single character of the first plane has the same encoding and size', () => {
    for (let point = 0; point < 0xd800; point++) {
      const text = repeat(String.fromCharCode(point), 80)
      expect(countSegments(text).encoding, `U+${point.toString(16)}`).toBe(
        new SegmentedMessage(String.fromCharCode(point)).encodingName,
      )
    }
  }, 60_000)

  const gsm = fc.constantFrom(
    ...Array.from('abcXYZ 0189@£$¥èéùìòÇØøÅåΔΦΓΛΩΠΨΣΘΞÆæßÉ!"#¤%&()*+,-./:;<=>?¡ÄÖÑÜ§¿äöñüà\n\r€[]{}\\~^|'),
  )
  const other = fc.constantFrom(...Array.from('çêáóşğıłżЖїЄعربي中文あ’–—“”😀🩺𝒳'))

  test.each([
    ['GSM-7', gsm],
    ['UCS-2', fc.oneof({ weight: 3, arbitrary: gsm }, { weight: 2, arbitrary: other })],
  ])('texts of up to 500 characters count alike: %s', (_, character) => {
    const text = fc.array(character, { maxLength: 500 }).map((characters) => characters.join(''))
    fc.assert(
      fc.property(text, (sample) => {
        // Both treat a line break of two characters as the two it is, but our letters keep it together.
        const plain = sample.replaceAll('\r\n', '\n')
        expect(ours(plain)).toEqual(oracle(plain))
      }),
      { numRuns: 1_000 },
    )
  })
})
