import { Button } from '@mantine/core'
import { useState } from 'react'
import classes from './Imports.module.css'
import type { ImportState } from './useImport'

const known =
  'Google Contacts, Outlook, LinkedIn, Slack, Google Forms, Microsoft Forms and the lists of HR systems'

/** A file is chosen in the system's dialog, or dropped here. */
export function ChooseFile({ state }: { state: ImportState }) {
  const [over, setOver] = useState(false)
  return (
    <section
      className={classes.drop}
      data-over={over}
      aria-label="Choose a file"
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        const [file] = event.dataTransfer.files
        if (file) void state.drop(file)
      }}
    >
      <h2>Drop a file here</h2>
      <p>
        A CSV, an Excel workbook, contact cards (vCard) or a calendar. Exports of {known} are understood as
        they are; any other table with a row for each is too. You see what would happen before anything does.
      </p>
      <Button onClick={() => void state.choose()} data-autofocus autoFocus>
        Choose a file…
      </Button>
    </section>
  )
}
