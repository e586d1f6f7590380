import { Autocomplete, Modal } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { findMembers } from '@renderer/app/finders'
import { tell } from '@renderer/app/notify'
import { useCommand } from '@renderer/app/records'
import { useToday } from '@renderer/app/today'
import { DialogEnd } from '@renderer/components/DialogEnd'
import { counted } from '@renderer/components/labels'
import { MembersPicker } from '@renderer/components/MemberPicker'
import type { Reference } from '@shared/contract/fields'
import { type FormEvent, useState } from 'react'
import classes from './Members.module.css'
import { usualRoles } from './roles'

/** Members of the directory join a community, also some who have left it before. */
export function JoinDialog({ communityId, onClose }: { communityId: number; onClose: () => void }) {
  const today = useToday()
  const join = useCommand('communities.join')
  const [members, setMembers] = useState<Reference[]>([])
  const [role, setRole] = useState('')
  const [joinedOn, setJoinedOn] = useState(today)

  async function submit(event: FormEvent) {
    event.preventDefault()
    const memberIds = members.map(({ id }) => id)
    const done = await join.run({ id: communityId, memberIds, role, joinedOn })
    if (!done) return
    tell(
      done.added === 0
        ? 'They belong to it already.'
        : `${counted(done.added, 'member has', 'members have')} joined.`,
    )
    onClose()
  }

  return (
    <Modal opened onClose={onClose} title="Who joins the community">
      <form className={classes.dialog} onSubmit={(event) => void submit(event)} noValidate>
        <MembersPicker
          label="Who"
          autoFocus
          search={findMembers}
          placeholder={members.length === 0 ? 'Type a name' : ''}
          value={members}
          onChange={setMembers}
          error={join.error?.field === 'memberIds' ? join.error.message : undefined}
        />
        <Autocomplete label="Role" placeholder="member" data={usualRoles} value={role} onChange={setRole} />
        <DateInput
          label="Joined on"
          valueFormat="ddd D MMM YYYY"
          value={joinedOn}
          onChange={(day) => {
            if (day) setJoinedOn(day)
          }}
        />
        <DialogEnd label="Add" onCancel={onClose} running={join.running} disabled={members.length === 0} />
      </form>
    </Modal>
  )
}
