import { appScheme, filesHost, parseUrl } from './trust'

/** A picture as it lies in the program file. */
export interface Picture {
  mediaType: string
  bytes: Uint8Array
}

const shown = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp'])

/** The file that an address of the scheme asks for, `coppice://files/12`; null for any other address. */
export function pictureOf(address: string): number | null {
  const url = parseUrl(address)
  const isOurs = url?.protocol === `${appScheme}:` && url.host === filesHost
  const digits = isOurs ? /^\/([1-9]\d{0,14})$/.exec(url.pathname)?.[1] : undefined
  return digits === undefined ? null : Number(digits)
}

/** What may be answered with a file: a picture, under its own kind, that nothing may take for anything else. */
export function pictureHeaders(mediaType: string): Record<string, string> | null {
  if (!shown.has(mediaType)) return null
  return {
    'content-type': mediaType,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'no-store',
  }
}
