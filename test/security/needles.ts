/**
 * What must not be found, in all the shapes in which a program could have written it down.
 */

/** Times carry six digits of microseconds, metrics carry values: neither could be told from a code. */
const TIMES = /\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?/g

/** Searches a sink; gives what was found, each with a little of its surroundings. */
export function findIn(sink: string, needles: readonly RegExp[]): string[] {
  const text = sink.replaceAll(TIMES, '')
  return needles.flatMap((needle) => {
    const at = text.search(needle)
    return at < 0 ? [] : [`${needle.source}: …${text.slice(Math.max(0, at - 60), at + 40)}…`]
  })
}

/** A phone number: international, national, encoded. */
export function numberNeedles(phone: string, national: string): RegExp[] {
  const bare = phone.slice(1)
  return [
    new RegExp(
      [bare, national, ...encodings(phone), ...encodings(bare), ...encodings(national)].join('|'),
      'i',
    ),
  ]
}

/** A code, standing alone; six digits inside a longer word are chance. */
export function codeNeedles(code: string): RegExp[] {
  const alone = `(?<![\\w.])${code}(?!\\w)|(?<![\\w.])${code.slice(0, 3)}[ -]${code.slice(3)}(?!\\w)`
  const hex = Buffer.from(code).toString('hex')
  return [new RegExp(`${alone}|(?<![0-9a-f])${hex}(?![0-9a-f])`), new RegExp(`(?<!\\w)${base64(code)}`)]
}

/** A secret of any length: as it is, and encoded. */
export function secretNeedles(secret: string | Buffer): RegExp[] {
  const bytes = Buffer.from(secret)
  const plain = typeof secret === 'string' ? [escape(secret)] : []
  return [
    new RegExp(
      [...plain, bytes.toString('hex'), base64(bytes), escape(bytes.toString('base64url'))].join('|'),
    ),
  ]
}

/** Hexadecimal, and base64 wherever in a longer text it starts. */
function encodings(text: string): string[] {
  const shifted = [0, 1, 2].map((shift) => {
    const encoded = Buffer.from(`${'x'.repeat(shift)}${text}`)
      .toString('base64')
      .replace(/=+$/, '')
    return escape(encoded.slice(Math.ceil((shift * 8) / 6), -1))
  })
  return [Buffer.from(text).toString('hex'), ...shifted]
}

function base64(of: string | Buffer): string {
  return escape(Buffer.from(of).toString('base64').replace(/=+$/, ''))
}

function escape(text: string): string {
  return text.replaceAll(/[^\w]/g, String.raw`\$&`)
}
