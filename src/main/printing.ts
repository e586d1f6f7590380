import { BrowserWindow, session } from 'electron'
import { appHost, appScheme } from './security/trust'

const address = `${appScheme}://${appHost}/document`

const margins = { top: 0.7, bottom: 0.8, left: 0.75, right: 0.75 }

/**
 * Lays out an HTML document in a hidden window that runs no scripts and can load nothing.
 * The document is handed over in memory: no copy of anybody's notes is left on the disk.
 */
async function withDocument<T>(html: string, use: (window: BrowserWindow) => Promise<T>): Promise<T> {
  const partition = session.fromPartition(`document-${Date.now()}`, { cache: false })
  partition.protocol.handle(
    appScheme,
    () => new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8' } }),
  )
  const window = new BrowserWindow({
    show: false,
    webPreferences: { session: partition, javascript: false, sandbox: true, contextIsolation: true },
  })
  try {
    await window.loadURL(address)
    return await use(window)
  } finally {
    window.destroy()
    partition.protocol.unhandle(appScheme)
  }
}

/** @returns the bytes of a tagged PDF with an outline of its headings and page numbers. */
export function pdfOf(html: string): Promise<Buffer> {
  return withDocument(html, (window) =>
    window.webContents.printToPDF({
      pageSize: 'A4',
      margins,
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate:
        '<div style="width:100%;font:8px sans-serif;color:#777;text-align:center"><span class="pageNumber"></span> / <span class="totalPages"></span></div>',
    }),
  )
}

/** Opens the system's print dialog. @returns whether it was printed. */
export function printDocument(html: string): Promise<boolean> {
  return withDocument(
    html,
    (window) =>
      new Promise((resolve) => {
        window.webContents.print({ printBackground: true }, (printed) => resolve(printed))
      }),
  )
}
