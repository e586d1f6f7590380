import { ActionIcon, Button, Menu } from '@mantine/core'
import { tellDeleted } from '@renderer/app/historySteps'
import { go } from '@renderer/app/navigation'
import { tell } from '@renderer/app/notify'
import { useCommand, useRecords } from '@renderer/app/records'
import { useToday } from '@renderer/app/today'
import { formatLabels, programStatusLabels } from '@renderer/components/labels'
import { PageHeader } from '@renderer/components/PageHeader'
import type { Program } from '@shared/contract/programs'
import { IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import { CopyDialog } from './CopyDialog'
import { periodWords, sizeWords } from './nextThing'

/** What a program is in a sentence, and what can be done with it as a whole. */
export function ProgramHead({ program }: { program: Program }) {
  const { data: figures } = useRecords('programs.figures', { id: program.id, today: useToday() })
  const [copying, setCopying] = useState(false)
  return (
    <>
      <PageHeader
        title={program.name}
        reading={figures ? reading(program, sizeWords(figures)) : null}
        actions={
          <>
            <Button variant="default" onClick={() => go({ screen: 'program-editor', programId: program.id })}>
              Edit…
            </Button>
            <More program={program} onCopy={() => setCopying(true)} />
          </>
        }
      />
      {copying ? <CopyDialog program={program} onClose={() => setCopying(false)} /> : null}
    </>
  )
}

function reading(program: Program, size: string): string {
  const { format, status } = program
  return `${formatLabels[format]}, ${programStatusLabels[status].toLowerCase()}, ${periodWords(program)}: ${size}.`
}

function More({ program, onCopy }: { program: Program; onCopy: () => void }) {
  const { id, name, status, deletable } = program
  const setStatus = useCommand('programs.setStatus')
  const remove = useCommand('programs.remove')

  async function become(next: Program['status'], told: string) {
    if (await setStatus.run({ id, status: next })) tell(told)
  }

  async function toTrash() {
    const deletion = await remove.run({ id })
    if (!deletion) return
    go({ screen: 'mentoring' })
    tellDeleted(`Deleted: ${name}.`, deletion)
  }

  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon size={34} variant="default" aria-label={`More about ${name}`}>
          <IconDots size={17} stroke={1.8} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={onCopy}>Copy for another time…</Menu.Item>
        {status === 'planned' ? (
          <Menu.Item onClick={() => void become('running', `${name} runs.`)}>It runs now</Menu.Item>
        ) : null}
        {status === 'closed' ? (
          <Menu.Item onClick={() => void become('running', `${name} runs again.`)}>Open it again</Menu.Item>
        ) : (
          <Menu.Item onClick={() => void become('closed', `${name} is closed.`)}>Close it</Menu.Item>
        )}
        {deletable ? (
          <>
            <Menu.Divider />
            <Menu.Item onClick={() => void toTrash()}>Delete</Menu.Item>
          </>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  )
}
