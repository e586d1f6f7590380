import { Button, Select, TextInput } from '@mantine/core'
import { tell } from '@renderer/app/notify'
import { useCommand } from '@renderer/app/records'
import { useState } from 'react'
import classes from '../Settings.module.css'

export function ProgramName({ name }: { name: string }) {
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

export function ProgramTimeZone({ timeZone }: { timeZone: string }) {
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
