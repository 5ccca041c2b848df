/**
 * HTML as tagged templates: every value is escaped unless the tag itself built it. Pages of api/ and portal/ are made with it.
 */
/** Text that is already HTML. */
export type Html = { readonly html: string }

type Value = Html | string | number | null | undefined | false | readonly Value[]

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Builds HTML for pages; every value is escaped unless this tag built it. What is null, undefined or false shows nothing. */
export function html(strings: TemplateStringsArray, ...values: Value[]): Html {
  const rest = values.map((value, index) => write(value) + (strings[index + 1] ?? ''))
  return { html: (strings[0] ?? '') + rest.join('') }
}

function write(value: Value): string {
  if (value === null || value === undefined || value === false) return ''
  if (Array.isArray(value)) return value.map(write).join('')
  if (typeof value === 'object') return (value as Html).html
  return String(value).replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '')
}
