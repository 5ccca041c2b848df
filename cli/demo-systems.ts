/**
 * The six systems that the demo can be set up as: the rules of each, and what to try then.
 */
import type { Rule } from '#core/policy.ts'
import { USER_TYPES } from './demo-cast.ts'
import type { UserType } from './demo-cast.ts'

/** Where to go and as whom; the accounts are those of demo.json, by username. */
export type Guide = { url: string; who: Record<UserType | 'admin' | 'owner' | 'twoProfiles', string> }

/** Rules beside the default one; what a rule leaves out is as in the default. `country`: for clinics of that country. */
export type SystemRule = { userTypes: readonly UserType[]; country?: string; rule: Partial<Rule> }
export type System = { name: string; rules: SystemRule[]; guide: (guide: Guide) => string[] }

const everybody = (rule: Partial<Rule>): SystemRule => ({ userTypes: USER_TYPES, rule })

const patientPortal: System = {
  name: 'patient-portal',
  rules: [{ userTypes: ['patient'], rule: { required: true, factors: ['sms'], numberChange: 'strict' } }],
  guide: ({ url, who }) => [
    `Register somebody: POST ${url}/v1/registrations with a username, a password and a mobile number such as +61 491 570 156. A landline such as +44 20 7946 0018 is refused. The answer's login goes on with POST ${url}/v1/logins/{id}/code ("send code") and ends with POST ${url}/v1/logins/{id}/answer.`,
    `Log in as ${who.patient}: the text goes out by itself once the password is right.`,
    `Make an older user: POST ${url}/v1/accounts with the user_type patient, a password and the landline +44 20 7946 0018. The next login asks for a mobile number; POST ${url}/v1/logins/{id}/phone sends its code.`,
    `As ${who.patient}, save a new number with POST ${url}/v1/me/phone and do not verify it: the next login asks for it again, and nobody gets in before a number verifies. Drop it with DELETE ${url}/v1/me/phone/pending while you are still logged in.`,
  ],
}

const doctors: System = {
  name: 'doctors',
  rules: [
    {
      userTypes: ['doctor'],
      rule: {
        ...{ required: true, factors: ['sms', 'call', 'totp'] },
        ...{ askFactor: true, defaultCallMode: 'press_1' },
      },
    },
  ],
  guide: ({ url, who }) => [
    `Log in as ${who.doctor}: you are asked which way. Answer with POST ${url}/v1/logins/{id}/factor {"factor": "sms"} or {"factor": "call"}.`,
    `For a call, answer the phone on ${url}/handsets and press 1; GET ${url}/v1/logins/{id}?wait=25&since={version}, asked again and again, then says done. 9 means "this was not me".`,
    `Log in by text and set an authenticator app up (a call that only takes a 1 is not enough for that): POST ${url}/v1/me/totp shows a QR code and the key to type, POST ${url}/v1/me/totp/confirm takes the first code. From the next login on it is the third way.`,
  ],
}

const record: System = {
  name: 'record',
  rules: [
    everybody({ factors: ['totp'] }),
    { ...everybody({ required: true, factors: ['totp'] }), country: 'NL' },
  ],
  guide: ({ url, who }) => [
    `Log in as ${who.patient}, of the clinic in London: no code is asked for. Switch the authenticator app on with POST ${url}/v1/me/totp and POST ${url}/v1/me/totp/confirm; a wrong or incomplete code says so. Off again: POST ${url}/v1/me/totp/disable with a code.`,
    `Log in as ${who.doctor}, of the clinic in Amsterdam: the app must be set up first. Switched off, it is asked for again.`,
    `Set the password of ${who.doctor} anew with POST ${url}/v1/password-resets; the mail is on ${url}/handsets. The next login still asks for the app.`,
    `Call GET ${url}/v1/accounts with the secret_key: a system is never asked for a code.`,
  ],
}

const clinic: System = {
  name: 'clinic',
  rules: [everybody({ required: true, factors: ['totp'], bypass: 'open' })],
  guide: ({ url, who }) => [
    `Log in as anybody, for example ${who.employee}: an authenticator app must be set up.`,
    `Exempt one person: PATCH ${url}/v1/accounts/{id} {"factor_override": "exempt"} with the account_id of ${who.manager}, whose login then asks for no app; "required" asks for one in any case, and "default" is as the clinic says.`,
    `GET ${url}/v1/accounts/{id}/policy says in one sentence which rule holds for somebody.`,
  ],
}

const planning: System = {
  name: 'planning',
  rules: [
    { userTypes: ['employee'], rule: { factors: ['totp', 'pin'] } },
    { userTypes: ['manager'], rule: { required: true, factors: ['pin'] } },
  ],
  guide: ({ url, who }) => [
    `Log in as ${who.manager}: a PIN must be chosen by typing it twice, POST ${url}/v1/logins/{id}/pin. It is changed with PUT ${url}/v1/me/pin.`,
    `Log in as ${who.owner}, with the password alone, and switch it on for employees, your own type: PUT ${url}/v1/policies/employee {"required": true, "factors": ["totp"]} with your session's token (or ["pin"]). Your very next login has to set it up.`,
    `Try the same as ${who.admin} before that: only the owner may.`,
    `Log in as ${who.twoProfiles}: two profiles of one name, an employee and a manager. Pick one with POST ${url}/v1/logins/{id}/profile; they are never merged.`,
  ],
}

const ownUsers: System = {
  name: 'own-users',
  rules: [everybody({ required: true, factors: ['sms'] })],
  guide: ({ url }) => [
    `Log one of your own users in, whose password you have checked: POST ${url}/v1/logins {"subject_id": "p-1001", "phone": "+61 491 570 156", "password_checked": true} with the secret_key. The first call makes the account and asks for the number; POST ${url}/v1/logins/{id}/phone sends a code, POST ${url}/v1/logins/{id}/answer takes it.`,
    `Do it again: the code now goes out by itself.`,
    `Take another subject_id and the landline +44 20 7946 0018: another number is asked for.`,
    `POST ${url}/v1/sessions/introspect {"token": …} tells your back end who is logged in, and how.`,
  ],
}

/** All six; each works by these rules alone. */
export const SYSTEMS: readonly System[] = [patientPortal, doctors, record, clinic, planning, ownUsers]
