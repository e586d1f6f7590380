import { SetupError } from '../support/say.mjs'
import { ensureSystem } from '../support/system.mjs'
import { introduceFallback, prepareFallback } from './fallback.mjs'
import { installOfficial } from './official.mjs'
import { fallbackExists } from './recipe.mjs'
import { resolveRuntime } from './resolve.mjs'

/**
 * An Electron that can be started, fetched or prepared where there is none yet, with the system
 * libraries it needs. `COPPICE_RUNTIME=official` forbids the fallback.
 * @returns {Promise<import('./resolve.mjs').Runtime>}
 */
export async function ensureRuntime() {
  const runtime = resolveRuntime() ?? (await installOfficial()) ?? (await fallback())
  if (runtime.fallback) introduceFallback()
  await ensureSystem(runtime.executable)
  return runtime
}

function fallback() {
  if (fallbackExists && process.env.COPPICE_RUNTIME !== 'official') return prepareFallback()
  throw new SetupError(
    'Electron could not be fetched. Connect to the internet, or name a mirror in ELECTRON_MIRROR or an unpacked ' +
      'Electron in ELECTRON_OVERRIDE_DIST_PATH, and start again.',
  )
}
