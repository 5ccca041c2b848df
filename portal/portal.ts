/**
 * What the portal is opened with, and what it keeps open: it talks to Keypad over HTTP like any other portal.
 */
import { openKeypad } from '#client/keypad.ts'
import type { Keypad } from '#client/keypad.ts'
import { openAssets } from './assets.ts'
import type { Assets } from './assets.ts'

export type PortalSettings = {
  /** Where the portal reaches Keypad's API. */
  keypadUrl: string
  /** A secret key with the scopes `accounts`, `support` and `admin`. */
  key: string
  /** The address under which browsers see the portal, without a path. */
  publicUrl: string
  /** What the header and the titles call the service. */
  brand: string
  /** Whose national numbers people type; by default the only country that is served, or that of their language. */
  country?: string | undefined
  /** Told of every mistake; what it gets holds nobody's data. */
  log?: ((mistake: Mistake) => void) | undefined
}

/** Something that should not have happened: what it was, and where. */
export type Mistake = { error: string; stack: string[] }

/** An open portal. */
export type Portal = PortalSettings & {
  keypad: Keypad
  assets: Assets
  /** Whether browsers reach it over TLS; decides how cookies are named. */
  isSecure: boolean
}

/** Where all pages stand. The contract fixes it: links in e-mails lead there. */
export const BASE = '/portal'

/** Opens what the pages need; nothing is sent yet. */
export function openPortalState(settings: PortalSettings): Portal {
  const { keypadUrl: url, key: token, publicUrl } = settings
  return {
    ...settings,
    keypad: openKeypad({ url, token }),
    assets: openAssets(),
    isSecure: publicUrl.startsWith('https:'),
  }
}
