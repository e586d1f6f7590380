import { type Loadable, loadable, ready } from '@renderer/components/useLoaded'
import { AppearancePart } from './parts/AppearancePart'
import { FilePart } from './parts/FilePart'

interface SettingsPart {
  name: string
  title: string
  shows: Loadable<object>
}

/** The parts of the settings, in their order. */
export const settingsParts: readonly [SettingsPart, ...SettingsPart[]] = [
  { name: 'file', title: 'Program file', shows: ready(FilePart) },
  {
    name: 'backups',
    title: 'Backups',
    shows: loadable(() => import('./parts/BackupsPart').then((m) => m.BackupsPart)),
  },
  {
    name: 'encryption',
    title: 'Encryption',
    shows: loadable(() => import('./parts/EncryptionPart').then((m) => m.EncryptionPart)),
  },
  {
    name: 'privacy',
    title: 'Privacy',
    shows: loadable(() => import('./parts/PrivacyPart').then((m) => m.PrivacyPart)),
  },
  { name: 'appearance', title: 'Appearance', shows: ready(AppearancePart) },
]
