/**
 * Writes a page of the documentation as Markdown, for agents and for reading in an editor.
 */
import type { Block, Page, Section, Site, Table } from './docs-page.ts'

/** The Markdown twin of a page; links lead to the server's public address. */
export function writeMarkdown(page: Page, site: Site): string {
  const parts = [`# ${page.title}`, page.lead, ...page.sections.flatMap(writeSection)]
  return `${parts.join('\n\n').replaceAll('](/', `](${site.base}/`)}\n`
}

function writeSection({ title, level, address, blocks, samples = [] }: Section): string[] {
  const line = address && `\`${address.method.toUpperCase()} ${address.path}\``
  return [
    `${'#'.repeat(level)} ${title}`,
    ...(line ? [line] : []),
    ...[...blocks, ...samples].map(writeBlock),
  ]
}

function writeBlock(block: Block): string {
  if ('text' in block) return block.text
  if ('list' in block)
    return block.list.map((item) => (block.isOrdered ? `1. ${item}` : `- ${item}`)).join('\n')
  if ('table' in block) return writeTable(block.table)
  return `${block.label}:\n\n\`\`\`\n${block.code}\n\`\`\``
}

function writeTable({ caption, head, rows }: Table): string {
  const lines = [head, head.map(() => '---'), ...rows].map(
    (cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`,
  )
  return `${caption}:\n\n${lines.join('\n')}`
}

/** What `/llms.txt` says: where everything is, in one short page. */
export function writeLlmsTxt(site: Site): string {
  const { base } = site
  return `# Keypad

> Proves that a phone is in the right hands, by text or by call, and logs people in with it. Self-hosted; this server is ${base}.

- [Reference](${base}/docs.md): quickstart, keys, limits and every operation with samples
- [Problems](${base}/docs/problems.md): every refusal, what it means and what to do
- [OpenAPI 3.1](${base}/openapi.json): the same for machines
`
}
