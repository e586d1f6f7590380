import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { protocol } from 'electron'
import { fileInside } from './fileInside'
import { type Picture, pictureHeaders, pictureOf } from './pictures'
import { appHost, appScheme, filesHost, parseUrl } from './trust'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
}

/** Has to be called before the app is ready, once. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: appScheme,
      privileges: { standard: true, secure: true, codeCache: true, supportFetchAPI: true },
    },
  ])
}

/**
 * Serves the window's own files at `coppice://app/`, the pictures of the open program file at `coppice://files/`, and
 * nothing else.
 *
 * @param picture finds a picture by its number; what it throws is as good as none
 */
export function serveAppScheme(folder: string, picture: (id: number) => Promise<Picture>): void {
  protocol.handle(appScheme, async (request) => {
    if (request.method !== 'GET') return new Response('Only GET.', { status: 405 })
    const asked = pictureOf(request.url)
    if (asked !== null) return answerPicture(asked, picture)
    const url = parseUrl(request.url)
    if (!url || url.host !== appHost) return new Response('Not found.', { status: 404 })
    const path = fileInside(folder, url.pathname)
    const type = path && types[extname(path)]
    if (!path || !type) return new Response('Not found.', { status: 404 })
    try {
      const body = await readFile(path)
      if (!type.startsWith('text/html'))
        return new Response(new Uint8Array(body), { headers: { 'content-type': type } })
      const nonce = randomBytes(16).toString('base64')
      return new Response(body.toString('utf8').replaceAll('{{nonce}}', nonce), {
        headers: { 'content-type': type, 'content-security-policy': contentSecurityPolicy(nonce) },
      })
    } catch {
      return new Response('Not found.', { status: 404 })
    }
  })
}

async function answerPicture(id: number, picture: (id: number) => Promise<Picture>): Promise<Response> {
  try {
    const { mediaType, bytes } = await picture(id)
    const headers = pictureHeaders(mediaType)
    if (headers) return new Response(new Uint8Array(bytes), { headers })
  } catch {
    // Gone by now, or of a file that is closed: there is no such picture.
  }
  return new Response('Not found.', { status: 404 })
}

/**
 * Everything is forbidden that is not the window's own. Styles carry a nonce because the component library and the
 * editor write style sheets when they run; style attributes are set through the object model, which needs no leave.
 */
function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' ${appScheme}://${filesHost} data: blob:`,
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self' blob:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}
