import { fileExtension } from '../names'

/** What services call the one of two that they could not join, in the languages that they speak. */
const words = /conflict|konflikt|conflit|конфликт|競合|冲突|衝突/i

/** As they name Windows computers, unless somebody named them. */
const machine = /^-(DESKTOP|LAPTOP|WIN)-[A-Z0-9]{5,}(-\d+)?$/i

/**
 * Which of the names in a folder are copies of a program file that a service made as two computers had changed it.
 *
 * - Dropbox, Nextcloud, ownCloud: `Spring (Anna's conflicted copy 2026-11-20).coppice`
 * - Syncthing: `Spring.sync-conflict-20261120-101112-ABCDEFG.coppice`
 * - OneDrive: `Spring-DESKTOP-4F7K2Q1.coppice`, with the name of the computer
 * - Google Drive, iCloud Drive: `Spring (1).coppice`, `Spring 2.coppice`
 *
 * @param synced whether a service keeps the folder: a number alone makes no conflict anywhere else
 */
export function conflictCopiesOf(
  fileName: string,
  names: readonly string[],
  { synced, hostname }: { synced: boolean; hostname: string },
): string[] {
  const stem = withoutExtension(fileName)
  return names
    .filter((name) => name !== fileName && name.endsWith(fileExtension) && name.startsWith(stem))
    .filter((name) => {
      const added = withoutExtension(name).slice(stem.length)
      if (/^[ ._(-]/.test(added) && words.test(added)) return true
      if (!synced) return false
      return machine.test(added) || isOf(added, hostname) || /^ ?\(\d{1,2}\)$|^ [2-9]$/.test(added)
    })
    .toSorted()
}

function isOf(added: string, hostname: string): boolean {
  return hostname !== '' && added.replace(/-\d+$/, '').toLowerCase() === `-${hostname}`.toLowerCase()
}

function withoutExtension(name: string): string {
  return name.endsWith(fileExtension) ? name.slice(0, -fileExtension.length) : name
}
