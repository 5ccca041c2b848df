import { describe, expect, test } from 'vitest'
import { LANGUAGES, LOCALES } from '#locales/locale.ts'
import { writePasswordResetMail } from '#locales/mail.ts'

const LINK = 'https://portal.example.org/portal/reset?token=aB3-_x'
const ORDER = {
  locale: 'en-GB',
  brand: 'Riverside Clinic',
  discreet: false,
  link: LINK,
  minutes: 15,
} as const

const count = (text: string, part: string) => text.split(part).length - 1

describe.each(LOCALES)('in %s', (locale) => {
  const mail = writePasswordResetMail({ ...ORDER, locale })

  test('holds the link once in each form, and says how long it works', () => {
    expect([count(mail.text, LINK), count(mail.html, LINK)]).toEqual([1, 1])
    expect([count(mail.text, '15'), count(mail.html, '15')]).toEqual([1, 1])
    expect(mail.subject).not.toContain('http')
  })

  test('says the same words in both forms, in its own direction', () => {
    const plain = mail.html.replace(/<title>.*<\/title>/, '').replace(/&#39;/g, "'")
    for (const part of mail.text.replace(LINK, '').split('\n').filter(Boolean)) expect(plain).toContain(part)
    expect(mail.html).toContain(`<html lang="${locale}" dir="${LANGUAGES[locale].direction}">`)
  })

  test('names nobody when discreet', () => {
    const discreet = writePasswordResetMail({ ...ORDER, locale, discreet: true })
    expect(JSON.stringify(discreet)).not.toContain('Riverside')
    expect([mail.sender, discreet.sender]).toEqual(['Riverside Clinic', ''])
  })
})

test('English, word for word', () => {
  expect(writePasswordResetMail(ORDER).text).toBe(
    `You, or someone else, asked for a new password for Riverside Clinic.

Choose a new password
${LINK}

The link works once, and for 15 minutes.

If you did not ask for this, you need not do anything: your password stays as it is.
`,
  )
})

test('neither the brand nor the link can bring markup or header lines of their own', () => {
  const brand = 'A<b>&"\r\nBcc: x@evil.example'
  const { html, subject, sender } = writePasswordResetMail({ ...ORDER, brand, link: `${LINK}&x="><script>` })
  expect(html).not.toMatch(/<b>|<script|x="|&x|\r/)
  expect(`${subject}${sender}`).not.toMatch(/[\r\n@]/)
})
