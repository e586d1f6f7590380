/**
 * @typedef {object} LockEntry
 * @property {string} [version]
 * @property {string} [resolved]
 * @property {string} [integrity]
 * @property {boolean} [dev]
 * @property {boolean} [optional]
 * @property {boolean} [devOptional]
 * @property {boolean} [peer]
 * @property {string[]} [os]
 * @property {string[]} [cpu]
 * @property {string[]} [libc]
 * @property {Record<string, string>} [optionalDependencies]
 */

/**
 * package-lock.json, as far as it matters here: entries by their path in node_modules.
 * @typedef {{ packages: Record<string, LockEntry> }} Lockfile
 */

const systems = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32']
const processors = ['arm', 'arm64', 'ia32', 'ppc64', 'riscv64', 's390x', 'x64']

/**
 * The optional dependencies that are pinned to a version and have no entry of it.
 * @param {Lockfile} lock
 * @returns {{ dependent: string, name: string, version: string }[]}
 */
export function missingFromLock({ packages }) {
  return Object.entries(packages).flatMap(([dependent, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(
        ([name, version]) => /^\d+\.\d+\.\d+$/.test(version) && found(packages, dependent, name) !== version,
      )
      .map(([name, version]) => ({ dependent, name, version })),
  )
}

/**
 * The lock with an entry for everything that is missing, right below its dependent, where it is in nobody's way.
 * @param {Lockfile} lock
 * @returns {Lockfile}
 */
export function withMissing(lock) {
  const added = missingFromLock(lock).map(({ dependent, name, version }) => {
    const dev = lock.packages[dependent]?.dev
    return [
      `${dependent}/node_modules/${name}`,
      { version, ...(dev ? { dev } : {}), optional: true, ...platformOf(name) },
    ]
  })
  const packages = { ...lock.packages, ...Object.fromEntries(added) }
  const inOrder = Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en'))
  return { ...lock, packages: Object.fromEntries(inOrder) }
}

/**
 * The version that a dependent finds under a name, looking as Node does.
 * @param {Lockfile['packages']} packages
 * @param {string} dependent
 * @param {string} name
 * @returns {string | null}
 */
function found(packages, dependent, name) {
  for (
    let folder = dependent;
    ;
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))
  ) {
    const entry = packages[folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`]
    if (entry) return entry.version ?? null
    if (folder === '') return null
  }
}

/**
 * What the name of such a package says about where it runs: `binding-linux-x64-musl`.
 * @param {string} name
 */
function platformOf(name) {
  const words = name.slice(name.indexOf('/') + 1).split('-')
  const os = words.filter((word) => systems.includes(word))
  const cpu = words.filter((word) => processors.includes(word))
  const libc = os.includes('linux') ? words.filter((word) => /^(gnu|musl)/.test(word)) : []
  return {
    ...(os.length > 0 ? { os } : {}),
    ...(cpu.length > 0 ? { cpu } : {}),
    ...(libc.length > 0 ? { libc: libc.map((word) => (word.startsWith('musl') ? 'musl' : 'glibc')) } : {}),
  }
}
