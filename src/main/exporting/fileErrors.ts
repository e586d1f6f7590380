import { basename, dirname } from 'node:path'
import { AppError, type ErrorCode } from '@shared/errors'

interface Telling {
  code: ErrorCode
  sentence(file: string, folder: string): string
}

const noRoom: Telling = {
  code: 'disk-full',
  sentence: (file) =>
    `The disk is full, so “${file}” was not written. Free some room or choose another folder, then try again.`,
}
const notAllowed: Telling = {
  code: 'read-only',
  sentence: (file, folder) =>
    `“${file}” was not written, as nothing may be written there. Choose another folder than “${folder}”.`,
}
const noFolder: Telling = {
  code: 'file-not-found',
  sentence: (file, folder) =>
    `“${file}” was not written, as the folder “${folder}” does not exist. Choose another folder.`,
}
const inUse: Telling = {
  code: 'file-in-use',
  sentence: (file) => `“${file}” is open in another program. Close it there, or choose another name.`,
}
const isFolder: Telling = {
  code: 'file-exists',
  sentence: (file) => `“${file}” is the name of a folder. Choose another name.`,
}
const badName: Telling = {
  code: 'invalid-input',
  sentence: (file) => `A file cannot have the name “${file}”. Choose a shorter or simpler one.`,
}
const brokenDisk: Telling = {
  code: 'disk-error',
  sentence: (file) => `The disk reported an error, so “${file}” was not written. Try another folder or disk.`,
}

const tellings: Record<string, Telling> = {
  ENOSPC: noRoom,
  EDQUOT: noRoom,
  EFBIG: noRoom,
  EACCES: notAllowed,
  EPERM: notAllowed,
  EROFS: notAllowed,
  ENOENT: noFolder,
  ENOTDIR: noFolder,
  EBUSY: inUse,
  ETXTBSY: inUse,
  EISDIR: isFolder,
  EEXIST: isFolder,
  ENAMETOOLONG: badName,
  EINVAL: badName,
}

/**
 * What went wrong with writing a file, as it is told. An error that does not come from the file system is
 * given back as it is.
 */
export function writingError(thrown: unknown, target: string): unknown {
  if (thrown instanceof AppError || !(thrown instanceof Error) || !('code' in thrown)) return thrown
  const { code } = thrown
  if (typeof code !== 'string' || !('syscall' in thrown)) return thrown
  const { code: told, sentence } = tellings[code] ?? brokenDisk
  return new AppError(told, sentence(basename(target), dirname(target)))
}
