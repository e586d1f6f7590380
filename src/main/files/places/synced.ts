import { isInside, pathsOf, withAncestors } from './paths'
import type { Probes } from './probes'

interface Root {
  folder: string
  service: string
}

/** What services of synchronisation leave in the topmost folder that they keep. */
const marks: readonly [mark: RegExp, service: string][] = [
  [/^\.dropbox(\.cache)?$/, 'Dropbox'],
  // A file of this name lies in each library of OneDrive and SharePoint.
  [/^\.849C9593-D756-4E56-8D6E-42412F2A707B$/i, 'OneDrive'],
  // In mirrored folders and in those that are backed up; the last one at the top of the mounted drive.
  [/^\.tmp\.drive(down|up)load$|^\.shortcut-targets-by-id$/, 'Google Drive'],
  // The journals of the client of ownCloud, which Nextcloud's came from.
  [/^\._?sync_.*\.db$|^\.csync_journal\.db$|^\.nextcloudsync\.log$/, 'Nextcloud'],
  [/^\.owncloudsync\.log$/, 'ownCloud'],
  [/^\.stfolder$/, 'Syncthing'],
]

/** How the folders below `Library/CloudStorage` begin; what follows is the account. */
const providers: Readonly<Record<string, string>> = {
  GoogleDrive: 'Google Drive',
  ProtonDrive: 'Proton Drive',
  iCloudDrive: 'iCloud Drive',
}

/** Somebody keeps this folder somewhere else as well; nobody said who. */
const somebody = 'a cloud service'

/**
 * The service that keeps a folder the same on several computers, by what it or the system says of it, never by the
 * name of the folder alone.
 *
 * @param folder where it really is
 * @returns null when none is known to
 */
export async function syncedBy(folder: string, probes: Probes): Promise<string | null> {
  const all = withAncestors(folder, probes)
  for (const root of await rootsOf(probes)) {
    if (isInside(folder, await probes.real(root.folder), probes)) return root.service
  }
  const byProvider = providerOf(folder, probes)
  if (byProvider !== null) return byProvider
  for (const one of all) {
    const names = await probes.names(one)
    const found = marks.find(([mark]) =>
      names.some((name) => mark.test(name) && !isSettings(one, name, probes)),
    )
    if (found) return found[1]
  }
  return probes.platform === 'darwin' ? byAttribute(folder, all, probes) : null
}

/** Dropbox keeps its settings in the home folder under the name of its mark. */
function isSettings(folder: string, name: string, probes: Probes): boolean {
  return name === '.dropbox' && isInside(probes.home, folder, probes)
}

/** The folders that services and the system name themselves. */
async function rootsOf(probes: Probes): Promise<Root[]> {
  const { platform, home, environment } = probes
  const { join } = pathsOf(probes)
  const dropbox = await dropboxRoots(probes)
  if (platform !== 'win32') return dropbox
  const named = ['OneDrive', 'OneDriveCommercial', 'OneDriveConsumer'].map((name) => environment[name])
  return [
    ...registeredRoots(await probes.syncRoots()),
    ...dropbox,
    ...named.map((folder) => ({ folder: folder ?? '', service: 'OneDrive' })),
    // Apple's client has this place and no other.
    { folder: join(home, 'iCloudDrive'), service: 'iCloud Drive' },
    ...(await boxRoots(probes)),
  ].filter(({ folder }) => folder !== '')
}

/** `info.json` is Dropbox's own word for programs on where its folders are. */
async function dropboxRoots(probes: Probes): Promise<Root[]> {
  const { platform, home, environment } = probes
  const { join } = pathsOf(probes)
  const places =
    platform === 'win32'
      ? [environment.APPDATA, environment.LOCALAPPDATA].flatMap((data) =>
          data ? [join(data, 'Dropbox')] : [],
        )
      : [join(home, '.dropbox')]
  const texts = await Promise.all(places.map((place) => probes.text(join(place, 'info.json'))))
  return texts.flatMap((text) => dropboxPaths(text)).map((folder) => ({ folder, service: 'Dropbox' }))
}

/** An account (`personal`, `business`) each, with its `path`. */
function dropboxPaths(text: string | null): string[] {
  try {
    const accounts: unknown = JSON.parse(text ?? '{}')
    return Object.values(accounts ?? {}).flatMap((account: unknown) =>
      account !== null && typeof account === 'object' && 'path' in account && typeof account.path === 'string'
        ? [account.path]
        : [],
    )
  } catch {
    return []
  }
}

/** Box Drive has one place; whether it is installed, its data tell. */
async function boxRoots(probes: Probes): Promise<Root[]> {
  const { home, environment } = probes
  const { join } = pathsOf(probes)
  const data = environment.LOCALAPPDATA
  const isThere = data !== undefined && (await probes.names(join(data, 'Box'))).includes('Box')
  return isThere ? [{ folder: join(home, 'Box'), service: 'Box' }] : []
}

/**
 * `…\SyncRootManager\OneDrive!S-1-5-21…!Personal\UserSyncRoots`, and below it the folder by the user's number: whoever
 * synchronises by the means of Windows is in this list.
 */
function registeredRoots(printed: string): Root[] {
  const roots: Root[] = []
  let service: string | null = null
  for (const line of printed.split(/\r?\n/)) {
    const key = /^HKEY_.*\\SyncRootManager\\([^!\\]+)[^\\]*\\UserSyncRoots$/.exec(line)
    if (line.startsWith('HKEY_')) service = key?.[1] ?? null
    const folder = /^\s+\S+\s+REG_(?:EXPAND_)?SZ\s+(.+?)\s*$/.exec(line)?.[1]
    if (service !== null && folder !== undefined) roots.push({ folder, service: spaced(service) })
  }
  return roots
}

/** macOS has one place for all who synchronise by its means, and iCloud Drive one of its own. */
function providerOf(folder: string, probes: Probes): string | null {
  if (probes.platform !== 'darwin') return null
  const { join, relative, sep } = pathsOf(probes)
  const storage = join(probes.home, 'Library', 'CloudStorage')
  if (isInside(folder, storage, probes))
    return spaced(relative(storage, folder).split(sep)[0]?.split('-')[0] ?? '')
  return isInside(folder, join(probes.home, 'Library', 'Mobile Documents'), probes) ? 'iCloud Drive' : null
}

function spaced(name: string): string {
  return providers[name] ?? (name === '' ? somebody : name)
}

/** The desktop and the documents stay where they are when iCloud takes them over; macOS marks them. */
async function byAttribute(folder: string, all: readonly string[], probes: Probes): Promise<string | null> {
  const attributes = await probes.attributes(all.filter((one) => isInside(one, probes.home, probes)))
  if (attributes.includes('com.apple.icloud.desktop')) return 'iCloud Drive'
  if (!attributes.includes('com.apple.file-provider-domain-id')) return null
  const { join } = pathsOf(probes)
  const ofApple = ['Desktop', 'Documents'].some((name) => isInside(folder, join(probes.home, name), probes))
  return ofApple ? 'iCloud Drive' : somebody
}
