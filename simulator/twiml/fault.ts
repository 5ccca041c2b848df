/** A mistake in a TwiML document or its server, with Twilio's number; the callee hears "application error". */
export type TwimlFault = Error & { twilioCode: number }

/** Makes a fault to throw; the interpreter ends the call with it. */
export function twimlFault(code: number, text: string): TwimlFault {
  return Object.assign(new Error(text), { twilioCode: code })
}

/** Tells a fault from a bug. */
export function isTwimlFault(error: unknown): error is TwimlFault {
  return error instanceof Error && 'twilioCode' in error
}
