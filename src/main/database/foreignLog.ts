import { rename, rm, stat } from 'node:fs/promises'

/**
 * A program file and the log beside it belong together: SQLite takes any log that lies beside a file for the file's
 * own, and would put pages of one file into another. While a file is open, its lock says which file and which log
 * these are. When a crash has left the log, and the file was replaced since, the log is not the new file's.
 */
interface Pair {
  file: string
  log: string | null
}

/** What the lock keeps of an open file. */
export async function pairOf(file: string): Promise<string> {
  const pair: Pair = { file: (await numberOf(file)) ?? '', log: await numberOf(`${file}-wal`) }
  return JSON.stringify(pair)
}

/**
 * Before a file is opened: sets a log aside that is of another file.
 * @param left what the lock of a crashed run keeps
 */
export async function setForeignLogAside(file: string, left: string): Promise<void> {
  const { file: crashed, log } = JSON.parse(left) as Pair
  const now = { file: await numberOf(file), log: await numberOf(`${file}-wal`) }
  // Were both others, somebody has copied them together.
  if (now.file === null || now.file === crashed || now.log === null || now.log !== log) return
  await rename(`${file}-wal`, `${file}-wal-of-another-file`)
  await rm(`${file}-shm`, { force: true })
}

/**
 * After a file was closed that was no longer at its place: SQLite leaves the log there then. An empty one, and one
 * whose file is gone for good, must not wait for the next file of that name.
 */
export async function removeOrphanedLog(file: string, pair: string, fileIsGone: boolean): Promise<void> {
  const { log } = JSON.parse(pair) as Pair
  const there = await stat(`${file}-wal`).catch(() => null)
  if (log === null || !there || (await numberOf(`${file}-wal`)) !== log) return
  if (there.size > 0 && !fileIsGone) return
  await rm(`${file}-wal`, { force: true })
  await rm(`${file}-shm`, { force: true })
}

/** What tells a file from every other on this computer. @returns null when there is none. */
async function numberOf(path: string): Promise<string | null> {
  const found = await stat(path, { bigint: true }).catch(() => null)
  return found && `${found.dev}:${found.ino}`
}
