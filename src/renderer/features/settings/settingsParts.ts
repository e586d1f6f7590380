import { type Loadable, ready } from '@renderer/components/useLoaded'
import { AppearancePart } from './parts/AppearancePart'
import { FilePart } from './parts/FilePart'

interface SettingsPart {
  name: string
  title: string
  shows: Loadable<object>
}

/** The parts of the settings, in their order. */
export const settingsParts = [
  { name: 'file', title: 'Program file', shows: ready(FilePart) },
  { name: 'appearance', title: 'Appearance', shows: ready(AppearancePart) },
] as const satisfies readonly SettingsPart[]

export type SettingsPartName = (typeof settingsParts)[number]['name']
