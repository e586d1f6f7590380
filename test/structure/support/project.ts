import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkout } from '../../../scripts/support/paths.mjs'

/** Files by their path in the checkout, with `/` on every system: what the checks look at, real or made up. */
export type Files = ReadonlyMap<string, string>

const generated = new Set(['node_modules', '.git', 'out', 'dist', 'test-results', 'playwright-report'])
const text =
  /\.(ts|tsx|mjs|js|json|css|html|svg|md|yml|yaml|sh|csv)$|(^|\/)(run|\.[a-z]+rc|\.gitignore|LICENSE)$/
const code = /\.(ts|tsx|mjs)$/

/** Every text file of the checkout that is written by hand. */
export function projectFiles(): Files {
  return new Map(pathsIn('').map((path) => [path, readFileSync(join(checkout, path), 'utf8')]))
}

/** Those that are code. */
export function codeOf(files: Files): Files {
  return new Map([...files].filter(([path]) => code.test(path)))
}

function pathsIn(folder: string): string[] {
  return readdirSync(join(checkout, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (entry.isDirectory()) return generated.has(entry.name) ? [] : pathsIn(path)
    return entry.isFile() && text.test(path) ? [path] : []
  })
}
