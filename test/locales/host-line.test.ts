import { expect, test } from 'vitest'
import { isTextHost, writeHostLine } from '#locales/host-line.ts'

test.each([
  'portal.example.org',
  'localhost',
  'Portal.Example.org',
  'xn--mnchen-3ya.example',
  '127.0.0.1',
  'a.b-c.nl',
])('%j can stand in the last line', (host) => {
  expect(isTextHost(host)).toBe(true)
  expect(writeHostLine(host, '418052')).toBe(`@${host.toLowerCase()} #418052`)
})

test.each([
  '',
  'portal.example.org:8443',
  'https://portal.example.org',
  'portal.example.org/login',
  'portal..example',
  '-portal.example',
  'portal.example.',
  'münchen.example',
  'evil #999999',
  'evil\n@x',
  'clinic123456.example',
  `${'a'.repeat(57)}.org`,
])('%j cannot', (host) => {
  expect(isTextHost(host)).toBe(false)
  expect(() => writeHostLine(host, '418052')).toThrow(RangeError)
})
