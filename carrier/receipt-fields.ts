/**
 * How the fields of Twilio's callbacks must look. Being signed is not enough: the signature joins names and values
 * without a mark between them, so every field that we use must look exactly as it should, and nothing may come twice.
 * Fields that we do not know are let through, since Twilio adds some.
 */
import * as z from 'zod'

/** A callback's form as parsed from the body; a repeated field is an array and makes it malformed. */
export type Form = Readonly<Record<string, unknown>>

const word = z.string().regex(/^[a-z][a-z_-]{0,39}$/)
const errorCode = z
  .string()
  .regex(/^\d{0,6}$/)
  .optional()
const address = z
  .string()
  .regex(/^[\w+:@.;=-]{0,100}$/)
  .optional()
const machineWord = z
  .string()
  .regex(/^(|human|machine_\w{1,30}|fax|unknown)$/)
  .optional()
const accountSid = z.string().regex(/^AC[0-9a-f]{32}$/i)
const callSid = z.string().regex(/^CA[0-9a-f]{32}$/i)
const apiVersion = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/)
  .optional()

/** A message status callback, as far as it is used here. */
export const textForm = z.looseObject({
  MessageSid: z.string().regex(/^(SM|MM)[0-9a-f]{32}$/i),
  AccountSid: accountSid,
  MessageStatus: word,
  ErrorCode: errorCode,
  MessagingServiceSid: z
    .string()
    .regex(/^(MG[0-9a-f]{32})?$/i)
    .optional(),
  To: address,
  ApiVersion: apiVersion,
})

/** A call status callback. */
export const callForm = z.looseObject({
  CallSid: callSid,
  AccountSid: accountSid,
  CallStatus: word,
  ErrorCode: errorCode,
  AnsweredBy: machineWord,
  CallDuration: z
    .string()
    .regex(/^\d{0,6}$/)
    .optional(),
  SequenceNumber: z
    .string()
    .regex(/^\d{0,4}$/)
    .optional(),
  To: address,
  ApiVersion: apiVersion,
})

/** What a `<Gather>` reports. */
export const keyForm = z.looseObject({
  CallSid: callSid,
  AccountSid: accountSid,
  CallStatus: word.optional(),
  Digits: z
    .string()
    .regex(/^[0-9*#]{0,10}$/)
    .optional(),
  AnsweredBy: machineWord,
  To: address,
  ApiVersion: apiVersion,
})

/** What machine detection reports while the call goes on. */
export const machineForm = z.looseObject({
  CallSid: callSid,
  AccountSid: accountSid,
  AnsweredBy: machineWord,
})

/** Reads a form by its shape. Null: a field that is used looks wrong, or any field at all comes twice. */
export function readOnce<Schema extends z.ZodType>(schema: Schema, form: Form): z.output<Schema> | null {
  if (!Object.values(form).every((value) => typeof value === 'string')) return null
  const read = schema.safeParse({ ...form })
  return read.success ? read.data : null
}
