import { SegmentedControl } from '@mantine/core'
import { call } from '@renderer/app/api'
import { recordsCache } from '@renderer/app/records'
import type { InputOf } from '@shared/contract'
import { useQuery } from '@tanstack/react-query'
import { Section } from '../Section'

type Theme = NonNullable<InputOf<'preferences.set'>['theme']>

const themes: { value: Theme; label: string }[] = [
  { value: 'system', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
]

export function AppearancePart() {
  const preferences = useQuery({
    queryKey: ['preferences.get', {}],
    queryFn: () => call('preferences.get', {}),
  })

  async function setTheme(theme: Theme) {
    await call('preferences.set', { theme })
    await recordsCache.invalidateQueries({ queryKey: ['preferences.get'] })
  }

  return (
    <Section
      title="Theme"
      text="Both themes are made for reading; motion follows the system's wish for less of it."
    >
      <SegmentedControl
        aria-label="Theme"
        data={themes}
        value={preferences.data?.theme ?? 'system'}
        onChange={(theme) => void setTheme(theme as Theme)}
      />
    </Section>
  )
}
