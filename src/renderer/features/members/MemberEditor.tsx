import {
  Alert,
  Autocomplete,
  Button,
  Modal,
  NumberInput,
  Select,
  TagsInput,
  Textarea,
  TextInput,
} from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { useForm } from '@mantine/form'
import { useDebouncedValue } from '@mantine/hooks'
import { findMembers, findTopics } from '@renderer/app/finders'
import { back, go } from '@renderer/app/navigation'
import { tell } from '@renderer/app/notify'
import { useCommand, useRecords } from '@renderer/app/records'
import { roleLabels, statusLabels } from '@renderer/components/labels'
import { MemberPicker } from '@renderer/components/MemberPicker'
import type { InputOf } from '@shared/contract'
import type { Member } from '@shared/contract/members'
import { memberStatuses, mentoringRoles } from '@shared/domain/vocabulary'
import { useState } from 'react'
import classes from './Members.module.css'

type Fields = InputOf<'members.save'>['member']

/** A member's fields in a dialog; without an id, a new member. */
export function MemberEditor({ id }: { id: number | null }) {
  const { data } = useRecords('members.get', { id: id ?? 1 }, { enabled: id !== null, keep: false })
  const member = id === null ? null : data
  if (member === undefined) return null
  return (
    <Modal opened onClose={back} title={member ? `Edit ${member.name}` : 'New member'} size={640}>
      <MemberForm key={id ?? 'new'} id={id} member={member} />
    </Modal>
  )
}

function MemberForm({ id, member }: { id: number | null; member: Member | null }) {
  const save = useCommand('members.save')
  const { data: places } = useRecords('members.places', {})
  const [typed, setTyped] = useState({ name: '', email: '' })
  const [asked] = useDebouncedValue(typed, 250)
  const form = useForm<Fields>({
    mode: 'uncontrolled',
    initialValues: initialValues(member),
    onValuesChange: ({ name, email }) => setTyped({ name, email: email ?? '' }),
  })
  const similar = useRecords('members.similar', { id, ...asked }, { enabled: asked.name.trim().length > 2 })
  const [topics, setTopics] = useState<string[]>([])
  const suggestTopics = (query: string) => void findTopics(query).then(setTopics)

  async function submit(fields: Fields) {
    const done = await save.run({ id, member: fields })
    if (!done) return
    tell(id === null ? `${fields.name} is in the directory.` : 'Saved.')
    go({ screen: 'members', memberId: done.id })
  }

  const field = save.error?.field?.replace('member.', '')
  const text = (
    key: 'name' | 'sortName' | 'email' | 'phone' | 'jobTitle' | 'organisation' | 'externalId',
  ) => ({
    key: form.key(key),
    ...form.getInputProps(key),
    error: field === key ? save.error?.message : undefined,
  })

  return (
    <form className={classes.form} onSubmit={form.onSubmit((fields) => void submit(fields))} noValidate>
      <TextInput label="Name" required data-autofocus dir="auto" {...text('name')} />
      <TextInput label="Sorted as" placeholder="Family, Given" dir="auto" {...text('sortName')} />
      {similar.data && similar.data.length > 0 ? (
        <Alert variant="light" color="yellow" className={classes.wide} role="status">
          Perhaps here already:{' '}
          {similar.data.map(({ id: other, name, location, department }) => (
            <button
              key={other}
              type="button"
              className={classes.link}
              onClick={() => go({ screen: 'members', memberId: other })}
            >
              <b>{name}</b> {[department, location].filter(Boolean).join(', ')}
            </button>
          ))}
        </Alert>
      ) : null}
      <TextInput label="E-mail" type="email" {...text('email')} />
      <TextInput label="Phone" type="tel" {...text('phone')} />
      <Select
        label="Role in mentoring"
        data={mentoringRoles.map((value) => ({ value, label: roleLabels[value] }))}
        allowDeselect={false}
        key={form.key('role')}
        {...form.getInputProps('role')}
      />
      <Select
        label="Status"
        data={memberStatuses.map((value) => ({ value, label: statusLabels[value] }))}
        allowDeselect={false}
        key={form.key('status')}
        {...form.getInputProps('status')}
      />
      <Autocomplete
        label="Location"
        data={places?.locations ?? []}
        limit={12}
        key={form.key('location')}
        {...form.getInputProps('location')}
      />
      <Autocomplete
        label="Department"
        data={places?.departments ?? []}
        limit={12}
        key={form.key('department')}
        {...form.getInputProps('department')}
      />
      <TextInput label="Position" {...text('jobTitle')} />
      <Autocomplete
        label="Organisation"
        data={places?.organisations ?? []}
        limit={12}
        key={form.key('organisation')}
        {...form.getInputProps('organisation')}
      />
      <TagsInput
        label="Skills offered"
        className={classes.wide}
        data={topics}
        onSearchChange={suggestTopics}
        key={form.key('skillsOffered')}
        {...form.getInputProps('skillsOffered')}
      />
      <TagsInput
        label="Skills wanted"
        className={classes.wide}
        data={topics}
        onSearchChange={suggestTopics}
        key={form.key('skillsWanted')}
        {...form.getInputProps('skillsWanted')}
      />
      <NumberInput
        label="Mentees at most"
        min={0}
        max={1000}
        allowDecimal={false}
        placeholder="not known"
        {...form.getInputProps('capacity')}
        onChange={(value) => form.setFieldValue('capacity', typeof value === 'number' ? value : null)}
        defaultValue={member?.capacity ?? ''}
      />
      <DateInput
        label="Joined on"
        clearable
        valueFormat="D MMM YYYY"
        key={form.key('joinedOn')}
        {...form.getInputProps('joinedOn')}
      />
      <MemberPicker
        label="Brought in by"
        search={findMembers}
        initial={member?.invitedBy ?? null}
        onChange={(invitedBy) => form.setFieldValue('invitedBy', invitedBy)}
      />
      <TextInput label="Identifier elsewhere" {...text('externalId')} />
      <Textarea
        label="About"
        className={classes.wide}
        autosize
        minRows={2}
        maxRows={8}
        key={form.key('about')}
        {...form.getInputProps('about')}
      />
      <div className={classes.formEnd}>
        <Button variant="default" onClick={back}>
          Cancel
        </Button>
        <Button type="submit" loading={save.running}>
          Save
        </Button>
      </div>
    </form>
  )
}

function initialValues(member: Member | null): Fields {
  return {
    name: member?.name ?? '',
    sortName: member?.sortName ?? '',
    email: member?.email ?? '',
    phone: member?.phone ?? '',
    status: member?.status ?? 'active',
    role: member?.role ?? 'neither',
    jobTitle: member?.jobTitle ?? '',
    organisation: member?.organisation ?? '',
    location: member?.location ?? '',
    department: member?.department ?? '',
    capacity: member?.capacity ?? null,
    joinedOn: member?.joinedOn ?? null,
    externalId: member?.externalId ?? '',
    about: member?.about ?? '',
    skillsOffered: member?.skillsOffered ?? [],
    skillsWanted: member?.skillsWanted ?? [],
    invitedBy: member?.invitedBy?.id ?? null,
  }
}
