import type { Response } from 'express'

/** Twilio's refusals that the simulator gives: HTTP status and a sentence, by error number. */
const REFUSALS: Record<number, [status: number, message: string]> = {
  20001: [400, 'A parameter has a value that cannot be used'],
  20003: [401, 'Authenticate: the account or its token is wrong'],
  20009: [400, 'The message is still on its way and cannot be changed'],
  20404: [404, 'The requested resource was not found'],
  20429: [429, 'Too many requests'],
  20500: [500, 'An internal server error has occurred'],
  21201: [400, "No 'To' number is specified"],
  21205: [
    400,
    "Exactly one of 'Url', 'Twiml' and 'ApplicationSid' is needed, and an address must be a valid URL",
  ],
  21210: [400, "The 'From' number is not verified for this account"],
  21211: [400, "The 'To' number is not a valid phone number"],
  21212: [400, "The 'From' number is not a valid phone number, short code or sender name"],
  21213: [400, "A 'From' number is required"],
  21214: [400, "The 'To' number cannot be reached"],
  21215: [400, 'Calls to this country are not enabled for the account'],
  21216: [400, "The 'To' number is on the block list"],
  21217: [400, 'The phone number does not appear to be valid'],
  21220: [400, 'The call is not in a state that allows this'],
  21266: [400, "'To' and 'From' cannot be the same number"],
  21408: [400, 'Texts to this region are not enabled for the account'],
  21602: [400, 'A message body, media or content is required'],
  21603: [400, "A 'From' number or a 'MessagingServiceSid' is required to send a message"],
  21604: [400, "A 'To' number is required to send a message"],
  21606: [400, "The 'From' number cannot send texts"],
  21608: [400, "The 'To' number is not verified for this trial account"],
  21609: [400, "The 'StatusCallback' is not a valid URL"],
  21610: [400, 'The recipient has unsubscribed from this sender'],
  21611: [400, "The 'From' number has too many messages waiting"],
  21612: [400, "The 'To' number cannot be reached by text from this sender"],
  21614: [400, "The 'To' number is not a valid mobile number"],
  21617: [400, 'The message body is longer than 1,600 characters'],
  21705: [400, 'The Messaging Service is invalid'],
  90007: [400, "'ValidityPeriod' must be a whole number of seconds from 1 to 36000"],
}

/** Answers a request as Twilio refuses it. */
export function refuse(res: Response, code: number): void {
  const [status, message] = REFUSALS[code] ?? [400, 'Refused']
  if (code === 20003) res.setHeader('WWW-Authenticate', 'Basic realm="Twilio API"')
  if (code === 20429) res.setHeader('Retry-After', '1')
  res.status(status).json({ code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status })
}
