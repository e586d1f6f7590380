import { app, type Session, session, type WebContents } from 'electron'
import { appScheme, isAppUrl, parseUrl } from './trust'

/** Schemes that a page of ours may load from; everything else never leaves the computer. */
const local = new Set([`${appScheme}:`, 'data:', 'blob:', 'devtools:', 'about:'])

/** Closes every door of every window, those included that are not made yet. */
export function lockDown(): void {
  app.on('web-contents-created', (_event, contents) => closeDoors(contents))
  app.on('session-created', stayOffline)
  stayOffline(session.defaultSession)
}

function closeDoors(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (!isAppUrl(event.url)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => {
    if (!isAppUrl(event.url)) event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

/** Putting text into the clipboard when the user says "copy" is all that a page of ours may. */
const granted = 'clipboard-sanitized-write'

/** Coppice is offline: no request to any network, and no permission but the one. */
function stayOffline(target: Session): void {
  target.setPermissionRequestHandler((contents, permission, decide) =>
    decide(permission === granted && isAppUrl(contents.getURL())),
  )
  target.setPermissionCheckHandler(
    (contents, permission) => permission === granted && isAppUrl(contents?.getURL() ?? ''),
  )
  target.webRequest.onBeforeRequest((request, decide) => {
    const scheme = parseUrl(request.url)?.protocol
    decide({ cancel: scheme === undefined || !local.has(scheme) })
  })
}
