import { spawnSync } from 'node:child_process'
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a process has to be started with to see a small disk of its own at a folder; gone when it ends. */
export interface SmallDisk {
  /** For `LineProcess`. */
  wrapper: string[]
  /** The disk as the process sees it. */
  seenBy(pid: number): SeenDisk
}

/**
 * @param folder an empty folder, where the disk is to be
 * @param megabytes its size
 * @returns null where nobody may mount one
 */
export function smallDisk(folder: string, megabytes: number): SmallDisk | null {
  if (process.platform !== 'linux') return null
  const mounting = `mount -t tmpfs -o size=${megabytes}m tmpfs "$0" && exec "$@"`
  const wrapper = [...unsharing(), 'sh', '-c', mounting, folder]
  const [command = '', ...words] = wrapper
  if (spawnSync(command, [...words, 'true']).status !== 0) return null
  return { wrapper, seenBy: (pid) => new SeenDisk(join('/proc', `${pid}`, 'root', folder)) }
}

/** Mounts of a process's own: nobody else sees them, and nothing has to be unmounted. */
function unsharing(): string[] {
  return process.getuid?.() === 0
    ? ['unshare', '--mount']
    : ['unshare', '--user', '--map-root-user', '--mount']
}

/** A disk that only another process has mounted, looked at from outside. */
export class SeenDisk {
  private fillers = 0

  constructor(private readonly folder: string) {}

  get names(): string[] {
    return readdirSync(this.folder).filter((name) => !name.startsWith('filler'))
  }

  /** Writes until nothing more goes onto the disk, but for so many bytes. */
  fill(leave = 0): void {
    const kept = join(this.folder, 'filler-kept')
    writeFileSync(kept, Buffer.alloc(leave))
    for (let bytes = 1024 * 1024; bytes >= 1; ) {
      try {
        writeFileSync(join(this.folder, `filler${++this.fillers}`), Buffer.alloc(bytes))
      } catch {
        // The last one has taken what it could of the rest.
        bytes = Math.floor(bytes / 16)
      }
    }
    rmSync(kept)
  }

  /** Gives back what was filled. */
  free(): void {
    for (const name of readdirSync(this.folder))
      if (name.startsWith('filler')) rmSync(join(this.folder, name))
  }
}
