import { Button, SegmentedControl, Select, TextInput } from '@mantine/core'
import { call } from '@renderer/app/api'
import { tell } from '@renderer/app/notify'
import { recordsCache, useCommand, useRecords } from '@renderer/app/records'
import { useShown } from '@renderer/app/useShown'
import { counted } from '@renderer/components/labels'
import { PageHeader } from '@renderer/components/PageHeader'
import screen from '@renderer/components/Screen.module.css'
import type { InputOf } from '@shared/contract'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { FileCheck } from './FileCheck'
import { ImportHistory } from './ImportHistory'
import classes from './Settings.module.css'

type Theme = NonNullable<InputOf<'preferences.set'>['theme']>

const themes: { value: Theme; label: string }[] = [
  { value: 'system', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
]

export function SettingsScreen() {
  const { data: program } = useRecords('program.overview', {})
  const state = useQuery({
    queryKey: ['programFile.state', {}],
    queryFn: () => call('programFile.state', {}),
  })
  const preferences = useQuery({
    queryKey: ['preferences.get', {}],
    queryFn: () => call('preferences.get', {}),
  })
  const reveal = useCommand('programFile.reveal')
  const open = useCommand('programFile.open')
  const create = useCommand('programFile.create')
  const close = useCommand('programFile.close')
  useShown('settings', program !== undefined)

  async function setTheme(theme: Theme) {
    await call('preferences.set', { theme })
    await recordsCache.invalidateQueries({ queryKey: ['preferences.get'] })
  }

  if (!program) return null
  const holds = [
    counted(program.members, 'member'),
    counted(program.sessions, 'session'),
    counted(program.interactions, 'interaction'),
  ].join(', ')

  return (
    <div className={`${screen.scrolling} ${screen.reading}`}>
      <PageHeader title="Settings" reading={`This file holds ${holds}.`} />
      <div className={classes.sections}>
        <Section
          title="Program file"
          text={state.data?.open ? `${state.data.open.fileName} in ${state.data.open.folder}` : ''}
        >
          <div className={classes.buttons}>
            <Button variant="default" onClick={() => void reveal.run({})}>
              Show in its folder
            </Button>
            <Button variant="default" onClick={() => void open.run({ token: null })}>
              Open another…
            </Button>
            <Button variant="default" onClick={() => void create.run({})}>
              New file…
            </Button>
            <Button variant="default" onClick={() => void close.run({})}>
              Close
            </Button>
          </div>
          <ProgramName key={program.name} name={program.name} />
          <ProgramTimeZone timeZone={program.timeZone} />
        </Section>
        <Section
          title="Appearance"
          text="Both themes are made for reading; motion follows the system's wish for less of it."
        >
          <SegmentedControl
            aria-label="Theme"
            data={themes}
            value={preferences.data?.theme ?? 'system'}
            onChange={(theme) => void setTheme(theme as Theme)}
          />
        </Section>
        <Section
          title="Imports"
          text="What came in from files, the newest first. The last command can be undone."
        >
          <ImportHistory />
        </Section>
        <Section title="Check" text="Reads the whole file and compares the search indexes with the texts.">
          <FileCheck />
        </Section>
      </div>
    </div>
  )
}

function Section({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <section className={classes.section}>
      <div>
        <h2>{title}</h2>
        <p>{text}</p>
      </div>
      <div className={classes.content}>{children}</div>
    </section>
  )
}

function ProgramName({ name }: { name: string }) {
  const rename = useCommand('program.rename')
  const [value, setValue] = useState(name)
  async function save() {
    if (value.trim() === name) return
    if (await rename.run({ name: value })) tell('Renamed.')
  }
  return (
    <form
      className={classes.inline}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <TextInput
        label="Name of the program"
        value={value}
        error={rename.error?.field ? rename.error.message : undefined}
        onChange={(event) => setValue(event.currentTarget.value)}
        dir="auto"
      />
      <Button type="submit" variant="default" disabled={value.trim() === name} loading={rename.running}>
        Rename
      </Button>
    </form>
  )
}

const zones = Intl.supportedValuesOf('timeZone')

function ProgramTimeZone({ timeZone }: { timeZone: string }) {
  const setTimeZone = useCommand('program.setTimeZone')
  return (
    <Select
      label="Time zone"
      description="The calendar day of an imported contact is reckoned in it."
      searchable
      limit={50}
      allowDeselect={false}
      data={zones.includes(timeZone) ? zones : [timeZone, ...zones]}
      value={timeZone}
      onChange={(value) => {
        if (value) void setTimeZone.run({ timeZone: value })
      }}
    />
  )
}
