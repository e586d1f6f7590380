import { Button, Modal, TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { back } from '@renderer/app/navigation'
import { tell } from '@renderer/app/notify'
import { useCommand, useRecords } from '@renderer/app/records'
import { useToday } from '@renderer/app/today'
import type { Member } from '@shared/contract/members'
import { useState } from 'react'
import classes from './Members.module.css'

/** A mark that no rule and no erasure goes past, with its reason. */
export function MemberKeep({ id }: { id: number }) {
  const { data: member } = useRecords('members.get', { id }, { keep: false })
  if (!member) return null
  return (
    <Modal opened onClose={back} title={`Keep ${member.name}`} size={460} closeOnClickOutside={false}>
      <KeepForm member={member} />
    </Modal>
  )
}

function KeepForm({ member: { id, name, keep } }: { member: Member }) {
  const today = useToday()
  const mark = useCommand('members.keep')
  const [because, setBecause] = useState(keep?.because ?? '')
  const [since, setSince] = useState(keep?.since ?? today)

  async function save(next: { because: string; since: string } | null) {
    if (!(await mark.run({ id, keep: next }))) return
    tell(next ? `${name} is to be kept.` : `${name} need not be kept any more.`)
    back()
  }

  return (
    <form
      className={classes.keep}
      onSubmit={(event) => {
        event.preventDefault()
        void save({ because, since })
      }}
    >
      <p>As long as the mark stands, no retention rule touches this member, and nobody can erase them.</p>
      <TextInput
        label="Because"
        placeholder="an inquiry, a legal duty, an open question"
        required
        dir="auto"
        data-autofocus
        value={because}
        error={mark.error?.field ? mark.error.message : undefined}
        onChange={(event) => setBecause(event.currentTarget.value)}
      />
      <DateInput
        label="Since"
        valueFormat="D MMM YYYY"
        maxDate={today}
        value={since}
        onChange={(date) => setSince(date ?? today)}
      />
      <div className={classes.keepEnd}>
        {keep ? (
          <Button variant="subtle" color="gray" loading={mark.running} onClick={() => void save(null)}>
            Take the mark away
          </Button>
        ) : (
          <span />
        )}
        <Button type="submit" disabled={because.trim() === ''} loading={mark.running}>
          {keep ? 'Save' : 'Keep'}
        </Button>
      </div>
    </form>
  )
}
