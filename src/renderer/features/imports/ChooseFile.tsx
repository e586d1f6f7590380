import { Button } from '@mantine/core'
import { DropFile } from '@renderer/components/DropFile'
import type { ImportState } from './useImport'

const known =
  'Google Contacts, Outlook, LinkedIn, Slack, Google Forms, Microsoft Forms and the lists of HR systems'

/** A file is chosen in the system's dialog, or dropped here. */
export function ChooseFile({ state }: { state: ImportState }) {
  return (
    <DropFile
      title="Drop a file here"
      text={`A CSV, an Excel workbook, contact cards (vCard), a calendar or JSON. Exports of ${known} are understood as they are; any other table with a row for each is too. You see what would happen before anything does.`}
      onDrop={(file) => void state.drop(file)}
    >
      <Button onClick={() => void state.choose()} data-autofocus autoFocus>
        Choose a file…
      </Button>
    </DropFile>
  )
}
