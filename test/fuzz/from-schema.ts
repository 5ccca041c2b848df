/**
 * Bodies made from the JSON schemas of the document: right ones, and ones that are wrong in one place.
 */
import fc from 'fast-check'
import { hostileValue, strangeName } from './hostile.ts'
import { resolve } from './schema.ts'
import type { Document, Schema } from './schema.ts'

const NUL = '\u0000'

type Fields = Record<string, fc.Arbitrary<unknown>>

const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((all) => all.join(''))

/** Numbers that a phone could have, so that right bodies come further than the numbering plan. */
const phone = fc.oneof(
  { weight: 6, arbitrary: digits(7).map((tail) => `+3161${tail}`) },
  { weight: 2, arbitrary: digits(6).map((tail) => `+447911${tail}`) },
  fc.constantFrom(
    '+442079460018',
    '+1 202 555 0123',
    '0900 1234',
    '+882',
    '112',
    '0612345678',
    '+31 (0)6 1234 5678',
  ),
)
const password = fc.constantFrom('four-quiet-herons', 'four-quiet-herons', 'password1', 'ü'.repeat(400), NUL)
const pin = fc.constantFrom('402917', '402917', '402 917', '123456', '1', '٤٠٢٩١٧')
const id = fc.constantFrom('acc_01kapw8qbeff09m6sc7n75zr3h', 'org_x', '', '__proto__')
const code = fc.oneof(
  digits(6),
  fc.constantFrom('418 052', '４１８０５２', '12345', '1234567', '41-80-52', 'abcdef'),
)

/** Sensible values for fields whose schema says only that they are text. */
const KNOWN: Fields = {
  to: phone,
  phone,
  code,
  username: fc.oneof(
    digits(9).map((tail) => `fuzz-${tail}`),
    fc.constantFrom('fuzz-name-0', ' FUZZ-NAME-1 ', 'nobody', NUL, '\u2028', 'x'.repeat(255)),
  ),
  ...{ password, current_password: password, new_password: password, pin, current_pin: pin },
  ...{ pin_confirmation: fc.constantFrom('402917', '402917', '402918') },
  ...{ account_id: id, organization_id: id },
  email: fc.constantFrom('ann@example.org', 'ann@', 'a\r\nb@example.org'),
  token: fc.constantFrom('made-up', 'kp_ses_made-up', NUL, 'x'.repeat(200)),
  user_type: fc.constantFrom('patient', 'patient', 'fuzz_free', 'doctor', 'Doctor', '__proto__'),
  country: fc.constantFrom('NL', 'GB', 'nl', 'XX', 'ZZ', 'TA'),
  subject_id: fc.constantFrom('one', 'two', 'constructor', '__proto__', 'x'.repeat(255)),
}

/** Makes values that fit a schema. */
export function fitting(document: Document, schema: Schema): fc.Arbitrary<unknown> {
  if (typeof schema['$ref'] === 'string') return fitting(document, resolve(document, schema['$ref']))
  if (schema['enum']) return fc.constantFrom(...(schema['enum'] as unknown[]))
  if ('const' in schema) return fc.constant(schema['const'])
  if (schema['anyOf']) return fc.oneof(...(schema['anyOf'] as Schema[]).map((one) => fitting(document, one)))
  switch (schema['type']) {
    case 'object':
      return fittingObject(document, schema)
    case 'array':
      return fc.array(fitting(document, schema['items'] as Schema), {
        minLength: Number(schema['minItems'] ?? 0),
        maxLength: 4,
      })
    case 'integer':
      return fc.integer({ min: Number(schema['minimum'] ?? 0), max: Number(schema['maximum'] ?? 99) })
    default:
      return fittingText(schema)
  }
}

function fittingObject(document: Document, schema: Schema): fc.Arbitrary<unknown> {
  const fields = Object.entries((schema['properties'] ?? {}) as Record<string, Schema>)
  const model = fields.map(([name, field]) => [name, KNOWN[name] ?? fitting(document, field)] as const)
  const requiredKeys = (schema['required'] ?? []) as string[]
  return fc.record(Object.fromEntries(model), { requiredKeys, noNullPrototype: true })
}

function fittingText(schema: Schema): fc.Arbitrary<unknown> {
  if (schema['format'] === 'ipv4') return fc.ipV4()
  if (schema['format'] === 'ipv6') return fc.ipV6()
  if (schema['pattern'] === '^[A-Za-z]{2}$') return KNOWN['country']!
  const maxLength = Number(schema['maxLength'] ?? 20)
  const pattern = new RegExp(String(schema['pattern'] ?? ''), 'u')
  const text = fc.string({ unit: 'grapheme', minLength: Number(schema['minLength'] ?? 0), maxLength })
  return text.filter((made) => made.length <= maxLength && pattern.test(made))
}

/** Makes values that are wrong in one or two places, or in all of them. */
export function nearly(document: Document, schema: Schema): fc.Arbitrary<unknown> {
  const right = fitting(document, schema) as fc.Arbitrary<Record<string, unknown>>
  const names = Object.keys((schema['properties'] ?? {}) as object)
  const name = names.length > 0 ? fc.constantFrom(...names) : strangeName
  return fc.oneof(
    {
      weight: 4,
      arbitrary: fc.tuple(right, name, hostileValue).map(([body, at, value]) => put(body, at, value)),
    },
    {
      weight: 2,
      arbitrary: fc.tuple(right, strangeName, hostileValue).map(([body, at, value]) => put(body, at, value)),
    },
    fc
      .tuple(right, name)
      .map(([body, at]) => Object.fromEntries(Object.entries(body).filter(([field]) => field !== at))),
    fc.tuple(right, name).map(([body, at]) => put(body, at, [body[at]])),
    hostileValue,
  )
}

/** An own field, even one called `__proto__`. */
function put(body: Record<string, unknown>, at: string, value: unknown): Record<string, unknown> {
  const copy = { ...body }
  Object.defineProperty(copy, at, { value, enumerable: true, configurable: true, writable: true })
  return copy
}
