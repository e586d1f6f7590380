import { basename, join } from 'node:path'
import type { InputOf, OutputOf } from '@shared/contract'
import { AppError } from '@shared/errors'
import { app, dialog } from 'electron'
import { keyOf, look, sealedWith } from '../database/changesFile'
import { fingerprintOfSigner, keyFileName, signerIn, signerNamed } from '../database/signingKey'
import type { MainCall, MainHandlers } from './context'

type Names = Extract<keyof MainHandlers, `copies.${string}`>

const changesFilter = { name: 'Changes of a colleague', extensions: ['coppice-changes'] }

/** Another coordinator's copy, as the window knows it: by a token, and by what opens it; and what they are given. */
export const copyHandlers: Pick<MainHandlers, Names> = {
  'copies.choose': async (_input, call) => {
    const { canceled, filePaths } = await dialog.showOpenDialog(call.window, {
      title: 'Choose a colleague’s copy of this program file, or their changes',
      buttonLabel: 'Look at it',
      properties: ['openFile'],
      filters: [
        { name: 'Program files and changes', extensions: ['coppice', 'coppice-changes'] },
        { name: 'All files', extensions: ['*'] },
      ],
    })
    const [path] = filePaths
    return canceled || path === undefined ? null : fileOfColleague(path, call)
  },

  'copies.dropped': ({ file }, call) => fileOfColleague(call.tokens.path(file), call),

  'copies.look': (input, call) =>
    withCopy(input, call, async (copy) => (await call.files.use()).ask('copies.preview', copy, call.options)),

  'copies.takeIn': ({ choices, trust, ...input }, call) =>
    withCopy(input, call, async (copy) =>
      (await call.files.use()).ask('copies.merge', { ...copy, choices, trust }, call.options),
    ),

  'copies.giving': async (input, { files }) => {
    const client = await files.use()
    const signer = await signerIn(keyFile())
    return {
      ...(await client.ask('copies.changes', { ...input, file: null })),
      name: signer?.name ?? null,
      fingerprint: signer && fingerprintOfSigner(signer),
      mustSeal: client.encrypted,
    }
  },

  'copies.give': async ({ name, passphrase, ...forWhom }, { window, files, options }) => {
    const client = await files.use()
    if (client.encrypted && passphrase === null) {
      throw new AppError(
        'invalid-input',
        'This program file is encrypted, so its changes have to be as well: choose a passphrase with your colleague.',
        'passphrase',
      )
    }
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      title: 'Save the changes for a colleague',
      defaultPath: join(
        app.getPath('documents'),
        `${basename(client.file, '.coppice')}, changes of ${name.replace(/[^\p{L}\p{M}\p{N} -]+/gu, ' ')}.coppice-changes`,
      ),
      filters: [changesFilter],
    })
    if (canceled || filePath === '') return null
    const signer = await signerNamed(keyFile(), name)
    const write = (file: NonNullable<InputOf<'copies.changes'>['file']>) =>
      client.ask('copies.changes', { ...forWhom, file }, options)
    const given =
      passphrase === null
        ? await write({ path: filePath, signer, sealing: null })
        : await sealedWith(passphrase, (sealing) => write({ path: filePath, signer, sealing }))
    return { ...given, fileName: basename(filePath), fingerprint: fingerprintOfSigner(signer) }
  },
}

function keyFile(): string {
  return join(app.getPath('userData'), keyFileName)
}

async function fileOfColleague(
  path: string,
  { tokens, files }: MainCall,
): Promise<OutputOf<'copies.dropped'>> {
  const given = await look(path)
  const { encrypted } = await files.use()
  return {
    ...given,
    file: tokens.tokenFor(path),
    fileName: basename(path),
    isPlain: encrypted && !given.asks,
  }
}

/** Uncovers the secret of the copy for as long as `use` takes. */
async function withCopy<T>(
  { file, proof }: InputOf<'copies.look'>,
  { tokens }: MainCall,
  use: (copy: InputOf<'copies.preview'>) => Promise<T>,
): Promise<T> {
  const path = tokens.path(file)
  const key = proof && (await keyOf(path, proof))
  try {
    return await use({ path, secret: key?.secret ?? null })
  } finally {
    key?.forget()
  }
}
