/**
 * How the command line is used.
 */

export const USAGE = `Usage: npm run -s keypad -- COMMAND

  migrate                                   bring the database to this version
  tenant create --name NAME --country NL    make a tenant  [--locale nl-NL]
  tenant update --tenant ID                 change it      [--host example.org] [--locale nl-NL]
                                                           [--lookup on|off] [--discreet on|off]
  tenant list                               list the tenants
  key create --tenant ID --scopes verify,accounts,support,admin
  key create --tenant ID --publishable --origins https://portal.example.org
  key list [--tenant ID]                    list keys; they are never shown again
  key revoke --key ID                       refused everywhere within five seconds
  audit verify [--tenant ID]                check the chain over each tenant's events; 1 when one is broken
                                            [--expect HASH]: an earlier head must still be in it
  restore finish                            after restoring a backup: end all open verifications
  demo NAME                                 set the demo of \`npm start\` up as one of six systems and say what to try:
                                            patient-portal, doctors, record, clinic, planning, own-users
  config check                              judge the settings without starting

It uses the settings of the product (docs/settings.md). Without DATABASE_URL it works on the database of a running
\`npm start\` in KEYPAD_DATA_DIR. Keys are shown once.`

/** A command line that cannot be understood; the message says how it goes. */
export class UsageError extends Error {
  constructor(what: string) {
    super(`${what}\n\n${USAGE}`)
    this.name = 'UsageError'
  }
}
