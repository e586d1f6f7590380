import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { writeAtomically } from './atomicFile'
import { fileNameOf } from './fileName'

interface FolderFile {
  /** Without what a file name may not hold, it is what the file is called. */
  name: string
  extension: string
  content(): Promise<Uint8Array>
}

/** Writes files into a folder, each under a name that is free there: nothing is written over. */
export async function writeInFolder(folder: string, files: readonly FolderFile[]): Promise<void> {
  for (const { name, extension, content } of files) {
    const path = await freePath(folder, fileNameOf(name), extension)
    const bytes = await content()
    await writeAtomically(path, (file) => file.write(bytes))
  }
}

async function freePath(folder: string, name: string, extension: string): Promise<string> {
  for (let number = 1; ; number++) {
    const path = join(folder, `${number === 1 ? name : `${name} (${number})`}.${extension}`)
    const isTaken = await access(path).then(
      () => true,
      () => false,
    )
    if (!isTaken) return path
  }
}
