import { spawnSync } from 'node:child_process'

/**
 * The flags that Electron needs on this machine, and none elsewhere.
 * @param {{ virtual: boolean }} display
 * @returns {string[]}
 */
export function electronFlags(display) {
  return [
    ...(sandboxImpossible() ? ['--no-sandbox'] : []),
    // Without a screen there is no graphics card either; Chromium's complaints about the missing desktop say nothing.
    ...(display.virtual ? ['--disable-gpu', '--log-level=3'] : []),
  ]
}

/**
 * Chromium's sandbox refuses to run as root, and needs a system that lets a person make namespaces, which
 * containers and some distributions do not. Tried with the system's own tool.
 */
function sandboxImpossible() {
  if (process.platform !== 'linux') return false
  if (process.getuid?.() === 0) return true
  const { status } = spawnSync('unshare', ['--user', '--map-root-user', '--pid', '--net', '--fork', 'true'])
  return status !== null && status !== 0
}
