/**
 * A small strict reader of the XML that TwiML needs: elements, attributes, text, the five entities. It throws on
 * whatever XML 1.0 calls not well-formed, which is what the fuzz tests want to know.
 */

/** One element; `text` is all text in it and below it, in order. */
export type XmlElement = {
  name: string
  attributes: Record<string, string>
  children: XmlElement[]
  text: string
}

const ALLOWED = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u
const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'
const TAG = /^<(\/?)([A-Za-z][\w-]*)((?:\s+[A-Za-z][\w-]*="[^"<]*")*)\s*(\/?)>/
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Reads a document to its root element. */
export function readXml(document: string): XmlElement {
  if (!ALLOWED.test(document)) throw new Error('a character that XML does not allow')
  if (!document.startsWith(DECLARATION)) throw new Error('no declaration')
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  let rest = document.slice(DECLARATION.length)
  while (rest !== '') rest = readNext(rest, open)
  if (open.length !== 1 || root.children.length !== 1 || root.text !== root.children[0]!.text) {
    throw new Error('not exactly one closed root element')
  }
  return root.children[0]!
}

/** All elements of one name, in document order. */
export function findAll(element: XmlElement, name: string): XmlElement[] {
  const below = element.children.flatMap((child) => findAll(child, name))
  return element.name === name ? [element, ...below] : below
}

function readNext(rest: string, open: XmlElement[]): string {
  if (!rest.startsWith('<')) return readText(rest, open)
  const tag = TAG.exec(rest)
  if (!tag) throw new Error(`no tag: ${rest.slice(0, 40)}`)
  const [whole, slash, name, attributes, selfClosing] = tag
  if (slash) {
    if (open.length < 2 || open.pop()!.name !== name) throw new Error(`</${name}> closes nothing`)
    return rest.slice(whole.length)
  }
  const element = { name: name!, attributes: readAttributes(attributes!), children: [], text: '' }
  open.at(-1)!.children.push(element)
  if (!selfClosing) open.push(element)
  return rest.slice(whole.length)
}

function readText(rest: string, open: XmlElement[]): string {
  const end = rest.indexOf('<')
  const raw = end === -1 ? rest : rest.slice(0, end)
  if (raw.includes(']]>')) throw new Error('"]]>" in text')
  const text = decode(raw)
  for (const element of open) element.text += text
  return rest.slice(raw.length)
}

function readAttributes(source: string): Record<string, string> {
  const pairs = [...source.matchAll(/([A-Za-z][\w-]*)="([^"]*)"/g)].map(([, name, value]) => [
    name!,
    decode(value!),
  ])
  if (new Set(pairs.map(([name]) => name)).size !== pairs.length) throw new Error('an attribute twice')
  return Object.fromEntries(pairs) as Record<string, string>
}

function decode(raw: string): string {
  return raw.replace(/&([^;]*;?)/g, (_, name: string) => {
    if (name.startsWith('#x')) return String.fromCodePoint(Number.parseInt(name.slice(2), 16))
    const character = ENTITIES[name.slice(0, -1)]
    if (!name.endsWith(';') || character === undefined) throw new Error(`a bare "&${name}"`)
    return character
  })
}
