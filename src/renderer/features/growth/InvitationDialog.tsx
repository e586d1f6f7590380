import { Checkbox, Modal, SegmentedControl, Textarea, TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { findMembers } from '@renderer/app/finders'
import { useCommand } from '@renderer/app/records'
import { DialogEnd } from '@renderer/components/DialogEnd'
import { MembersPicker } from '@renderer/components/MemberPicker'
import type { Reference } from '@shared/contract/fields'
import type { Invitation } from '@shared/contract/invitations'
import { type FormEvent, useState } from 'react'
import classes from './Growth.module.css'

interface Props {
  communityId: number
  /** Null for a new one. */
  invitation: Invitation | null
  today: string
  onClose: () => void
}

type From = 'directory' | 'elsewhere'

function initial(invitation: Invitation | null, today: string) {
  const { memberId = null, name = '', email = null, invitedBy = null, note = null } = invitation ?? {}
  const from: From = invitation !== null && memberId === null ? 'elsewhere' : 'directory'
  const member: Reference[] = memberId === null ? [] : [{ id: memberId, name }]
  return {
    from,
    member,
    name: memberId === null ? name : '',
    email: memberId === null ? (email ?? '') : '',
    inviter: invitedBy === null ? [] : [invitedBy],
    isSpoken: invitation !== null && invitation.invitedOn !== null,
    invitedOn: invitation?.invitedOn ?? today,
    note: note ?? '',
  }
}

/** Who is thought of, or was invited: somebody of the directory, or anybody by name. */
export function InvitationDialog({ communityId, invitation, today, onClose }: Props) {
  const save = useCommand('invitations.save')
  const [fields, setFields] = useState(() => initial(invitation, today))
  const set = (changes: Partial<typeof fields>) => setFields((before) => ({ ...before, ...changes }))
  const problem = (field: string) => {
    const { field: at, message } = save.error ?? {}
    return at === `invitation.${field}` ? message : undefined
  }
  const isOfDirectory = fields.from === 'directory'
  const [member] = fields.member
  const isNamed = isOfDirectory ? member !== undefined : fields.name.trim() !== ''

  async function submit(event: FormEvent) {
    event.preventDefault()
    const done = await save.run({
      id: invitation?.id ?? null,
      communityId,
      invitation: {
        memberId: isOfDirectory ? (member?.id ?? null) : null,
        name: isOfDirectory ? null : fields.name,
        email: isOfDirectory ? null : fields.email,
        invitedById: fields.inviter[0]?.id ?? null,
        invitedOn: fields.isSpoken ? fields.invitedOn : null,
        note: fields.note,
      },
    })
    if (done) onClose()
  }

  return (
    <Modal
      opened
      onClose={onClose}
      closeOnClickOutside={false}
      size={560}
      title={invitation === null ? 'Who could belong?' : 'Edit the invitation'}
    >
      <form className={classes.dialog} onSubmit={(event) => void submit(event)} noValidate>
        <SegmentedControl
          aria-label="From"
          data={[
            { value: 'directory', label: 'Somebody of the directory' },
            { value: 'elsewhere', label: 'Somebody else' },
          ]}
          value={fields.from}
          onChange={(value) => set({ from: value === 'directory' ? 'directory' : 'elsewhere' })}
        />
        {isOfDirectory ? (
          <MembersPicker
            label="Who"
            data-autofocus
            search={findMembers}
            placeholder={member ? '' : 'Type a name'}
            value={fields.member}
            onChange={(chosen) => set({ member: chosen.slice(-1) })}
            error={problem('memberId')}
          />
        ) : (
          <div className={classes.row}>
            <TextInput
              label="Name"
              dir="auto"
              value={fields.name}
              onChange={(event) => set({ name: event.currentTarget.value })}
              error={problem('name')}
            />
            <TextInput
              label="E-mail"
              placeholder="for the letter"
              value={fields.email}
              onChange={(event) => set({ email: event.currentTarget.value })}
              error={problem('email')}
            />
          </div>
        )}
        <MembersPicker
          label="Who thought of them, or speaks with them"
          search={findMembers}
          placeholder={fields.inviter.length > 0 ? '' : 'Type a name'}
          value={fields.inviter}
          onChange={(chosen) => set({ inviter: chosen.slice(-1) })}
          error={problem('invitedById')}
        />
        <div className={classes.row}>
          <Checkbox
            className={classes.tick ?? ''}
            label="They have been invited"
            checked={fields.isSpoken}
            onChange={(event) => set({ isSpoken: event.currentTarget.checked })}
          />
          {fields.isSpoken ? (
            <DateInput
              aria-label="Invited on"
              valueFormat="ddd D MMM YYYY"
              value={fields.invitedOn}
              onChange={(day) => {
                if (day) set({ invitedOn: day })
              }}
              error={problem('invitedOn')}
            />
          ) : null}
        </div>
        <Textarea
          label="Note"
          placeholder="What they could bring, or would look for"
          autosize
          minRows={2}
          maxRows={8}
          dir="auto"
          value={fields.note}
          onChange={(event) => set({ note: event.currentTarget.value })}
          error={problem('note')}
        />
        <DialogEnd label="Save" onCancel={onClose} running={save.running} disabled={!isNamed} />
      </form>
    </Modal>
  )
}
