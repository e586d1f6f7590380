import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { lookAt } from '@main/files/places/look'
import { type Probes, probes } from '@main/files/places/probes'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

let home: string

beforeEach(() => {
  home = realpathSync(mkdtempSync(join(tmpdir(), 'coppice-places-')))
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

/** Makes files and, where a path ends in a slash, folders below the home folder. */
function make(...paths: string[]): void {
  for (const path of paths) {
    const whole = join(home, path)
    mkdirSync(path.endsWith('/') ? whole : dirname(whole), { recursive: true })
    if (!path.endsWith('/')) writeFileSync(whole, '')
  }
}

/** A computer of another kind, whose folders are the real ones of this test. */
function computer(platform: NodeJS.Platform, others: Partial<Probes> = {}): Probes {
  const here = (path: string) => (platform === 'win32' ? path.replaceAll('\\', '/') : path)
  return {
    ...probes,
    platform,
    home,
    hostname: 'annas-laptop',
    environment: {},
    names: (folder) => probes.names(here(folder)),
    text: (path) => probes.text(here(path)),
    real: (path) => probes.real(here(path)),
    mounts: async () => '/dev/sda1 / ext4 rw 0 0\n/dev/disk1s1 on / (apfs, local)\n',
    attributes: async () => [],
    syncRoots: async () => '',
    ...others,
  }
}

async function serviceOf(folder: string, on: Probes): Promise<string | null> {
  return (await lookAt(join(home, folder, 'Spring.coppice'), on)).service
}

describe('a folder that a service marks', () => {
  test.each([
    ['.dropbox.cache/', 'Dropbox'],
    ['.dropbox', 'Dropbox'],
    ['.849C9593-D756-4E56-8D6E-42412F2A707B', 'OneDrive'],
    ['.tmp.drivedownload/', 'Google Drive'],
    ['.shortcut-targets-by-id/', 'Google Drive'],
    ['.sync_1a2b3c.db', 'Nextcloud'],
    ['._sync_1a2b3c.db', 'Nextcloud'],
    ['.owncloudsync.log', 'ownCloud'],
    ['.stfolder/', 'Syncthing'],
  ])('%s: %s, on every system and however deep', async (mark, service) => {
    make(`kept/${mark}`, 'kept/deep/deeper/', 'beside/')
    for (const platform of ['linux', 'darwin', 'win32'] as const) {
      expect(await serviceOf('kept/deep/deeper', computer(platform)), platform).toBe(service)
      expect(await serviceOf('kept', computer(platform)), platform).toBe(service)
      expect(await serviceOf('beside', computer(platform)), platform).toBeNull()
    }
  })

  test('the folder of Dropbox’s settings does not make the home folder its own', async () => {
    make('.dropbox/', 'Documents/')
    expect(await serviceOf('Documents', computer('linux'))).toBeNull()
  })

  test('a name alone says nothing', async () => {
    make('Dropbox/', 'OneDrive/', 'Google Drive/', 'Box/', 'pCloudDrive/', 'iCloudDrive/')
    for (const folder of ['Dropbox', 'OneDrive', 'Google Drive', 'Box', 'pCloudDrive', 'iCloudDrive'])
      expect(await serviceOf(folder, computer('linux')), folder).toBeNull()
  })
})

describe('a folder that a service or the system names', () => {
  const info = (folder: string) => JSON.stringify({ personal: { path: folder, host: 1 }, team: null })

  test('Dropbox, by its info.json, also behind a link', async () => {
    make('.dropbox/info.json', 'elsewhere/Mine/deep/', 'AppData/Local/Dropbox/info.json', 'other/')
    symlinkSync(join(home, 'elsewhere/Mine'), join(home, 'link'))
    writeFileSync(join(home, '.dropbox/info.json'), info(join(home, 'link')))
    writeFileSync(join(home, 'AppData/Local/Dropbox/info.json'), info(join(home, 'elsewhere/Mine')))
    const windows = computer('win32', { environment: { LOCALAPPDATA: join(home, 'AppData/Local') } })
    for (const on of [computer('linux'), computer('darwin'), windows]) {
      expect(await serviceOf('elsewhere/Mine/deep', on), on.platform).toBe('Dropbox')
      expect(await serviceOf('link', on), on.platform).toBe('Dropbox')
      expect(await serviceOf('other', on), on.platform).toBeNull()
    }
  })

  test.each(['', 'null', '[]', '{"personal": "none"}', '{"personal": {"path": 3}}', '{'])(
    'an info.json that says %j is no word about anything',
    async (text) => {
      make('.dropbox/info.json', 'Documents/')
      writeFileSync(join(home, '.dropbox/info.json'), text)
      expect(await serviceOf('Documents', computer('linux'))).toBeNull()
    },
  )

  test('OneDrive, by its environment, whatever the letters are', async () => {
    make('OneDrive - Acme/Documents/', 'OneDrive - Acme Ltd/')
    const on = computer('win32', { environment: { OneDriveCommercial: join(home, 'onedrive - ACME') } })
    expect(await serviceOf('OneDrive - Acme/Documents', on)).toBe('OneDrive')
    expect(await serviceOf('OneDrive - Acme Ltd', on)).toBeNull()
  })

  test('whoever is registered with Windows', async () => {
    const key = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Explorer\\SyncRootManager'
    const printed = [
      '',
      `${key}\\OneDrive!S-1-5-21-1!Personal`,
      '    DisplayNameResource    REG_SZ    Anna - Personal',
      '    NamespaceCLSID    REG_SZ    {018D5C66-4533-4307-9B53-224DE2ED1FE6}',
      '',
      `${key}\\OneDrive!S-1-5-21-1!Personal\\UserSyncRoots`,
      '    S-1-5-21-1    REG_SZ    C:\\Users\\Anna\\OneDrive',
      '',
      `${key}\\ProtonDrive!S-1-5-21-1!x\\UserSyncRoots`,
      '    S-1-5-21-1    REG_SZ    D:\\My files',
      '',
      'End of search: 3 match(es) found.',
    ].join('\r\n')
    const on = computer('win32', { syncRoots: async () => printed, real: async (path) => path })
    const at = async (file: string) => (await lookAt(file, on)).service
    expect(await at('C:\\Users\\Anna\\OneDrive\\Work\\Spring.coppice')).toBe('OneDrive')
    expect(await at('d:\\my files\\Spring.coppice')).toBe('Proton Drive')
    expect(await at('C:\\Users\\Anna\\Spring.coppice')).toBeNull()
    expect(await at('D:\\Spring.coppice')).toBeNull()
  })

  test('Box and iCloud on Windows, where they are installed', async () => {
    make('Box/Work/', 'iCloudDrive/')
    expect(await serviceOf('Box/Work', computer('win32'))).toBeNull()
    make('AppData/Local/Box/Box/')
    const on = computer('win32', { environment: { LOCALAPPDATA: join(home, 'AppData/Local') } })
    expect(await serviceOf('Box/Work', on)).toBe('Box')
    expect(await serviceOf('iCloudDrive', on)).toBe('iCloud Drive')
  })

  test.each([
    ['Library/CloudStorage/Dropbox/Work', 'Dropbox'],
    ['Library/CloudStorage/OneDrive-Personal', 'OneDrive'],
    ['Library/CloudStorage/GoogleDrive-anna@example.org/My Drive', 'Google Drive'],
    ['Library/CloudStorage/Box-Box', 'Box'],
    ['Library/CloudStorage/ProtonDrive-anna@example.org-folder', 'Proton Drive'],
    ['Library/Mobile Documents/com~apple~CloudDocs/Work', 'iCloud Drive'],
  ])('macOS: %s', async (folder, service) => {
    make(`${folder}/`)
    expect(await serviceOf(folder, computer('darwin'))).toBe(service)
    expect(await serviceOf(folder, computer('linux'))).toBeNull()
  })

  test('macOS: documents that iCloud has taken over stay where they were, with a mark', async () => {
    make('Documents/Work/', 'Other/')
    const taken = (attribute: string) =>
      computer('darwin', {
        attributes: async (folders) => (folders.includes(join(home, 'Documents')) ? [attribute] : []),
      })
    for (const attribute of ['com.apple.icloud.desktop', 'com.apple.file-provider-domain-id']) {
      expect(await serviceOf('Documents/Work', taken(attribute))).toBe('iCloud Drive')
      expect(await serviceOf('Other', taken(attribute))).toBeNull()
    }
  })

  test('pCloud, by its file system', async () => {
    make('pCloudDrive/Work/')
    const mounts = async () => `/dev/sda1 / ext4 rw 0 0\npCloud.fs ${home}/pCloudDrive fuse rw 0 0\n`
    expect(await serviceOf('pCloudDrive/Work', computer('linux', { mounts }))).toBe('pCloud')
  })
})

describe('a network drive', () => {
  const isFar = async (file: string, on: Probes) => (await lookAt(file, on)).far

  test('Linux, by what is mounted nearest', async () => {
    make('share with space/local/', 'sharepoint/')
    const place = `${home}/share\\040with\\040space`
    const mounts = async () =>
      `/dev/sda1 / ext4 rw 0 0\n//server/share ${place} cifs rw 0 0\n/dev/sdb1 ${place}/local ext4 rw 0 0\nsrv:/x ${home}/share nfs4 rw 0 0\n`
    const on = computer('linux', { mounts })
    expect(await isFar(join(home, 'share with space/Spring.coppice'), on)).toBe(true)
    expect(await isFar(join(home, 'share with space/local/Spring.coppice'), on)).toBe(false)
    expect(await isFar(join(home, 'sharepoint/Spring.coppice'), on)).toBe(false)
  })

  test('macOS, by what is mounted', async () => {
    const mounts = async () =>
      `/dev/disk3s1 on / (apfs, sealed, local)\n//anna@server/Team on ${home}/Team files (smbfs, nodev, nosuid)\n`
    make('Team files/')
    const on = computer('darwin', { mounts })
    expect(await isFar(join(home, 'Team files/Spring.coppice'), on)).toBe(true)
    expect(await isFar(join(home, 'Spring.coppice'), on)).toBe(false)
  })

  test('Windows, by the share that a drive stands for', async () => {
    const real = async (path: string) => path.replace(/^Z:/, '\\\\server\\share')
    const on = computer('win32', { real })
    expect(await isFar('Z:\\Team\\Spring.coppice', on)).toBe(true)
    expect(await isFar('\\\\server\\share\\Spring.coppice', on)).toBe(true)
    expect(await isFar('C:\\Users\\Anna\\Spring.coppice', on)).toBe(false)
    expect(await isFar('\\\\?\\C:\\Users\\Anna\\Spring.coppice', on)).toBe(false)
  })

  test('this very computer is asked without harm', async () => {
    expect(await lookAt(join(home, 'Spring.coppice'), probes)).toEqual({
      service: null,
      far: false,
      conflicts: [],
    })
    expect(await lookAt(join(home, 'nowhere', 'at all', 'Spring.coppice'), probes)).toMatchObject({
      service: null,
    })
  })
})

describe('copies that a service made as two computers had changed the file', () => {
  const certain = [
    "Spring (Anna's conflicted copy 2026-11-20).coppice",
    'Spring (conflicted copy 2026-11-20 101112).coppice',
    'Spring (In Konflikt stehende Kopie von Anna 2026-11-20).coppice',
    'Spring.sync-conflict-20261120-101112-ABCDEFG.coppice',
    'Spring_conflict-20261120-101112.coppice',
  ]
  const likely = [
    'Spring (1).coppice',
    'Spring 2.coppice',
    'Spring-DESKTOP-4F7K2Q1.coppice',
    'Spring-annas-laptop.coppice',
    'Spring-Annas-Laptop-2.coppice',
  ]
  const others = [
    'Spring.coppice',
    'Spring conflict resolution notes.txt',
    'Spring 2026.coppice',
    'Spring-2026.coppice',
    'Springboard (conflicted copy 2026-11-20).coppice',
    'Summer (conflicted copy 2026-11-20).coppice',
    'Spring.coppice-wal',
    'Spring backups/',
  ]

  test('are found by name; a number alone only where a service keeps the folder', async () => {
    make(...[...certain, ...likely, ...others].map((name) => `plain/${name}`))
    make(...[...certain, ...likely, ...others].map((name) => `kept/${name}`), 'kept/.stfolder/')
    const conflictsIn = async (folder: string) =>
      (await lookAt(join(home, folder, 'Spring.coppice'), computer('linux'))).conflicts
    expect(await conflictsIn('plain')).toEqual(certain.toSorted())
    expect(await conflictsIn('kept')).toEqual([...certain, ...likely].toSorted())
  })
})
