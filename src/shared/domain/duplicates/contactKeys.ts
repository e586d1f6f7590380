/** Addresses and numbers as they are compared: two that are written differently may reach the same person. */

const dotless = new Set(['gmail.com', 'googlemail.com'])

/** An e-mail address without what does not change where it goes; null for what is none. */
export function emailKey(email: string | null): string | null {
  if (email === null) return null
  const [box = '', domain = ''] = email.trim().toLowerCase().split('@')
  if (box === '' || domain === '') return null
  const plain = box.split('+')[0] || box
  return dotless.has(domain) ? `${plain.replaceAll('.', '')}@gmail.com` : `${plain}@${domain}`
}

/** The part behind the @; two mailboxes at one of them are seldom one person's. */
export function domainOf(email: string): string {
  return email.trim().toLowerCase().split('@')[1] ?? ''
}

/** So many last digits tell a telephone number, whatever country and area are written before it. */
const telling = 8

/** The last digits of a telephone number; null for what is hardly one. */
export function phoneKey(phone: string | null): string | null {
  // An extension stands behind the number that many share.
  const [number = '', extension] = (phone ?? '').toLowerCase().split(/(?:ext|x|#|;)\.?/)
  const digits = number.replace(/\D/g, '')
  if (digits.length < telling - 1) return null
  return `${digits.slice(-telling)}${extension === undefined ? '' : `x${extension.replace(/\D/g, '')}`}`
}
