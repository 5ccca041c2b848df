/**
 * Values, bytes and headers that have broken other people's servers.
 */
import fc from 'fast-check'
import { gzipSync } from 'node:zlib'

const NUL = '\u0000'

/** Stand-ins for a field's value: wrong types, wrong sizes, wrong characters. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    ...[null, true, false, 0, -0, -1, 1e308, 5e-324, 2 ** 53, 12345678, 1.5],
    ...[[], {}, [[]], [null], { length: 1 }, ['sms'], ['+31612345678'], { $ne: null }, { toString: 'x' }],
    ...[
      '',
      ' ',
      NUL,
      `sms${NUL}`,
      '\ud800',
      '\udc00x',
      '\u202e+31612345678',
      '\ufeff',
      '\u2028',
      '\r\nX-Evil: 1',
    ],
    ...[
      'NaN',
      'Infinity',
      'null',
      'undefined',
      '-1',
      '1e3',
      '0x10',
      '٤١٨٠٥٢',
      '＋３１６１２３４５６７８',
      '𝟜𝟙𝟠𝟘𝟝𝟚',
    ],
    ...[
      '__proto__',
      'constructor',
      'hasOwnProperty',
      "'; drop table tenants;--",
      '$1',
      '%00',
      '%s%n',
      '{{7*7}}',
    ],
    ...[
      '<script>',
      '&lt;',
      ']]>',
      '${jndi:ldap://x}',
      '../../etc/passwd',
      '\\',
      '"',
      '\u001b[31m',
      'A'.repeat(65),
    ],
    ...[
      '0'.repeat(64),
      '+'.repeat(64),
      '(0)'.repeat(21),
      '9'.repeat(4_000),
      '🇳🇱',
      'e\u0301'.repeat(20),
      'ﷺ'.repeat(40),
    ],
  ),
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc.double(),
  fc.array(fc.constantFrom('NL', 'GB', 'XX', null, 7), { maxLength: 5 }),
  fc.array(fc.constant('NL'), { minLength: 290, maxLength: 310 }),
  fc.jsonValue({ maxDepth: 3 }),
)

/** Names of fields that no body knows. */
export const strangeName = fc.oneof(
  fc.constantFrom(
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'from',
    'url',
    'To',
    'to ',
    '',
    'tenant_id',
    NUL,
  ),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
)

/** Bytes that are no JSON, or JSON that nobody writes. */
export const hostileBytes: fc.Arbitrary<Buffer> = fc.oneof(
  fc
    .constantFrom(
      ...[
        '',
        ' ',
        '{',
        '}',
        '[',
        '"',
        'null',
        'true',
        '0',
        '1e400',
        '"x"',
        '[]',
        '[{}]',
        'NaN',
        '{}x',
        '\ufeff{}',
        '\u0000',
      ],
      ...[
        '{"to":"+31612345678","channel":"sms","to":"x"}',
        '{"to":1e999}',
        "{'to':'x'}",
        '{"to":"\\ud800","channel":"sms"}',
      ],
      ...[
        '{"__proto__":{"to":"+31612345678"}}',
        '{"constructor":{"prototype":{}}}',
        '{"to":"\\u0000"}',
        '<a/>',
        'to=x',
      ],
      ...[
        '['.repeat(8_000),
        `${'{"a":'.repeat(2_000)}1${'}'.repeat(2_000)}`,
        `${'['.repeat(3_000)}${']'.repeat(3_000)}`,
      ],
      ...[`{"to":"${'1'.repeat(17_000)}"}`, `{${'"a":1,'.repeat(2_000)}"b":2}`, `${' '.repeat(16_300)}{}`],
    )
    .map((text) => Buffer.from(text)),
  fc.constantFrom(
    Buffer.from([0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00]),
    Buffer.from([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d]),
    Buffer.concat([Buffer.from('{"code":"'), Buffer.from([0xed, 0xa0, 0x80, 0xff]), Buffer.from('"}')]),
    Buffer.alloc(17_000, 0x20),
  ),
  fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
)

/** A body under a Content-Encoding, true to it or not. */
export const encoded = (body: Buffer): fc.Arbitrary<{ encoding: string; body: Buffer }> =>
  fc.constantFrom(
    { encoding: 'gzip', body: gzipSync(body) },
    { encoding: 'gzip', body },
    { encoding: 'gzip', body: gzipSync(Buffer.alloc(2_000_000, 0x20)) },
    { encoding: 'deflate', body },
    { encoding: 'br', body },
    { encoding: 'identity', body },
    { encoding: 'x-none', body },
  )

/** What a JSON body may be called instead. */
export const contentTypes = [
  ...[
    'application/json; charset=utf-8',
    'application/json;charset=UTF-8',
    'APPLICATION/JSON',
    'application/json; charset="utf-8"',
  ],
  ...[
    'application/json; charset=utf-16',
    'application/json; charset=utf-7',
    'application/json; charset=utf-32le',
  ],
  ...[
    'application/json; charset=latin1',
    'application/json; charset=none',
    'application/json; charset',
    'application/json;',
  ],
  ...[
    'application/vnd.api+json',
    'application/jsonx',
    'text/json',
    'text/plain',
    'multipart/form-data; boundary=x',
  ],
  ...[
    'application/x-www-form-urlencoded',
    '*/*',
    '/',
    'json',
    ' ',
    'application/problem+json',
    'application/json, text/html',
  ],
]

/** A header's value as Node can send it: anything but line breaks and characters beyond Latin-1. */
export const headerValue = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    'x',
    'é',
    '\t',
    '"',
    ',',
    ';',
    'x'.repeat(255),
    'x'.repeat(256),
    'x'.repeat(300),
    '%00',
    '\u00ff',
  ),
  fc
    .string({ unit: 'binary-ascii', maxLength: 40 })
    .map((text) => text.replaceAll(/[^\t\u0020-\u007e]/g, '_')),
)

/** Headers that may come with any request. */
export const oddHeaders: fc.Arbitrary<Record<string, string | string[]>> = fc
  .record(
    {
      accept: fc.constantFrom(
        '*/*',
        'text/html',
        'application/xml',
        '',
        ';q=0',
        'application/json;q=-1',
        'x'.repeat(500),
      ),
      'accept-encoding': fc.constantFrom('gzip', 'br;q=9', 'identity;q=0', '*;q=0'),
      origin: fc.constantFrom(
        'https://portal.example.org',
        'null',
        '',
        'https://evil.example',
        'http://[',
        'x'.repeat(2_000),
      ),
      'access-control-request-method': fc.constantFrom('POST', '', 'x'),
      'x-forwarded-for': fc.constantFrom('1.2.3.4', '::1, 2.2.2.2', '<x>', ',,,'),
      'x-forwarded-host': fc.constantFrom('evil.example', ''),
      'x-forwarded-proto': fc.constantFrom('https', 'javascript'),
      'x-http-method-override': fc.constantFrom('DELETE', 'GET'),
      'x-original-url': fc.constant('/v1/countries'),
      'if-none-match': fc.constantFrom('*', '"x"'),
      range: fc.constantFrom('bytes=0-0', 'bytes=9-1'),
      cookie: fc.constantFrom('a=b', ';;;', '__proto__=1'),
      host: fc.constantFrom('evil.example', '127.0.0.1', 'a b', ''),
      'idempotency-key': headerValue,
      'x-twilio-signature': headerValue,
      prefer: fc.constant('return=minimal'),
    },
    { requiredKeys: [] },
  )
  .map((headers) => ({ ...headers }))
