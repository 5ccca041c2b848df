import { html, type Html } from './html.ts'

/** Shows a time of day in UTC; the script puts it in the reader's own zone. */
export function clockTime(ms: number): Html {
  const iso = new Date(ms).toISOString()
  return html`<time datetime="${iso}">${iso.slice(11, 19)}</time>`
}
