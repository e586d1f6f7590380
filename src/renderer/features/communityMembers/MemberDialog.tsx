import { Autocomplete, Modal } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { go } from '@renderer/app/navigation'
import { tell } from '@renderer/app/notify'
import { useCommand } from '@renderer/app/records'
import { DialogEnd } from '@renderer/components/DialogEnd'
import { shortDate } from '@renderer/components/labels'
import { TextButton } from '@renderer/components/TextButton'
import type { Membership } from '@shared/contract/communityMembers'
import { type FormEvent, useState } from 'react'
import { LevelPath } from './LevelPath'
import classes from './Members.module.css'
import { usualRoles } from './roles'
import { levelLabels, moveWords } from './standing'

interface Props {
  member: Membership
  today: string
  onClose: () => void
}

/** One member in this community: role, when they joined and left, and how near the centre they were over time. */
export function MemberDialog({ member, today, onClose }: Props) {
  const save = useCommand('communities.saveMember')
  const leave = useCommand('communities.leave')
  const takeOut = useCommand('communities.takeOut')
  const [role, setRole] = useState(member.role ?? '')
  const [joinedOn, setJoinedOn] = useState(member.joinedOn)
  const [leftOn, setLeftOn] = useState(member.leftOn)
  const { id, memberId, name } = member

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (!(await save.run({ id, role, joinedOn, leftOn }))) return
    tell('Saved.')
    onClose()
  }

  async function end(done: Promise<unknown>, told: string) {
    if ((await done) === null) return
    tell(told)
    onClose()
  }

  return (
    <Modal opened onClose={onClose} size={560} title={name}>
      <form className={classes.dialog} onSubmit={(event) => void submit(event)} noValidate>
        {member.level === null ? null : (
          <div className={classes.story}>
            <p>
              {levelLabels[member.level]}
              {member.moved === null ? '' : `, ${moveWords(member)}`}.{' '}
              {member.lastSeen === null
                ? 'Took part in nothing yet.'
                : `Took part last on ${shortDate(member.lastSeen)}.`}
            </p>
            <LevelPath path={member.path} wide />
            <p className={classes.axis}>
              <span>a year ago</span>
              <span>core above, outside below</span>
              <span>today</span>
            </p>
          </div>
        )}
        <Autocomplete label="Role" placeholder="member" data={usualRoles} value={role} onChange={setRole} />
        <div className={classes.row}>
          <DateInput
            label="Joined on"
            placeholder="not known"
            clearable
            valueFormat="D MMM YYYY"
            value={joinedOn}
            onChange={setJoinedOn}
          />
          <DateInput
            label="Left on"
            placeholder="belongs to it"
            clearable
            valueFormat="D MMM YYYY"
            value={leftOn}
            onChange={setLeftOn}
            error={save.error?.field === 'leftOn' ? save.error.message : undefined}
          />
        </div>
        <p className={classes.ways}>
          <TextButton onClick={() => go({ screen: 'members', memberId })}>Show the profile</TextButton>
          {member.leftOn === null ? (
            <TextButton
              onClick={() => void end(leave.run({ ids: [id], leftOn: today }), `${name} has left.`)}
            >
              Left today
            </TextButton>
          ) : null}
          <TextButton onClick={() => void end(takeOut.run({ ids: [id] }), `${name} is out of the list.`)}>
            Take out: never belonged to it
          </TextButton>
        </p>
        <DialogEnd label="Save" onCancel={onClose} running={save.running} />
      </form>
    </Modal>
  )
}
