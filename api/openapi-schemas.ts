/**
 * What JSON Schema made from zod says more, or other, than a reader of the OpenAPI document needs.
 */
import { ZodNumber, ZodPipe } from 'zod'
import type { ZodOpenApiOverrideContext } from 'zod-openapi'

type Schema = ZodOpenApiOverrideContext['jsonSchema']

/** Tidies one schema of the document in place. */
export function tidySchema({ jsonSchema, zodSchema, io }: ZodOpenApiOverrideContext): void {
  if (io === 'input') writeAsNumber(jsonSchema, zodSchema)
  // Answers may get new fields; only bodies are closed.
  if (io === 'output' && jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties
  // A known format says it better than its regular expression.
  if (jsonSchema.format !== undefined) delete jsonSchema.pattern
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
}

/** A query parameter is text that is read as a number; the document names the number. */
function writeAsNumber(schema: Schema, zodSchema: ZodOpenApiOverrideContext['zodSchema']): void {
  if (!(zodSchema instanceof ZodPipe) || schema.type !== 'string') return
  const { out } = zodSchema
  if (!(out instanceof ZodNumber)) return
  delete schema.pattern
  const { maxValue } = out
  Object.assign(schema, { type: 'integer', minimum: 0, ...(maxValue !== null && { maximum: maxValue }) })
}
