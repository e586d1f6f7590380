import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { placeInDistribution } from '../../../scripts/runtime/fallback.mjs'
import { addonFolder, distributionFolder, fallbackExists } from '../../../scripts/runtime/recipe.mjs'
import { preparedFallback, resolveRuntime, runtimeEnvironment } from '../../../scripts/runtime/resolve.mjs'
import { cacheFolder } from '../../../scripts/support/paths.mjs'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'coppice-runtime-'))
  vi.stubEnv('COPPICE_CACHE', folder)
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

function put(path: string, text = '') {
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, text)
}

test('the cache is where COPPICE_CACHE says', () => {
  expect(cacheFolder()).toBe(folder)
})

test.runIf(fallbackExists)('the fallback counts only when Electron and its addon are both there', () => {
  expect(preparedFallback()).toBeNull()
  put(join(distributionFolder(), 'electron'))
  expect(preparedFallback()).toBeNull()
  put(join(addonFolder(), 'better_sqlite3.node'))
  expect(preparedFallback()).toMatchObject({ fallback: true, distribution: distributionFolder() })
})

test.runIf(fallbackExists)('COPPICE_RUNTIME=official leaves a prepared fallback alone', () => {
  put(join(distributionFolder(), 'electron'))
  put(join(addonFolder(), 'better_sqlite3.node'))
  vi.stubEnv('COPPICE_RUNTIME', 'official')
  expect(preparedFallback()).toBeNull()
})

test.runIf(process.platform === 'linux')('an Electron that the person names comes first', () => {
  const own = join(folder, 'own')
  put(join(own, 'electron'))
  put(join(own, 'version'), 'v46.0.0\n')
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', own)
  const runtime = {
    executable: join(own, 'electron'),
    distribution: own,
    nativeBinding: null,
    fallback: false,
  }
  expect(resolveRuntime()).toEqual({ ...runtime, version: '46.0.0' })
})

test('the app is told of an addon only where the stock one does not serve', () => {
  const runtime = { executable: 'electron', distribution: '', fallback: true, version: '33.2.1' }
  expect(runtimeEnvironment({ ...runtime, nativeBinding: 'x.node' })).toMatchObject({
    COPPICE_SQLITE_BINDING: 'x.node',
    ELECTRON_MAJOR_VER: '33',
  })
  expect(runtimeEnvironment({ ...runtime, nativeBinding: null })).not.toHaveProperty('COPPICE_SQLITE_BINDING')
})

test.each([
  ['Cypress/Cypress', 'electron'],
  ['Cypress/icudtl.dat', 'icudtl.dat'],
  ['Cypress/locales/de.pak', 'locales/de.pak'],
  ['Cypress/resources/app/index.js', null],
  ['Cypress/resources/app-update.yml', null],
  ['Cypress/browser_v8_context_snapshot.bin', null],
  ['Cypress/../../outside', null],
  ['elsewhere/file', null],
])('of the archive, %s becomes %s', (name, place) => {
  expect(placeInDistribution(name)).toBe(place)
})
