/**
 * A page of the documentation as data, so that one source gives the HTML page and its Markdown twin. Texts may hold
 * `code` between backticks and [links](/docs).
 */

export type Table = {
  caption: string
  head: readonly string[]
  rows: readonly (readonly string[])[]
}

export type Block =
  | { text: string }
  | { list: readonly string[]; isOrdered?: true }
  | { code: string; label: string }
  | { table: Table }

/** `samples` stand beside the blocks where there is room, and below them elsewhere. */
export type Section = {
  id: string
  title: string
  level: 2 | 3
  address?: { method: string; path: string }
  blocks: readonly Block[]
  samples?: readonly Block[]
}

export type Page = { path: string; title: string; lead: string; sections: readonly Section[] }

/** Where the documentation is served: the server's public address, and whether its simulated phones are there to see. */
export type Site = { base: string; hasHandsets: boolean }

/** A piece of text: plain, code, or a link whose label may be code. */
export type Piece = { kind: 'plain' | 'code'; text: string; href: string | null }

const MARKED = /\[([^\]]+)\]\(([^)\s]+)\)|`([^`]+)`/g

/** Splits a text at its marks. */
export function readPieces(text: string): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const match of text.matchAll(MARKED)) {
    if (match.index > from) pieces.push({ kind: 'plain', text: text.slice(from, match.index), href: null })
    pieces.push(readMark(match))
    from = match.index + match[0].length
  }
  if (from < text.length) pieces.push({ kind: 'plain', text: text.slice(from), href: null })
  return pieces
}

function readMark([, label, href, code]: RegExpExecArray): Piece {
  if (label === undefined || href === undefined) return { kind: 'code', text: code ?? '', href: null }
  const isCode = /^`[^`]+`$/.test(label)
  return { kind: isCode ? 'code' : 'plain', text: isCode ? label.slice(1, -1) : label, href }
}
