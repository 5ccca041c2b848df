/**
 * Commands on tenants.
 */
import { isCountry } from '#core/countries.ts'
import { writeId } from '#core/ids.ts'
import { newUuid } from '#core/new-id.ts'
import type { Database } from '#db/client.ts'
import { insertTenant, listTenants, updateTenant } from '#db/tenants.ts'
import type { TenantSettings } from '#db/tenants.ts'
import { need, needId, readSwitch } from './options.ts'
import type { Options } from './options.ts'
import { UsageError } from './usage.ts'

const LANGUAGE_OF: Record<string, string> = {
  ...{
    NL: 'nl-NL',
    BE: 'nl-NL',
    DE: 'de-DE',
    AT: 'de-DE',
    CH: 'de-DE',
    FR: 'fr-FR',
    ES: 'es-ES',
    PL: 'pl-PL',
  },
  ...{
    US: 'en-US',
    IT: 'it-IT',
    PT: 'pt-PT',
    RO: 'ro-RO',
    RU: 'ru-RU',
    CN: 'zh-Hans',
    IR: 'fa-IR',
    SO: 'so-SO',
    ER: 'ti-ER',
  },
  ...{ TR: 'tr-TR', UA: 'uk-UA', SA: 'ar', AE: 'ar', EG: 'ar', MA: 'ar' },
}

const NAME = /^[^\p{Cc}\p{Cs}\u2028\u2029]{1,100}$/u

function isLanguageTag(text: string): boolean {
  return /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(text)
}

/** The host of a tenant's site, as the last line of its texts names it. */
function readHost(text: string): string {
  const url = URL.canParse(`https://${text}`) ? new URL(`https://${text}`) : null
  if (url?.host !== text.toLowerCase() || url.port !== '')
    throw new UsageError('--host must be a host name such as portal.example.org.')
  return url.host
}

/** Makes a tenant; its language follows its country unless it is given. */
export async function createTenant(database: Database, options: Options): Promise<unknown[]> {
  const country = need(options, 'country').toUpperCase()
  if (!isCountry(country)) throw new UsageError('--country must be an ISO 3166 code such as NL.')
  const locale = typeof options.locale === 'string' ? options.locale : (LANGUAGE_OF[country] ?? 'en-GB')
  if (!isLanguageTag(locale)) throw new UsageError('--locale must be a language tag such as nl-NL.')
  const name = need(options, 'name')
  if (!NAME.test(name)) throw new UsageError('--name must have 1 to 100 characters in one line.')
  const id = newUuid()
  await insertTenant(database, { id, name, country, locale })
  return [{ tenant_id: writeId('ten', id) }]
}

/** Changes a tenant's settings; what is not named stays. */
export async function changeTenant(database: Database, options: Options): Promise<unknown[]> {
  const id = needId(options, 'tenant', 'ten')
  const settings: TenantSettings = {}
  if (typeof options.host === 'string') settings.host = readHost(options.host)
  if (typeof options.locale === 'string') settings.locale = options.locale
  if (settings.locale !== undefined && !isLanguageTag(settings.locale))
    throw new UsageError('--locale must be a language tag such as nl-NL.')
  const [lookup, discreet] = [readSwitch(options, 'lookup'), readSwitch(options, 'discreet')]
  if (lookup !== undefined) settings.lookup = lookup
  if (discreet !== undefined) settings.discreet = discreet
  if (Object.keys(settings).length === 0) throw new UsageError('Nothing to change was named.')
  if (!(await updateTenant(database, id, settings))) throw new UsageError('There is no such tenant.')
  return [{ tenant_id: writeId('ten', id), ...settings }]
}

/** Lists the tenants. */
export async function listAllTenants(database: Database): Promise<unknown[]> {
  const tenants = await listTenants(database)
  return tenants.map(({ id, name, country, locale }) => ({
    tenant_id: writeId('ten', id),
    name,
    country,
    locale,
  }))
}
