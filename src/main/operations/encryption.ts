import { basename } from 'node:path'
import { FileKey } from '../database/fileKey'
import { decryptFile, encryptFile } from '../encryptFile'
import { writeAtomically } from '../exporting/atomicFile'
import { recoverySheet } from '../exporting/recoverySheet'
import { pdfOf, printDocument } from '../printing'
import type { MainHandlers } from './context'
import { saveDialog } from './dialogs'

type Names = Extract<keyof MainHandlers, `encryption.${string}`>

export const encryptionHandlers: Pick<MainHandlers, Names> = {
  'encryption.newRecoveryKey': async () => {
    const key = FileKey.random()
    const { recoveryKey } = key
    key.forget()
    return { recoveryKey }
  },

  'encryption.start': async ({ recoveryKey, passphrase }, { files, options }) => {
    await encryptFile(files, FileKey.fromRecoveryKey(recoveryKey), passphrase, options)
    return {}
  },

  'encryption.changePassphrase': async ({ proof, passphrase }, { files, options }) => {
    await files.prove(proof)
    await files.changePassphrase(passphrase)
    await files.protectBackups(options)
    return {}
  },

  'encryption.remove': async ({ proof }, { files, options }) => {
    await files.prove(proof)
    await decryptFile(files, options)
    return {}
  },

  'encryption.tryRecoveryKey': async ({ recoveryKey }, { files }) => ({
    opens: await files.opensWith(FileKey.fromRecoveryKey(recoveryKey)),
  }),

  'encryption.recoveryKey': async ({ proof }, { files }) => ({
    recoveryKey: (await files.prove(proof)).recoveryKey,
  }),

  'encryption.sheet': async ({ recoveryKey, as }, { files, window }) => {
    const client = await files.use()
    const { name } = await client.ask('program.overview', {})
    const html = recoverySheet({
      programName: name,
      fileName: basename(client.file),
      recoveryKey,
      on: new Date(),
    })
    if (as === 'print') return (await printDocument(html)) ? { fileName: null } : null
    const path = await saveDialog(window, `${name} - recovery sheet`, 'pdf')
    if (path === null) return null
    const pdf = await pdfOf(html)
    await writeAtomically(path, (file) => file.write(pdf))
    return { fileName: basename(path) }
  },
}
