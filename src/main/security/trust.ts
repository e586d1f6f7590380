/** The one origin that the app's own pages have. */
export const appScheme = 'coppice'
export const appHost = 'app'
/** Whose pictures are shown, and which is no page of the app. */
export const filesHost = 'files'
export const appOrigin = `${appScheme}://${appHost}`

/** @returns null for what is no address. (`URL.parse` is younger than the oldest runtime.) */
export function parseUrl(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null
}

/** Whether an address is a page of the app itself. Parsed, never searched: a look-alike is not enough. */
export function isAppUrl(address: string): boolean {
  const url = parseUrl(address)
  return (
    url !== null &&
    url.protocol === `${appScheme}:` &&
    url.host === appHost &&
    url.username === '' &&
    url.password === ''
  )
}

export interface Sender {
  /** Address of the frame that sent the message; null when it is gone. */
  frameUrl: string | null
  isTopFrame: boolean
  /** Whether the frame belongs to a window that the app made. */
  isOwnWindow: boolean
}

/** Only the top frame of one of our windows, showing one of our pages, may ask for anything. */
export function isTrustedSender({ frameUrl, isTopFrame, isOwnWindow }: Sender): boolean {
  return isOwnWindow && isTopFrame && frameUrl !== null && isAppUrl(frameUrl)
}

const outside = new Set(['https:', 'http:', 'mailto:'])

/** @returns the address as it may be handed to the system, re-assembled from its parts; null when it may not. */
export function outsideAddress(address: string): string | null {
  const url = parseUrl(address)
  return url && outside.has(url.protocol) && url.username === '' && url.password === '' ? url.href : null
}
