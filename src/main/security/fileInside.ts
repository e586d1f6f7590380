import { isAbsolute, join, relative } from 'node:path'

/**
 * @returns the file that a path of the scheme means, or null when it lies outside the folder. Decoded once; what is
 * still encoded after that is part of a name.
 */
export function fileInside(folder: string, pathname: string): string | null {
  let decoded: string
  try {
    decoded = decodeURIComponent(pathname === '/' ? '/index.html' : pathname)
  } catch {
    return null
  }
  if (decoded.includes('\0')) return null
  const path = join(folder, decoded)
  const inside = relative(folder, path)
  return inside === '' || inside.startsWith('..') || isAbsolute(inside) ? null : path
}
