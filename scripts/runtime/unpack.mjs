import { spawn } from 'node:child_process'
import { createWriteStream, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import yauzl from 'yauzl'

const openZip = /** @type {(file: string, options: yauzl.Options) => Promise<yauzl.ZipFile>} */ (
  promisify(yauzl.open)
)

/**
 * Takes one file out of a .tgz.
 * @param {string} tarball
 * @param {string} entry its name inside
 * @param {string} target where to write it
 */
export async function takeFromTarball(tarball, entry, target) {
  const tar = spawn('tar', ['-xzOf', tarball, entry], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise((resolve, reject) => {
    tar.on('error', reject)
    tar.on('close', (code) => (code === 0 ? resolve(null) : reject(new Error(`tar ended with code ${code}`))))
  })
  await Promise.all([pipeline(tar.stdout, createWriteStream(target)), ended])
}

/**
 * Unpacks the wanted files of a zip; the others are not even read.
 * @param {string} archive
 * @param {string} folder where to
 * @param {(name: string) => string | null} place an entry's name → its path under the folder, null: leave it
 */
export async function unpackZip(archive, folder, place) {
  const zip = await openZip(archive, { lazyEntries: true, autoClose: true })
  const openEntry = promisify(zip.openReadStream.bind(zip))
  await new Promise((resolve, reject) => {
    zip.on('error', reject)
    zip.on('end', resolve)
    zip.on('entry', (entry) => {
      const path = entry.fileName.endsWith('/') ? null : place(entry.fileName)
      if (path === null) {
        zip.readEntry()
        return
      }
      const target = join(folder, path)
      const mode = (entry.externalFileAttributes >>> 16) & 0o777
      mkdirSync(dirname(target), { recursive: true })
      openEntry(entry)
        .then((content) => pipeline(content, createWriteStream(target, { mode: mode || 0o644 })))
        .then(() => zip.readEntry(), reject)
    })
    zip.readEntry()
  })
}
