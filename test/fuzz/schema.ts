/**
 * A strict reader of the JSON Schema words that our OpenAPI document uses. It throws on a word that it does not know, so
 * that a schema can never be passed over in silence.
 */

export type Schema = { [word: string]: unknown }

/** The OpenAPI document, as JSON. */
export type Document = {
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Schema> }
}
export type Operation = {
  operationId: string
  requestBody?: { required?: boolean; content: Record<string, { schema: Schema }> }
  responses: Record<
    string,
    { content?: Record<string, { schema?: Schema }>; headers?: Record<string, Schema> }
  >
}

/** Words that say something about a schema and nothing about values. */
const TALK = new Set([
  'discriminator',
  'description',
  'title',
  'example',
  'examples',
  'default',
  'format',
  'id',
  '$schema',
])

type Check = (value: unknown, word: unknown, at: Place) => string[]
type Place = { document: Document; schema: Schema; where: string }

const CHECKS: Record<string, Check> = {
  $ref: (value, word, at) => judge(value, { ...at, schema: resolve(at.document, String(word)) }),
  allOf: (value, word, at) => (word as Schema[]).flatMap((schema) => judge(value, { ...at, schema })),
  anyOf: (value, word, at) =>
    (word as Schema[]).some((schema) => judge(value, { ...at, schema }).length === 0)
      ? []
      : [`${at.where} fits none of anyOf`],
  oneOf: (value, word, at) => CHECKS['anyOf']!(value, word, at),
  type: (value, word, at) =>
    [word].flat().some((type) => isOfType(value, String(type))) ? [] : [`${at.where} is no ${String(word)}`],
  enum: (value, word, at) => ((word as unknown[]).includes(value) ? [] : [`${at.where} is not of the enum`]),
  const: (value, word, at) => (value === word ? [] : [`${at.where} is not the constant`]),
  minLength: (value, word, at) =>
    typeof value === 'string' && [...value].length < Number(word) ? [`${at.where} is too short`] : [],
  // JSON Schema counts characters, we count UTF-16 code units: stricter, never looser.
  maxLength: (value, word, at) =>
    typeof value === 'string' && [...value].length > Number(word) ? [`${at.where} is too long`] : [],
  pattern: (value, word, at) =>
    typeof value === 'string' && !new RegExp(String(word), 'u').test(value)
      ? [`${at.where} breaks the pattern`]
      : [],
  minimum: (value, word, at) => (Number(value) < Number(word) ? [`${at.where} is too small`] : []),
  maximum: (value, word, at) => (Number(value) > Number(word) ? [`${at.where} is too big`] : []),
  minItems: (value, word, at) => (sizeOf(value) < Number(word) ? [`${at.where} has too few`] : []),
  maxItems: (value, word, at) => (sizeOf(value) > Number(word) ? [`${at.where} has too many`] : []),
  items: (value, word, at) =>
    (Array.isArray(value) ? value : []).flatMap((item, index) =>
      judge(item, { ...at, schema: word as Schema, where: `${at.where}/${index}` }),
    ),
  properties: (value, word, at) =>
    Object.entries(word as Record<string, Schema>).flatMap(([name, schema]) =>
      has(value, name) ? judge(value[name], { ...at, schema, where: `${at.where}/${name}` }) : [],
    ),
  required: (value, word, at) =>
    (word as string[]).flatMap((name) => (has(value, name) ? [] : [`${at.where}/${name} is missing`])),
  additionalProperties: (value, word, at) => judgeOthers(value, word, at),
  propertyNames: () => [],
}

/** Lists what is wrong with a value; empty: it fits. */
export function explain(document: Document, schema: Schema, value: unknown): string[] {
  return judge(value, { document, schema, where: '' })
}

/** Follows a reference of the document. */
export function resolve(document: Document, reference: string): Schema {
  const schema = document.components.schemas[reference.replace('#/components/schemas/', '')]
  if (!schema) throw new Error(`the document has no ${reference}`)
  return schema
}

function judge(value: unknown, at: Place): string[] {
  return Object.entries(at.schema).flatMap(([name, word]) => {
    const check = CHECKS[name]
    if (!check && !TALK.has(name))
      throw new Error(`a word of JSON Schema that this reader does not know: ${name}`)
    return check ? check(value, word, at) : []
  })
}

function judgeOthers(value: unknown, word: unknown, at: Place): string[] {
  if (typeof value !== 'object' || value === null) return []
  const known = Object.keys((at.schema['properties'] as object | undefined) ?? {})
  const others = Object.entries(value).filter(([name]) => !known.includes(name))
  if (word === false) return others.map(([name]) => `${at.where}/${name} is unknown`)
  return others.flatMap(([name, other]) =>
    judge(other, { ...at, schema: word === true ? {} : (word as Schema), where: `${at.where}/${name}` }),
  )
}

function isOfType(value: unknown, type: string): boolean {
  if (type === 'null') return value === null
  if (type === 'array') return Array.isArray(value)
  if (type === 'integer') return Number.isInteger(value)
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value)
  return typeof value === type
}

function has(value: unknown, name: string): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
}

function sizeOf(value: unknown): number {
  return Array.isArray(value) ? value.length : Number.NaN
}
