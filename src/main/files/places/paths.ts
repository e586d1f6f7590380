import { posix, win32 } from 'node:path'
import type { Probes } from './probes'

/** The rules for paths on the computer that is asked. */
export function pathsOf({ platform }: Probes): typeof posix {
  return platform === 'win32' ? win32 : posix
}

/** Whether a folder is another one or lies in it. Windows and macOS make no difference between great and small letters. */
export function isInside(folder: string, outer: string, probes: Probes): boolean {
  if (outer === '') return false
  const paths = pathsOf(probes)
  const cased = (path: string) => (probes.platform === 'linux' ? path : path.toLowerCase())
  const way = paths.relative(cased(outer), cased(folder))
  return way === '' || (way !== '..' && !way.startsWith(`..${paths.sep}`) && !paths.isAbsolute(way))
}

/** A folder and all that it lies in, the nearest first. */
export function withAncestors(folder: string, probes: Probes): string[] {
  const { dirname } = pathsOf(probes)
  const above = dirname(folder)
  return above === folder ? [folder] : [folder, ...withAncestors(above, probes)]
}
