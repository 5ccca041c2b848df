import { describe, expect, it } from 'vitest'
import { readTypedCode } from '#portal/read-code.ts'

describe('a code', () => {
  it.each([
    '418052',
    ' 418 052 ',
    '418-052',
    '4 1 8 0 5 2',
    'Code: 418-052',
    'code: 418052.',
    '４１８０５２',
    '٤١٨٠٥٢',
    '۴۱۸۰۵۲',
    '४१८०५२',
    '418\u00a0052',
    '\u2068418052\u2069',
    '418.052',
    '418–052',
    '#418052',
    '418052 is your Riverside Clinic sign-in code. It works for 10 minutes.\n@portal.example.org #418052',
    'G-418052',
  ])('is found in what was pasted: %j', (typed) => {
    expect(readTypedCode(typed)).toEqual({ code: '418052' })
  })

  it.each([
    ['', 'empty', 0],
    ['   ', 'empty', 0],
    ['41805', 'wrong_length', 5],
    ['4180521', 'wrong_length', 7],
    ['41805a', 'not_digits', 5],
    ['hello', 'not_digits', 0],
    ['---', 'wrong_length', 0],
  ])('is not made of %j', (typed, fault, count) => {
    expect(readTypedCode(typed)).toEqual({ fault, count })
  })
})
