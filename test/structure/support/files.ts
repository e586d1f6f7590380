import { hasDefaultExport } from './imports'
import { codeOf, type Files } from './project'

/** Tools that load a configuration by its default export. */
const configuration = /^[\w-]+\.config\.(ts|mjs)$/

export function defaultExports(files: Files): string[] {
  return [...codeOf(files)]
    .filter(([path, source]) => !configuration.test(path) && hasDefaultExport(path, source))
    .map(([path]) => path)
}

/** Code files with more lines than that. */
export function longFiles(files: Files, most: number): string[] {
  return [...codeOf(files)].flatMap(([path, source]) => {
    const lines = source.replace(/\n$/, '').split('\n').length
    return lines > most ? [`${path}: ${lines} lines`] : []
  })
}

/** Lines that name a folder that exists on one machine only: those given, and root's and a workspace's. */
export function machinePaths(files: Files, folders: string[]): string[] {
  const own = folders.map((folder) => folder.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const pattern = new RegExp(`(?<![\\w.-])(${[...own, '/(?:root|work)'].join('|')})(/|\\b)`)
  return [...files].flatMap(([path, source]) =>
    source.split('\n').flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}`] : [])),
  )
}
