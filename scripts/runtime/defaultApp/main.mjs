// Stands in for the default app that a plain Electron distribution carries and the fallback lacks:
// it makes `electron <folder>` open the app in that folder.
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

/** The two that Electron keeps for its own default app, and so leaves out of its types. */
const own = /** @type {{ setAppPath(path: string): void, setVersion(version: string): void }} */ (
  /** @type {unknown} */ (app)
)
const words = process.argv.slice(1)
/** @type {string[]} */
const preloaded = []
let folder = null
while (words.length > 0 && folder === null) {
  const word = words.shift() ?? ''
  if (word === '-r' || word === '--require') preloaded.push(words.shift() ?? '')
  else if (!word.startsWith('-')) folder = resolve(word)
}

const description = folder === null ? null : join(folder, 'package.json')
if (folder === null || description === null || !existsSync(description)) {
  process.stderr.write('Name the folder of an app: electron <folder>\n')
  app.exit(1)
} else {
  const { name, productName, version, main = 'index.js' } = JSON.parse(readFileSync(description, 'utf8'))
  app.setName(productName ?? name ?? 'Electron')
  own.setAppPath(folder)
  if (version) own.setVersion(version)
  Object.defineProperty(process, 'defaultApp', { value: true, configurable: true, enumerable: true })
  const require = createRequire(description)
  for (const module of preloaded) require(module)
  await import(pathToFileURL(join(folder, main)).href)
}
