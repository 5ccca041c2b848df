/**
 * What to try in the demo, as sentences.
 */
import type { DemoAccount } from './demo-file.ts'
import type { Guide, System } from './demo-systems.ts'

/** Writes where everything is, then what to try in this system. */
export function writeGuide(system: System, url: string, accounts: DemoAccount[]): string[] {
  const where = `The passwords of the usernames below stand beside them in demo.json, and so does the secret_key. A login begins with POST ${url}/v1/logins {"username": …, "password": …}; each answer says what comes next.`
  const pages = `Texts, calls and mail are on ${url}/handsets, every request is explained on ${url}/docs.`
  return [where, pages, ...system.guide(guideFor(url, accounts))]
}

/** Names the accounts of demo.json by the parts they play. */
function guideFor(url: string, accounts: DemoAccount[]): Guide {
  const isTwice = ({ username }: DemoAccount) =>
    accounts.filter((account) => account.username === username).length > 1
  const find = (fits: (account: DemoAccount) => boolean) => accounts.find(fits)?.username ?? 'somebody'
  const ofType = (type: string) => find(({ user_type, role }) => user_type === type && role === null)
  const ofRole = (name: string) => find(({ role }) => role === name)
  const staff = { admin: ofRole('admin'), owner: ofRole('owner') }
  const types = { patient: ofType('patient'), doctor: ofType('doctor') }
  const workers = { employee: ofType('employee'), manager: ofType('manager') }
  return { url, who: { ...types, ...workers, ...staff, twoProfiles: find(isTwice) } }
}
