import { Button } from '@mantine/core'
import { EnrolDialog } from '@renderer/app/EnrolDialog'
import { go } from '@renderer/app/navigation'
import { tell } from '@renderer/app/notify'
import { useCommand } from '@renderer/app/records'
import { counted } from '@renderer/components/labels'
import { SelectionBar as Bar } from '@renderer/components/SelectionBar'
import { useState } from 'react'
import { removeMembers } from './memberRemoval'
import { useMembersView } from './membersView'

/** What can be done with the members that are selected. */
export function SelectionBar() {
  const { selected, select, filter } = useMembersView()
  const archive = useCommand('members.archive')
  const [enrolling, setEnrolling] = useState(false)
  if (selected.size === 0) return null
  const ids = [...selected]
  const [keep, other] = ids

  async function run() {
    const done = await archive.run({ ids, archived: !filter.archived })
    if (!done) return
    select(new Set())
    tell(`${counted(done.count, 'member')} ${filter.archived ? 'brought back' : 'archived'}.`)
  }

  return (
    <Bar
      label="Selected members"
      text={`${counted(selected.size, 'member')} selected`}
      onClear={() => select(new Set())}
    >
      <Button
        variant="default"
        size="compact-sm"
        onClick={() => go({ screen: 'session-editor', memberIds: ids })}
        disabled={ids.length > 500}
      >
        New session
      </Button>
      <Button
        variant="default"
        size="compact-sm"
        onClick={() => go({ screen: 'reports', memberIds: ids })}
        disabled={ids.length > 100}
      >
        Session summary…
      </Button>
      <Button
        variant="default"
        size="compact-sm"
        onClick={() => setEnrolling(true)}
        disabled={ids.length > 10_000}
      >
        Add to a program…
      </Button>
      {keep !== undefined && other !== undefined && ids.length === 2 ? (
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => {
            select(new Set())
            go({ screen: 'merge', keep, other })
          }}
        >
          Merge…
        </Button>
      ) : null}
      <Button variant="default" size="compact-sm" loading={archive.running} onClick={() => void run()}>
        {filter.archived ? 'Bring back' : 'Archive'}
      </Button>
      <Button variant="default" size="compact-sm" onClick={() => void removeMembers(ids)}>
        Delete
      </Button>
      {enrolling ? (
        <EnrolDialog
          memberIds={ids}
          onClose={(enrolled) => {
            setEnrolling(false)
            if (enrolled) select(new Set())
          }}
        />
      ) : null}
    </Bar>
  )
}
