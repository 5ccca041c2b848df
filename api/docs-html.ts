/**
 * Writes a page of the documentation as HTML: no script, no inline style, nothing from elsewhere.
 */
import { readPieces } from './docs-page.ts'
import type { Block, Page, Section, Site, Table } from './docs-page.ts'
import { html } from '#core/html.ts'
import type { Html } from '#core/html.ts'

/** Renders the whole document. */
export function renderPage(page: Page, site: Site): string {
  const twin = page.path === '/' ? '/llms.txt' : `${page.path}.md`
  const hasContents = page.sections.length > 3
  return html`<!doctype html>
    <html lang="en">
      ${renderHead(page.title, twin)}
      <body>
        <a class="skip" href="#content">Skip to the content</a>
        ${renderTop(page, site)}
        <div class="desk ${hasContents ? 'with-contents' : 'plain'}">
          ${hasContents && renderContents(page.sections)}
          <main id="content" tabindex="-1">
            <h1>${page.title}</h1>
            <p class="lead">${renderText(page.lead)}</p>
            ${page.sections.map(renderSection)}
          </main>
        </div>
        <footer>
          <p>This page as <a href="${twin}">Markdown</a>. Made from the schemas that the server runs.</p>
        </footer>
      </body>
    </html>`.html
}

function renderHead(title: string, twin: string): Html {
  return html`<head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${title} · Keypad</title>
    <link rel="stylesheet" href="/docs/docs.css" />
    <link rel="alternate" type="text/markdown" href="${twin}" />
  </head>`
}

function renderTop(page: Page, site: Site): Html {
  const links = [
    ['/docs', 'Reference'],
    ['/docs/problems', 'Problems'],
    ['/openapi.json', 'OpenAPI'],
    ...(site.hasHandsets ? [['/handsets', 'Handsets']] : []),
  ] as const
  return html`<header class="top">
    <a class="brand" href="/">Keypad</a>
    <nav aria-label="Main">
      <ul>
        ${links.map(
          ([href, label]) =>
            html`<li><a href="${href}" ${href === page.path && html`aria-current="page"`}>${label}</a></li>`,
        )}
      </ul>
    </nav>
  </header>`
}

/** Folded on narrow screens, at the side on wide ones: the style sheet shows one of the two. */
function renderContents(sections: readonly Section[]): Html {
  const list = html`<ul>
    ${sections.map(
      ({ id, title, level }) => html`<li class="level-${level}"><a href="#${id}">${title}</a></li>`,
    )}
  </ul>`
  return html`<nav class="contents" aria-label="On this page">
    <details>
      <summary>On this page</summary>
      ${list}
    </details>
    ${list}
  </nav>`
}

function renderSection(section: Section): Html {
  const { id, title, level, address, blocks, samples = [] } = section
  const heading = level === 2 ? html`<h2>${title}</h2>` : html`<h3>${title}</h3>`
  return html`<section id="${id}" class="level-${level} ${samples.length > 0 && 'with-samples'}">
    ${heading}
    ${
      address &&
      html`<p class="address">
        <b class="${address.method}">${address.method}</b> <code>${address.path}</code>
      </p>`
    }
    <div class="told">${blocks.map((block) => renderBlock(block, title))}</div>
    ${
      samples.length > 0 &&
      html`<div class="samples">${samples.map((block) => renderBlock(block, title))}</div>`
    }
  </section>`
}

/** What scrolls sideways can be reached by keyboard, so it says what it is. */
function renderBlock(block: Block, within: string): Html {
  if ('text' in block) return html`<p>${renderText(block.text)}</p>`
  if ('list' in block) return renderList(block.list, block.isOrdered ?? false)
  if ('table' in block) return renderTable(block.table, within)
  const { label, code } = block
  return html`<figure>
    <figcaption>${label}</figcaption>
    <pre tabindex="0" role="group" aria-label="${label}: ${within}"><code>${code}</code></pre>
  </figure>`
}

function renderList(list: readonly string[], isOrdered: boolean): Html {
  const items = list.map((item) => html`<li>${renderText(item)}</li>`)
  return isOrdered
    ? html`<ol>
        ${items}
      </ol>`
    : html`<ul>
        ${items}
      </ul>`
}

function renderTable({ caption, head, rows }: Table, within: string): Html {
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${caption}: ${within}">
    <table>
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${head.map((name) => html`<th scope="col">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(renderRow)}
      </tbody>
    </table>
  </div>`
}

function renderRow([first = '', ...rest]: readonly string[]): Html {
  return html`<tr>
    <th scope="row">${renderText(first)}</th>
    ${rest.map((cell) => html`<td>${renderText(cell)}</td>`)}
  </tr>`
}

function renderText(text: string): Html {
  const pieces = readPieces(text).map((piece) => {
    const inner = piece.kind === 'code' ? html`<code>${breakable(piece.text)}</code>` : html`${piece.text}`
    return piece.href === null ? inner : html`<a href="${piece.href}">${inner}</a>`
  })
  return html`${pieces}`
}

/** Long words of code may break after their underscores and dots. */
function breakable(code: string): Html {
  return html`${code.split(/(?<=[_.])/).map((part, index) => (index === 0 ? part : html`<wbr />${part}`))}`
}
