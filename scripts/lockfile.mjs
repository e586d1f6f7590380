// `npm run lockfile`: completes package-lock.json after a dependency was added or raised.
// A registry that carries the packages of some platforms only makes npm leave the others out of the
// lock, and `npm ci` then refuses everywhere. Nothing but what their dependents pin is added.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { entry } from './support/entry.mjs'
import { missingFromLock, withMissing } from './support/lockEntries.mjs'
import { checkout } from './support/paths.mjs'
import { say } from './support/say.mjs'

entry(async () => {
  const file = join(checkout, 'package-lock.json')
  const lock = JSON.parse(readFileSync(file, 'utf8'))
  const missing = missingFromLock(lock)
  if (missing.length > 0) writeFileSync(file, `${JSON.stringify(withMissing(lock), null, 2)}\n`)
  say(`${missing.length} packages of other platforms were missing from package-lock.json.`)
  return 0
})
