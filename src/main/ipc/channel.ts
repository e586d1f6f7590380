import type { MainName } from '@shared/contract'
import { AppError } from '@shared/errors'
import { BrowserWindow, type IpcMainEvent, type IpcMainInvokeEvent, ipcMain } from 'electron'
import type { Progress } from '../database/protocol'
import { mainHandlers } from '../operations'
import type { Context, MainCall } from '../operations/context'
import { isTrustedSender } from '../security/trust'
import { tell } from './events'
import { Paced } from './paced'
import { answer, parseRequest, type Request } from './router'

/** How long a progress has to stand to be read, in milliseconds. */
const readable = 100

/** The one door between windows and the rest: who asks, what is asked, and an answer whatever happens. */
export function openChannel(context: Context, onTrouble: (text: string) => void): void {
  const running = new Map<string, AbortController>()

  ipcMain.handle('call', (event, name: unknown, input: unknown, call: unknown) =>
    answer(async () => {
      const window = trustedWindow(event)
      const request = parseRequest(name, input)
      const key = typeof call === 'string' ? `${window.id} ${call}` : null
      const stop = new AbortController()
      if (key) running.set(key, stop)
      const progress = new Paced<Progress>(readable, (latest) =>
        tell(window, 'progress', { call: String(call), ...latest }),
      )
      try {
        return await run(request, {
          ...context,
          window,
          options: { signal: stop.signal, onProgress: (latest) => progress.hear(latest) },
        })
      } finally {
        progress.end()
        if (key) running.delete(key)
      }
    }, onTrouble),
  )

  ipcMain.on('cancel', (event, call: unknown) => {
    running.get(`${trustedWindow(event).id} ${call}`)?.abort()
  })

  ipcMain.handle('dropped', (event, path: unknown) => {
    trustedWindow(event)
    return typeof path === 'string' && path !== '' ? context.tokens.tokenFor(path) : null
  })
}

async function run(request: Request, call: MainCall): Promise<string> {
  const { name, operation } = request
  if (operation.runs === 'main') {
    // The map is exhaustive and the input was parsed by this very operation's schema.
    const handler = mainHandlers[name as MainName] as (input: unknown, call: MainCall) => Promise<unknown>
    return JSON.stringify(await handler(request.input, call))
  }
  return (await call.files.use()).call(name, withPath(request.input, call), call.options)
}

/** Where an operation of the database takes a file, the window knows a token and the database needs the path. */
function withPath(input: unknown, { tokens }: MainCall): unknown {
  const takesFile =
    typeof input === 'object' && input !== null && 'file' in input && typeof input.file === 'string'
  return takesFile ? { ...input, file: tokens.path(input.file as string) } : input
}

function trustedWindow(event: IpcMainEvent | IpcMainInvokeEvent): BrowserWindow {
  const window = BrowserWindow.fromWebContents(event.sender)
  const frame = event.senderFrame
  const trusted = isTrustedSender({
    frameUrl: frame?.url ?? null,
    isTopFrame: frame !== null && frame === event.sender.mainFrame,
    isOwnWindow: window !== null,
  })
  if (!window || !trusted) throw new AppError('forbidden-sender', 'This page may not ask for that.')
  return window
}
