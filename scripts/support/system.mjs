import { ensureDebianPackages } from './debian.mjs'
import { collect } from './run.mjs'

const libraries = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1']
const virtualDisplay = ['xvfb', 'xauth']

/** Whether windows can only be shown on a display that we make ourselves. */
export const withoutDisplay =
  process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY

/**
 * Makes sure that the system has what Electron links to, and a virtual display where there is no other.
 * @param {string} executable
 */
export async function ensureSystem(executable) {
  if (process.platform !== 'linux') return
  const linked = await collect('ldd', [executable])
  const display = withoutDisplay && (await collect('Xvfb', ['-version'])).code === 127
  const missing = [
    ...(/=> not found/.test(linked.output) ? libraries : []),
    ...(display ? virtualDisplay : []),
  ]
  await ensureDebianPackages(
    display ? 'libraries and a virtual display for Electron' : 'libraries for Electron',
    missing,
  )
}
