import { dirname, sep } from 'node:path'
import { nameOf, shortPath } from './names'

/**
 * What program files are called in a list: by name, and by as much of their folder as tells them from others of the
 * same name.
 */
export function recentLabels(paths: readonly string[]): string[] {
  return paths.map((path) => {
    const name = nameOf(path)
    const others = paths.filter((other) => other !== path && nameOf(other) === name)
    if (others.length === 0) return name
    const folder = shortPath(dirname(path))
    const parts = folder.split(sep)
    for (let count = 1; count < parts.length; count++) {
      const end = parts.slice(-count).join(sep)
      if (others.every((other) => !endsIn(dirname(other), end))) return `${name} – ${end}`
    }
    return `${name} – ${folder}`
  })
}

function endsIn(folder: string, end: string): boolean {
  return shortPath(folder) === end || folder.endsWith(`${sep}${end}`)
}
