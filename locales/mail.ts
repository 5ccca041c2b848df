/**
 * Writes the mail with which a password is set anew, as plain text and as HTML of the same words.
 */
import { cleanBrand } from './brand.ts'
import { formatMessage, type MessageValues } from './format.ts'
import type { WrittenKey } from './language.ts'
import { LANGUAGES, type Locale } from './locale.ts'

/** What a mail is written from; `brand` as the portal gave it. Discreet: no word of who writes. */
export type MailOrder = { locale: Locale; brand: string; discreet: boolean; link: string; minutes: number }

/** A mail, ready to post. `sender`: the name beside the address it comes from; empty: none. */
export type MailWords = { sender: string; subject: string; text: string; html: string }

/** Writes the mail that carries a link for a new password. The link stands in each form once. */
export function writePasswordResetMail(order: MailOrder): MailWords {
  const { locale, link, minutes } = order
  const brand = order.discreet ? '' : cleanBrand(order.brand)
  const say = (part: ResetPart, values: MessageValues = {}) =>
    formatMessage(LANGUAGES[locale], `mail.password_reset.${part}`, values)
  const opening = brand === '' ? say('openingDiscreet') : say('opening', { brand })
  const [subject, action, ending] = [
    say('subject'),
    say('action'),
    [say('lifetime', { minutes }), say('notYou')],
  ]
  const text = `${[opening, `${action}\n${link}`, ...ending].join('\n\n')}\n`
  const button = `<a href="${escapeHtml(link)}">${escapeHtml(action)}</a>`
  const paragraphs = [escapeHtml(opening), button, ...ending.map(escapeHtml)]
  return { sender: brand, subject, text, html: writePage(locale, subject, paragraphs) }
}

type ResetPart = WrittenKey extends infer Key
  ? Key extends `mail.password_reset.${infer Part}`
    ? Part
    : never
  : never

function writePage(locale: Locale, title: string, paragraphs: string[]): string {
  return [
    `<!doctype html>`,
    `<html lang="${locale}" dir="${LANGUAGES[locale].direction}">`,
    `<head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head>`,
    `<body>`,
    ...paragraphs.map((paragraph) => `<p>${paragraph}</p>`),
    `</body>`,
    `</html>`,
    ``,
  ].join('\n')
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
