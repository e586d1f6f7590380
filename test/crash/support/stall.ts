import { spawnSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A folder that can be made to stall, for processes that are started with its environment. */
export interface StallingFolder {
  environment: Record<string, string>
  stall(): void
  answer(): void
}

/**
 * @param folder what stalls
 * @param beside a folder that does not, for what this needs
 * @returns null where there is no compiler, or none of Linux.
 */
export function stallingFolder(folder: string, beside: string): StallingFolder | null {
  if (process.platform !== 'linux') return null
  const library = join(beside, 'stall.so')
  const source = join(import.meta.dirname, 'stall.c')
  const made = spawnSync('gcc', ['-shared', '-fPIC', '-O1', '-o', library, source, '-ldl'])
  if (made.status !== 0) return null
  const flag = join(beside, 'stalls')
  return {
    environment: { LD_PRELOAD: library, STALL_FOLDER: folder, STALL_FLAG: flag },
    stall: () => writeFileSync(flag, ''),
    answer: () => rmSync(flag, { force: true }),
  }
}
