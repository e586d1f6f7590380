import { ActionIcon, Button, Menu } from '@mantine/core'
import { go } from '@renderer/app/navigation'
import { tell } from '@renderer/app/notify'
import { useCommand } from '@renderer/app/records'
import { longDate } from '@renderer/components/labels'
import type { Member } from '@shared/contract/members'
import { IconDots } from '@tabler/icons-react'
import classes from './Members.module.css'
import { removeMembers } from './memberRemoval'

/** What is done with a member every day. */
export function ProfileActions({ member: { id, archived } }: { member: Member }) {
  const { running, setArchived } = useArchiving(id)
  return (
    <div className={classes.actions}>
      <Button size="compact-sm" onClick={() => go({ screen: 'session-editor', memberIds: [id] })}>
        New session
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => go({ screen: 'members', memberId: id, dialog: 'edit' })}
      >
        Edit
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => go({ screen: 'reports', memberIds: [id] })}>
        Report…
      </Button>
      <Button
        size="compact-sm"
        variant="subtle"
        color="gray"
        loading={running}
        onClick={() => void setArchived(!archived)}
      >
        {archived ? 'Bring back' : 'Archive'}
      </Button>
    </div>
  )
}

/** What is rare, or cannot be undone. */
export function MoreActions({ member: { id, name, keep } }: { member: Member }) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon size={26} variant="subtle" color="gray" aria-label={`More about ${name}`}>
          <IconDots size={17} stroke={1.8} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => go({ screen: 'members', memberId: id, dialog: 'export' })}>
          Export everything kept about {name}…
        </Menu.Item>
        <Menu.Item onClick={() => go({ screen: 'members', memberId: id, dialog: 'keep' })}>
          {keep === null ? 'Keep from retention rules…' : 'Kept from retention rules…'}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => void removeMembers([id], { id, name })}>
          Delete, as added by mistake
        </Menu.Item>
        <Menu.Item c="var(--over)" onClick={() => go({ screen: 'members', memberId: id, dialog: 'erase' })}>
          Erase {name}…
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

interface ErasedProps {
  id: number
  archived: boolean
  erasedAt: string
}

/** Of an erased member there is nothing to write or to read, only whether the row is in the directory. */
export function ErasedActions({ id, archived, erasedAt }: ErasedProps) {
  const { running, setArchived } = useArchiving(id)
  return (
    <>
      <p className={classes.erased}>
        Erased on {longDate(erasedAt.slice(0, 10))}. Nothing personal is kept; sessions and contacts still
        count.
      </p>
      <div className={classes.actions}>
        <Button
          size="compact-sm"
          variant="default"
          loading={running}
          onClick={() => void setArchived(!archived)}
        >
          {archived ? 'Bring back' : 'Take out of the directory'}
        </Button>
      </div>
    </>
  )
}

function useArchiving(id: number) {
  const archive = useCommand('members.archive')
  async function setArchived(archived: boolean) {
    if (await archive.run({ ids: [id], archived })) tell(archived ? 'Archived.' : 'Back in the directory.')
  }
  return { running: archive.running, setArchived }
}
