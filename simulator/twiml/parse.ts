import { twimlFault } from './fault.ts'

/** An element of a document: `children` are elements and texts in order. */
export type Element = { name: string; attributes: Record<string, string>; children: Node[] }

/** What stands inside an element. */
export type Node = Element | string

const NAME = '[A-Za-z_][\\w.:-]*'
/** One piece of XML: comment, character data, declaration, closing tag, opening tag, or text; in this order. */
const PIECE = new RegExp(
  [
    '<!--(?:(?!--)[^])*-->',
    '<!\\[CDATA\\[([^]*?)\\]\\]>',
    '<\\?[^]*?\\?>',
    `</(${NAME})\\s*>`,
    `<(${NAME})((?:\\s+${NAME}\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*)\\s*(/?)>`,
    '([^<]+)',
  ].join('|'),
  'y',
)
const ATTRIBUTE = new RegExp(`(${NAME})\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'g')
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const DEEPEST = 20

/** Reads a TwiML document. Throws fault 12100 for anything but well-formed XML without a DOCTYPE under `<Response>`. */
export function parseTwiml(text: string): Element {
  const top: Element = { name: '', attributes: {}, children: [] }
  const open = [top]
  PIECE.lastIndex = 0
  const source = text.replace(/^\uFEFF/, '').trim()
  while (PIECE.lastIndex < source.length) {
    const piece = PIECE.exec(source)
    if (!piece) throw notXml('a tag is broken')
    takePiece(open, piece)
  }
  if (open.length !== 1) throw notXml(`<${open.at(-1)?.name}> is not closed`)
  const [root, ...others] = top.children.filter((child) => typeof child !== 'string' || child.trim() !== '')
  if (typeof root !== 'object' || root.name !== 'Response' || others.length > 0) {
    throw notXml('the document must be one <Response>')
  }
  return root
}

function takePiece(open: Element[], piece: RegExpExecArray): void {
  const [, data, closing, opening, attributes, empty, text] = piece
  const parent = open.at(-1)!
  if (data !== undefined) parent.children.push(data)
  if (text !== undefined) parent.children.push(decode(text))
  if (closing !== undefined) {
    if (open.length === 1 || parent.name !== closing) throw notXml(`</${closing}> closes nothing`)
    open.pop()
  }
  if (opening === undefined) return
  const element: Element = { name: opening, attributes: readAttributes(attributes ?? ''), children: [] }
  parent.children.push(element)
  if (empty !== '/') open.push(element)
  if (open.length > DEEPEST) throw notXml('too deep')
}

function readAttributes(text: string): Record<string, string> {
  const attributes: Record<string, string> = {}
  for (const [, name, double, single] of text.matchAll(ATTRIBUTE)) {
    if (name === undefined) continue
    if (Object.hasOwn(attributes, name)) throw notXml(`${name} is given twice`)
    attributes[name] = decode(double ?? single ?? '')
  }
  return attributes
}

function decode(text: string): string {
  return text.replace(/&([^;&\s]*)(;?)/g, (whole, name: string, end: string) => {
    const character = end === ';' ? entity(name) : undefined
    if (character === undefined) throw notXml(`${whole} is no entity`)
    return character
  })
}

function entity(name: string): string | undefined {
  const number = /^#(?:x([0-9a-fA-F]{1,6})|(\d{1,7}))$/.exec(name)
  if (!number) return ENTITIES[name]
  const point = number[1] === undefined ? Number(number[2]) : Number.parseInt(number[1], 16)
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : undefined
}

function notXml(why: string): Error {
  return twimlFault(12100, `Document parse failure: ${why}`)
}
