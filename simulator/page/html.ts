/** Text that is already HTML. */
export type Html = { html: string }

type Value = Html | string | number | null | false | Value[]

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Builds HTML for the handsets page; every value is escaped unless it was built by this tag itself. */
export function html(strings: TemplateStringsArray, ...values: Value[]): Html {
  let text = strings[0] ?? ''
  values.forEach((value, index) => {
    text += write(value) + (strings[index + 1] ?? '')
  })
  return { html: text }
}

function write(value: Value): string {
  if (value === null || value === false) return ''
  if (Array.isArray(value)) return value.map(write).join('')
  if (typeof value === 'object') return value.html
  return String(value).replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '')
}
