import { basename } from 'node:path'
import type { InputOf } from '@shared/contract'
import { dialog } from 'electron'
import { keyFor, needsPassphrase } from '../database/fileKey'
import type { MainCall, MainHandlers } from './context'

type Names = Extract<keyof MainHandlers, `copies.${string}`>

/** Another coordinator's copy, as the window knows it: by a token, and by what opens it. */
export const copyHandlers: Pick<MainHandlers, Names> = {
  'copies.choose': async (_input, { window, tokens, files }) => {
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      title: 'Choose a colleague’s copy of this program file',
      buttonLabel: 'Look at it',
      properties: ['openFile'],
      filters: [
        { name: 'Program files', extensions: ['coppice'] },
        { name: 'All files', extensions: ['*'] },
      ],
    })
    const [path] = filePaths
    if (canceled || path === undefined) return null
    const asks = await needsPassphrase(path)
    const { encrypted } = await files.use()
    return { file: tokens.tokenFor(path), fileName: basename(path), asks, isPlain: encrypted && !asks }
  },

  'copies.look': (input, call) =>
    withCopy(input, call, async (copy) => (await call.files.use()).ask('copies.preview', copy, call.options)),

  'copies.takeIn': (input, call) =>
    withCopy(input, call, async (copy) =>
      (await call.files.use()).ask('copies.merge', { ...copy, choices: input.choices }, call.options),
    ),
}

/** Uncovers the secret of the copy for as long as `use` takes. */
async function withCopy<T>(
  { file, proof }: InputOf<'copies.look'>,
  { tokens }: MainCall,
  use: (copy: InputOf<'copies.preview'>) => Promise<T>,
): Promise<T> {
  const path = tokens.path(file)
  const key = proof && (await keyFor(path, proof))
  try {
    return await use({ path, secret: key?.secret ?? null })
  } finally {
    key?.forget()
  }
}
