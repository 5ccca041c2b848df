import type { Locale } from '#locales/locale.ts'

/** The languages whose texts and notices keep to GSM-7, and so to one segment. All others are UCS-2, in two. */
export const GSM_LOCALES: ReadonlySet<Locale> = new Set<Locale>([
  ...(['en-GB', 'en-US', 'nl-NL', 'de-DE', 'fr-FR', 'es-ES', 'it-IT', 'so-SO'] as const),
])
