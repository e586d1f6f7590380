import { readFileSync } from 'node:fs'

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

/** Chromium's sandbox refuses to run as root, and needs a kernel that lets a person make namespaces. */
function sandboxImpossible() {
  if (process.platform !== 'linux') return false
  if (process.getuid?.() === 0) return true
  return (
    kernelSetting('kernel/unprivileged_userns_clone') === '0' ||
    kernelSetting('kernel/apparmor_restrict_unprivileged_userns') === '1' ||
    kernelSetting('user/max_user_namespaces') === '0'
  )
}

/** @param {string} name */
function kernelSetting(name) {
  try {
    return readFileSync(`/proc/sys/${name}`, 'utf8').trim()
  } catch {
    return null
  }
}
