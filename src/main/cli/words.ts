/** The commands of the command line, as they are typed. */
const commandWords = [
  'new',
  'sample',
  'import',
  'list',
  'search',
  'members',
  'merge-file',
  'changes',
  'activity',
  'network',
  'aliveness',
  'match',
  'due',
  'coverage',
  'export',
  'export-member',
  'report',
  'describe',
  'erase-member',
  'check',
  'backup',
  'backups',
  'restore',
  'salvage',
  'encrypt',
  'decrypt',
  'passphrase',
  'undo',
  'redo',
  'audit',
  'help',
]

/** Asks the app to print, and nothing else; see `printMode`. */
export const printSwitch = '--print-pdf'

const alone: readonly string[] = [...commandWords, '--help', '-h', '--version', '-V']

/** Switches that Chromium and Electron take for themselves, which may stand anywhere. */
const chromium =
  /^--(?:no-sandbox|disable-gpu|disable-dev-shm-usage|headless|enable-logging|log-level|user-data-dir|ozone-platform|ozone-platform-hint|remote-debugging-port|remote-debugging-pipe|inspect|lang|force-device-scale-factor|enable-features|disable-features|js-flags)(?:=|$)/

/**
 * What the app was asked to do without a window.
 *
 * @param words what stands behind the executable's name
 * @returns the words of a command; null for no words at all or the name of a file, which are for the window.
 */
export function commandLineOf(words: readonly string[]): string[] | null {
  const own = words.filter((word) => !chromium.test(word))
  return own[0] !== undefined && alone.includes(own[0]) ? own : null
}
