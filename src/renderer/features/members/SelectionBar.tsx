import { Button } from '@mantine/core'
import { go } from '@renderer/app/navigation'
import { tell } from '@renderer/app/notify'
import { useCommand } from '@renderer/app/records'
import { counted } from '@renderer/components/labels'
import classes from './Members.module.css'
import { useMembersView } from './membersView'

/** What can be done with the members that are selected. */
export function SelectionBar() {
  const { selected, select, filter } = useMembersView()
  const archive = useCommand('members.archive')
  if (selected.size === 0) return null
  const ids = [...selected]

  async function run() {
    const done = await archive.run({ ids, archived: !filter.archived })
    if (!done) return
    select(new Set())
    tell(`${counted(done.count, 'member')} ${filter.archived ? 'brought back' : 'archived'}.`)
  }

  return (
    <div className={classes.selection} role="toolbar" aria-label="Selected members">
      <span>{counted(selected.size, 'member')} selected</span>
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
      <Button variant="default" size="compact-sm" loading={archive.running} onClick={() => void run()}>
        {filter.archived ? 'Bring back' : 'Archive'}
      </Button>
      <Button variant="subtle" color="gray" size="compact-sm" onClick={() => select(new Set())}>
        Clear
      </Button>
    </div>
  )
}
