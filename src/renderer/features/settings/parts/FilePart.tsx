import { Button } from '@mantine/core'
import { call } from '@renderer/app/api'
import { go } from '@renderer/app/navigation'
import { useCommand, useRecords } from '@renderer/app/records'
import { exportEverything, openExport } from '@renderer/app/whole/wholeDialog'
import { useQuery } from '@tanstack/react-query'
import { Section } from '../Section'
import classes from '../Settings.module.css'
import { Colleagues } from './Colleagues'
import { FileCheck } from './FileCheck'
import { ImportHistory } from './ImportHistory'
import { ProgramName, ProgramTimeZone } from './ProgramFacts'

export function FilePart() {
  const { data: program } = useRecords('program.overview', {})
  const state = useQuery({
    queryKey: ['programFile.state', {}],
    queryFn: () => call('programFile.state', {}),
  })
  const reveal = useCommand('programFile.reveal')
  const open = useCommand('programFile.open')
  const create = useCommand('programFile.create')
  const close = useCommand('programFile.close')

  if (!program) return null
  return (
    <>
      <Section
        title="This file"
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
        title="Everything, in open formats"
        text="All records as JSON, or as CSV and Markdown, for any other program; and a program file of such an export."
      >
        <div className={classes.buttons}>
          <Button variant="default" onClick={exportEverything}>
            Export everything…
          </Button>
          <Button variant="default" onClick={openExport}>
            Open an export…
          </Button>
        </div>
      </Section>
      <Section
        title="Colleagues"
        text="Whose changes are taken in without asking whether their key is theirs. Whoever is forgotten is asked about again."
      >
        <Colleagues />
      </Section>
      <Section
        title="Imports"
        text="What came in from files, the newest first. The last command can be undone."
      >
        <ImportHistory />
      </Section>
      <Section
        title="History"
        text="Whatever was written, changed or deleted in this file, and the trash from which it comes back."
      >
        <div className={classes.buttons}>
          <Button variant="default" onClick={() => go({ screen: 'history' })}>
            Show the history
          </Button>
          <Button variant="default" onClick={() => go({ screen: 'history', tab: 'trash' })}>
            Open the trash
          </Button>
        </div>
      </Section>
      <Section title="Check" text="Reads the whole file and compares the search indexes with the texts.">
        <FileCheck />
      </Section>
    </>
  )
}
