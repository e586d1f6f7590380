import { closeSync, openSync, read } from 'node:fs'
import { open } from 'node:fs/promises'
import { promisify } from 'node:util'

/**
 * On POSIX systems, whoever closes a descriptor of a file gives up all locks that the process has on it, SQLite's as
 * well: the next program that looks into the file and closes it would take our write-ahead log for a left-over and
 * delete it, with everything in it. https://sqlite.org/howtocorrupt.html, 2.2
 *
 * So while a program file is open there is one descriptor for all who want to read its bytes. The main process opens
 * it before SQLite does and closes it after SQLite has (`heldFile.ts`); every thread knows it by the file's path.
 */
const held = new Map<string, number>()

export function holdDescriptor(file: string, descriptor: number): void {
  held.set(file, descriptor)
}

export function forgetDescriptor(file: string): void {
  held.delete(file)
}

/** Reads from a file that may be open: never open one by other ways where SQLite has it. */
export function withDescriptor<T>(file: string, use: (descriptor: number) => T): T {
  const known = held.get(file)
  if (known !== undefined) return use(known)
  const descriptor = openSync(file, 'r')
  try {
    return use(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** The first bytes of a file, without waiting for the disk. @returns fewer when the file is shorter. */
export async function firstBytes(file: string, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length)
  const known = held.get(file)
  if (known !== undefined) {
    const { bytesRead } = await promisify(read)(known, bytes, 0, length, 0)
    return bytes.subarray(0, bytesRead)
  }
  const handle = await open(file, 'r')
  try {
    const { bytesRead } = await handle.read(bytes, 0, length, 0)
    return bytes.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}
