import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fieldRows, parameterRows, shapesOf } from '#api/docs-fields.ts'
import { renderPage } from '#api/docs-html.ts'
import { writeMarkdown } from '#api/docs-markdown.ts'
import { readPieces } from '#api/docs-page.ts'
import type { Page } from '#api/docs-page.ts'

describe('the table of fields', () => {
  it.each([
    [{ type: 'string', maxLength: 64, description: 'A name' }, 'Text of up to 64 characters. A name.'],
    [{ type: 'string' }, 'Text.'],
    [{ type: 'string', enum: ['sms', 'call'], default: 'sms' }, '`sms`, `call`. Default: `"sms"`.'],
    [{ type: 'string', format: 'date-time' }, 'Time.'],
    [{ type: 'integer' }, 'Whole number.'],
    [{ type: 'integer', minimum: 0, maximum: 25 }, 'Whole number from 0 to 25.'],
    [{ type: 'boolean' }, '`true` or `false`.'],
    [{ anyOf: [{ type: 'string', format: 'ipv4' }, { type: 'null' }] }, 'IPv4 address or `null`.'],
    [{ anyOf: [{ const: 'all' }, { type: 'array', items: { type: 'string' } }] }, '`all` or list of text.'],
    [{ type: 'object' }, 'Object.'],
    [{ type: ['string', 'null'], maxLength: 9 }, 'Text of up to 9 characters or `null`.'],
    [{ $ref: '#/components/schemas/Next' }, '[Next](#about-next).'],
    [
      { type: 'array', items: { $ref: '#/components/schemas/Account' } },
      'List of [Account](#about-account).',
    ],
    [{}, 'Any value.'],
  ])('%j', (field, meaning) => {
    expect(fieldRows({ properties: { it: field } })).toEqual([['`it`', meaning]])
  })
  it('marks what is required, and puts the fields of a list below it', () => {
    const at = { type: 'string', format: 'date-time' }
    const list = { type: 'array', items: { type: 'object', properties: { at }, required: ['at'] } }
    expect(fieldRows({ properties: { list }, required: ['list'] })).toEqual([
      ['`list` required', 'List of objects.'],
      ['`list[].at`', 'Time.'],
    ])
  })
  it('puts the fields of an object below it', () => {
    const phone = { type: 'object', properties: { masked: { type: 'string' } }, required: ['masked'] }
    expect(fieldRows({ properties: { phone } })).toEqual([
      ['`phone`', 'Object.'],
      ['`phone.masked`', 'Text.'],
    ])
  })
  it('leads from the word that decides to the object', () => {
    const mapping = { done: '#/components/schemas/NextDone' }
    const rows = fieldRows({ discriminator: { propertyName: 'action', mapping } })
    expect(rows).toEqual([['`action`: `done`', 'Then it is a [NextDone](#about-nextdone).']])
  })
  it('tells several shapes of a body apart, and only those', () => {
    const [one, two] = ['a', 'b'].map((name) => ({ properties: { [name]: { type: 'string' } } }))
    expect(shapesOf({ anyOf: [one!, two!] })).toEqual([one, two])
    expect(shapesOf(one!)).toEqual([one])
    expect(shapesOf({ anyOf: [one!, { type: 'null' }] })).toHaveLength(1)
  })
  it('says where a parameter stands', () => {
    const schema = { type: 'string', description: 'Overruled' }
    expect(parameterRows([{ name: 'id', in: 'path', required: true, description: 'An id', schema }])).toEqual(
      [['`id` path, required', 'Text. An id.']],
    )
  })
})

describe('the marks in a text', () => {
  it('are code, links and links whose label is code', () => {
    expect(readPieces('See `a`, [b](/b) or [`c`](#c).')).toEqual([
      { kind: 'plain', text: 'See ', href: null },
      { kind: 'code', text: 'a', href: null },
      { kind: 'plain', text: ', ', href: null },
      { kind: 'plain', text: 'b', href: '/b' },
      { kind: 'plain', text: ' or ', href: null },
      { kind: 'code', text: 'c', href: '#c' },
      { kind: 'plain', text: '.', href: null },
    ])
  })
  it('lose no word of a text without marks', () => {
    const unmarked = fc.string({ unit: 'grapheme' }).filter((text) => !/[`[]/.test(text))
    fc.assert(
      fc.property(
        unmarked,
        (text) =>
          readPieces(text)
            .map((piece) => piece.text)
            .join('') === text,
      ),
    )
  })
})

describe('a page', () => {
  const site = { base: 'https://verify.clinic.test', hasHandsets: false }
  const table = { caption: 'Words', head: ['Word', 'Meaning'], rows: [['`a|b`', '[One](/docs#a)']] }
  const page: Page = {
    path: '/docs/x',
    title: 'Bits & pieces',
    lead: 'A `lead`.',
    sections: [
      {
        ...{ id: 'a', title: 'First', level: 2, address: { method: 'put', path: '/v1/a' } },
        blocks: [{ text: 'Text.' }, { list: ['one'] }, { list: ['two'], isOrdered: true }, { table }],
        samples: [{ label: 'curl', code: 'curl "a" <b>' }],
      },
    ],
  }

  it('as HTML names everything that scrolls, and every row', () => {
    const written = renderPage(page, site)
    expect(written).toContain('<title>Bits &amp; pieces · Keypad</title>')
    expect(written).toMatch(/<caption>\s*Words\s*<\/caption>/)
    expect(written).toContain('<th scope="col">Meaning</th>')
    expect(written).toMatch(/<th scope="row"><code>a\|b<\/code><\/th>/)
    expect(written).toContain(
      '<pre tabindex="0" role="group" aria-label="curl: First"><code>curl &quot;a&quot; &lt;b&gt;</code></pre>',
    )
    expect(written).toMatch(/<ol>\s*<li>two<\/li>\s*<\/ol>/)
    expect(written).not.toContain('On this page')
  })
  it('as Markdown says the same, with whole addresses', () => {
    expect(writeMarkdown(page, site)).toBe(`# Bits & pieces

A \`lead\`.

## First

\`PUT /v1/a\`

Text.

- one

1. two

Words:

| Word | Meaning |
| --- | --- |
| \`a\\|b\` | [One](https://verify.clinic.test/docs#a) |

curl:

\`\`\`
curl "a" <b>
\`\`\`
`)
  })
})
