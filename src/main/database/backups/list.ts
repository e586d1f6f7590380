import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { type BackupState, type Position, parseBackupName, samePosition } from '@shared/domain/backups'
import { headerOf } from '../engine/header'
import { newestVersion } from '../migrations/newest'
import { type Recorded, readFacts } from './facts'

/** One backup as its folder has it. */
export interface Backup extends Recorded {
  path: string
  state: BackupState
}

/**
 * The backups in a folder, the newest first, by what is written down about them and by their sizes; no file is read
 * through. None when there is no folder.
 */
export async function listFolder(folder: string): Promise<Backup[]> {
  const [{ backups: known, program }, names] = await Promise.all([
    readFacts(folder),
    readdir(folder).catch((): string[] => []),
  ])
  const found = names
    .filter((name) => parseBackupName(name) !== null)
    .map(async (name): Promise<Backup | null> => {
      const path = join(folder, name)
      const file = await stat(path).catch(() => null)
      if (!file?.isFile()) return null
      const told = known.find((one) => one.name === name)
      const facts = told ? sized(told, file.size) : await unknown(path, name, file)
      return { ...facts, path, state: stateOf(facts, program) }
    })
  const backups = (await Promise.all(found)).filter((backup) => backup !== null)
  return backups.toSorted((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0))
}

/** Any file as a backup, by what its folder says of it or else by itself. @throws an error of the disk */
export async function backupAt(path: string): Promise<Backup> {
  const listed = (await listFolder(dirname(path))).find((backup) => backup.path === path)
  if (listed) return listed
  const facts = await unknown(path, basename(path), await stat(path))
  return { ...facts, path, state: stateOf(facts, null) }
}

function stateOf(facts: Recorded, program: string | null): BackupState {
  if (facts.damaged) return 'damaged'
  if (facts.version > newestVersion) return 'newer'
  if (facts.program !== null && program !== null && facts.program !== program) return 'other'
  return facts.verifiedAt === null ? 'unverified' : 'good'
}

function sized(told: Recorded, bytes: number): Recorded {
  return told.bytes === bytes
    ? told
    : { ...told, bytes, damaged: true, problem: 'It has another size than when it was written.' }
}

/** A file that nothing is written down about: its name and its header tell what they can. */
async function unknown(path: string, name: string, file: { size: number; mtime: Date }): Promise<Recorded> {
  const told = parseBackupName(name)
  const header = await headerOf(path).catch(() => null)
  return {
    name,
    at: (told?.made ?? file.mtime).toISOString(),
    reason: told?.reason ?? null,
    bytes: file.size,
    sha256: null,
    version: header?.version ?? 0,
    program: null,
    newest: null,
    counts: null,
    verifiedAt: null,
    damaged: header === null,
    problem: header === null ? 'It is not a program file, or it is damaged from its first bytes.' : null,
  }
}

/** The good backup that holds everything up to that command and nothing after it; the newest, where there are several. */
export function holding(backups: readonly Backup[], newest: Position | null): Backup | undefined {
  return backups.find(
    ({ state, newest: last, counts }) => state === 'good' && counts !== null && samePosition(last, newest),
  )
}
