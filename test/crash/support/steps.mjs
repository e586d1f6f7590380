// Loaded into a process by `--import`, in each of its threads: counts what is done to files, and ends the process, as a
// power cut would, right after the step that STEPS_END names. Each step adds one byte to the file STEPS_COUNT; with
// STEPS_OF, a folder, nothing ends, and each step adds a line instead: a digest of all files in it as they are then.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import promises from 'node:fs/promises'
import { createRequire, syncBuiltinESMExports } from 'node:module'
import { join } from 'node:path'

const { STEPS_COUNT: counter, STEPS_END: end, STEPS_OF: folder } = process.env
const { appendFileSync, readdirSync, readFileSync, statSync } = fs

/** @param {string} file */
function step(file) {
  appendFileSync(file, folder === undefined ? '.' : `${digest(folder)}\n`)
  if (folder === undefined && statSync(file).size === Number(end)) process.kill(process.pid, 'SIGKILL')
}

/** @param {string} folder */
function digest(folder) {
  const hash = createHash('sha256')
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    hash.update(`${path}\n`)
    if (entry.isFile()) hash.update(readFileSync(path))
  }
  return hash.digest('hex')
}

/**
 * @param {string} file
 * @param {any} owner
 * @param {readonly string[]} names of its functions that are steps
 */
function count(file, owner, names) {
  for (const name of names) {
    const real = owner[name]
    /** @this {unknown} @param {unknown[]} given */
    owner[name] = function counted(...given) {
      const done = real.apply(this, given)
      // Taking a lock is no part of what is done to the file.
      if (`${given[0]}`.includes('-lock')) return done
      if (done instanceof Promise) return done.finally(() => step(file))
      step(file)
      return done
    }
  }
}

if (counter !== undefined) {
  const handle = await promises.open(counter, 'a')
  count(counter, Object.getPrototypeOf(handle), ['sync', 'writeFile'])
  await handle.close()
  count(counter, promises, ['copyFile', 'link', 'mkdir', 'rename', 'rm'])
  count(counter, fs, ['fsyncSync', 'rmSync', 'writeSync'])
  syncBuiltinESMExports()

  /** @type {any} */
  const Database = createRequire(import.meta.url)('better-sqlite3-multiple-ciphers')
  count(counter, Database.prototype, ['close'])
  const { prepare } = Database.prototype
  /** @this {unknown} @param {string} sql */
  Database.prototype.prepare = function prepared(sql) {
    const statement = prepare.call(this, sql)
    if (sql.startsWith('VACUUM')) count(counter, statement, ['run'])
    return statement
  }
}
