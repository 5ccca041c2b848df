/**
 * Tables of fields from the JSON Schema of the OpenAPI document.
 */
import type { OpenApi } from './openapi.ts'

/** As much of JSON Schema as zod writes for our contract. */
export type Schema = {
  $ref?: string
  type?: string | readonly string[]
  enum?: readonly string[]
  const?: string
  format?: string
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  maxItems?: number
  default?: unknown
  description?: string
  properties?: Record<string, Schema>
  required?: readonly string[]
  items?: Schema
  anyOf?: readonly Schema[]
  oneOf?: readonly Schema[]
  discriminator?: { propertyName: string; mapping: Record<string, string> }
}

/** A parameter of the document, in the address, the query or a header. */
export type Parameter = { name: string; in: string; required?: boolean; description?: string; schema: Schema }

/** Follows a reference inside the document; what is no reference is given back. */
export function resolve<Part extends object>(document: OpenApi, part: Part | { $ref: string }): Part {
  if (!('$ref' in part) || typeof part.$ref !== 'string') return part as Part
  const steps = part.$ref.slice(2).split('/')
  return steps.reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], document) as Part
}

/** Where the reference tells of an object or a group. */
export function anchorOf(name: string): string {
  return `about-${name.toLowerCase().replaceAll(' ', '-')}`
}

/** The shapes that a body may have: several where any one of them will do. */
export function shapesOf(schema: Schema): readonly Schema[] {
  const shapes = schema.anyOf ?? schema.oneOf ?? []
  return shapes.length > 0 && shapes.every(({ properties }) => properties) ? shapes : [schema]
}

/** Rows of a table: each field with its type and meaning, the fields of objects inside below it. */
export function fieldRows(schema: Schema, prefix = ''): string[][] {
  const { propertyName = '', mapping = {} } = schema.discriminator ?? {}
  const choices = Object.entries(mapping).map(([word, $ref]) => [
    `\`${propertyName}\`: \`${word}\``,
    `Then it is a ${linkTo($ref)}.`,
  ])
  return [...choices, ...propertyRows(schema, prefix)]
}

function propertyRows(schema: Schema, prefix: string): string[][] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const need = schema.required?.includes(name) ? ' required' : ''
    const row = [`\`${prefix}${name}\`${prefix === '' ? need : ''}`, meaning(field)]
    const items = field.items?.properties ? propertyRows(field.items, `${prefix}${name}[].`) : []
    return [row, ...propertyRows(field, `${prefix}${name}.`), ...items]
  })
}

const PLACES = ['path', 'query', 'header']

/** Rows of a table: each parameter with where it stands and what it means. */
export function parameterRows(parameters: readonly Parameter[]): string[][] {
  const inOrder = parameters.toSorted((a, b) => PLACES.indexOf(a.in) - PLACES.indexOf(b.in))
  return inOrder.map(({ name, in: place, required, description, schema }) => [
    `\`${name}\` ${place}${required ? ', required' : ''}`,
    meaning({ ...schema, ...(description !== undefined && { description }) }),
  ])
}

function meaning(field: Schema): string {
  const preset = field.default === undefined ? '' : ` Default: \`${JSON.stringify(field.default)}\`.`
  const said = field.description ? `. ${field.description}.` : '.'
  const text = typeOf(field) + said + preset
  return text[0]!.toUpperCase() + text.slice(1)
}

function typeOf(field: Schema): string {
  if (field.$ref) return linkTo(field.$ref)
  if (typeof field.type === 'object') return field.type.map((type) => typeOf({ ...field, type })).join(' or ')
  if (field.enum) return field.enum.map((word) => `\`${word}\``).join(', ')
  if (field.const !== undefined) return `\`${field.const}\``
  if (field.anyOf) return field.anyOf.map(typeOf).join(' or ')
  if (field.type === 'array')
    return `list of ${field.items?.properties ? 'objects' : typeOf(field.items ?? {})}`
  if (field.type === 'integer') return `whole number${range(field)}`
  if (field.type === 'string') return FORMATS[field.format ?? ''] ?? `text${lengthOf(field)}`
  return NAMES[field.type ?? ''] ?? 'any value'
}

/** A link to the section about an object of the document. */
function linkTo(reference: string): string {
  const name = reference.split('/').at(-1) ?? ''
  return `[${name}](#${anchorOf(name)})`
}

const FORMATS: Record<string, string> = { 'date-time': 'time', ipv4: 'IPv4 address', ipv6: 'IPv6 address' }
const NAMES: Record<string, string> = { boolean: '`true` or `false`', null: '`null`', object: 'object' }

function range({ minimum, maximum }: Schema): string {
  return maximum === undefined ? '' : ` from ${minimum ?? 0} to ${maximum}`
}

function lengthOf({ maxLength }: Schema): string {
  return maxLength === undefined ? '' : ` of up to ${maxLength} characters`
}
