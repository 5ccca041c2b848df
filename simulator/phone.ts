const E164 = /^\+[1-9]\d{6,14}$/

/** Tells whether a text is a number in E.164 form; the simulator knows no numbering plans. */
export function isE164(text: string): boolean {
  return E164.test(text)
}

/**
 * Reads a number from a path or query, where `+` may have become a space or been left out. Null: not a number.
 */
export function readPathPhone(text: string): string | null {
  const phone = `+${text.replace(/[\s().-]/g, '').replace(/^\+/, '')}`
  return isE164(phone) ? phone : null
}

/** Groups a number for reading: `+1 907 555 0101`, others in threes. */
export function formatPhone(phone: string): string {
  const american = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(phone)
  if (american) return `+1 ${american[1]} ${american[2]} ${american[3]}`
  return `${phone.slice(0, 3)} ${phone.slice(3).replace(/(\d{3})(?=\d{2})/g, '$1 ')}`
}
