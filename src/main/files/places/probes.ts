import { execFile } from 'node:child_process'
import { readdir, readFile, realpath } from 'node:fs/promises'
import { homedir, hostname } from 'node:os'
import { promisify } from 'node:util'

/** What is asked of this computer to tell where a folder is. Nothing here throws: what cannot be known is empty. */
export interface Probes {
  platform: NodeJS.Platform
  home: string
  hostname: string
  environment: Readonly<Record<string, string | undefined>>
  /** The names in a folder. */
  names(folder: string): Promise<string[]>
  /** The text of a small file. */
  text(path: string): Promise<string | null>
  /** Where a path really is. */
  real(path: string): Promise<string>
  /** What is mounted where: `/proc/self/mounts` on Linux, what `mount` prints on macOS. */
  mounts(): Promise<string>
  /** macOS: the names of the extended attributes of these folders, all together. */
  attributes(folders: readonly string[]): Promise<string[]>
  /** Windows: the folders that cloud services have registered with the system, as `reg query` prints them. */
  syncRoots(): Promise<string>
}

const syncRootManager = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Explorer\\SyncRootManager'

/** How long one of the system's own commands may take, in milliseconds. */
const patience = 3000

export const probes: Probes = {
  platform: process.platform,
  home: homedir(),
  hostname: hostname(),
  environment: process.env,
  names: (folder) => readdir(folder).catch(() => []),
  text: (path) => readFile(path, 'utf8').catch(() => null),
  real: (path) => realpath(path).catch(() => path),
  mounts: () =>
    process.platform === 'linux'
      ? readFile('/proc/self/mounts', 'utf8').catch(() => '')
      : printed('/sbin/mount', []),
  attributes: async (folders) => (await printed('/usr/bin/xattr', folders)).split(/[\s:]+/),
  syncRoots: () => printed('reg.exe', ['query', syncRootManager, '/s']),
}

async function printed(command: string, words: readonly string[]): Promise<string> {
  try {
    return (await promisify(execFile)(command, words, { timeout: patience, windowsHide: true })).stdout
  } catch {
    return ''
  }
}
