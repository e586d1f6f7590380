import { isInside } from './paths'
import type { Probes } from './probes'

interface Mount {
  source: string
  folder: string
  type: string
}

/** File systems whose files are on another computer, or shared with one. */
const far =
  /^(nfs4?|cifs|smb3?|smbfs|afpfs|webdav|davfs|ncpfs|afs|9p|ceph|lustre|gpfs|vboxsf|prl_fs|macfuse|osxfuse|fuse\.(sshfs|rclone|gvfsd-fuse|glusterfs|vmhgfs-fuse|davfs2?|s3fs|onedriver|google-drive-ocamlfuse))$/

/**
 * Whether a folder is on another computer. SQLite's log beside the file asks for memory that all who have the file
 * open share, so all of them have to be on one computer (https://sqlite.org/wal.html); and what a network drive
 * acknowledges is not always on a disk.
 *
 * @param folder where it really is: Windows gives a drive that stands for a share as the share then
 */
export async function isFar(folder: string, probes: Probes): Promise<boolean> {
  if (probes.platform === 'win32') return /^\\\\(?![?.]\\)/.test(folder)
  return far.test((await mountOf(folder, probes))?.type ?? '')
}

/** pCloud has no folder but a file system, which says whose it is. */
export async function isPcloud(folder: string, probes: Probes): Promise<boolean> {
  return probes.platform !== 'win32' && (await mountOf(folder, probes))?.source === 'pCloud.fs'
}

async function mountOf(folder: string, probes: Probes): Promise<Mount | undefined> {
  const text = await probes.mounts()
  const mounts = text.split('\n').flatMap((line) => mountIn(line, probes))
  // Of two at one place the later one hides the earlier.
  return mounts
    .filter((mount) => isInside(folder, mount.folder, probes))
    .toSorted((one, other) => one.folder.length - other.folder.length)
    .at(-1)
}

/** Linux: `server:/share /mnt/share nfs4 rw 0 0`. macOS: `//anna@server/share on /Volumes/share (smbfs, nodev)`. */
function mountIn(line: string, { platform }: Probes): Mount[] {
  const found =
    platform === 'linux' ? /^(\S+) (\S+) (\S+) /.exec(line) : /^(.+?) on (.+) \(([^,)]+)[,)]/.exec(line)
  const [, source, folder, type] = found ?? []
  if (source === undefined || folder === undefined || type === undefined) return []
  return [{ source, folder: platform === 'linux' ? unescaped(folder) : folder, type }]
}

/** Spaces and the like are written by their numbers there: `\040`. */
function unescaped(path: string): string {
  return path.replace(/\\(\d{3})/g, (_all, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)))
}
