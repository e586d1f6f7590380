import { argv, stdout } from 'node:process'
import { FileKey } from '@main/database/fileKey'
import { backUp, backupsOfCommand } from '@main/database/programBackups'
import { decryptFile, encryptFile } from '@main/encryptFile'
import { ProgramFiles } from '@main/programFiles'
import { restoreBackup } from '@main/restoreBackup'

/**
 * A process that does one thing to a program file as a whole, as the main process does it, and says `done`.
 *
 * Words: the built worker, the program file, what to do, and the backup to go back to or the recovery key.
 */
const [, , workerPath = '', file = '', what = '', word = ''] = argv

const files = new ProgramFiles({
  workerPath,
  nativeBinding: undefined,
  backups: backupsOfCommand,
  onTouched: () => undefined,
  onChange: () => undefined,
  onTrouble: () => undefined,
})
await files.open(file)
if (what === 'backup') await backUp(await files.use(), { reason: 'scheduled' })
else if (what === 'restore') await restoreBackup(files, { path: word, opensWith: null })
else if (what === 'encrypt')
  await encryptFile(files, FileKey.fromRecoveryKey(word), 'maple ferry candle orbit')
else if (what === 'decrypt') {
  await files.unlock({ recoveryKey: word })
  await decryptFile(files)
}
await files.close()
stdout.write('done\n')
