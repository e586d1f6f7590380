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
import { useDraft } from '@renderer/app/useDraft'
import { roleLabels, statusLabels } from '@renderer/components/labels'
import { MemberPicker } from '@renderer/components/MemberPicker'
import { TextButton } from '@renderer/components/TextButton'
import type { Reference } from '@shared/contract/fields'
import type { Member } from '@shared/contract/members'
import { memberStatuses, mentoringRoles } from '@shared/domain/vocabulary'
import { useMemo, useState } from 'react'
import { BackgroundFields } from './BackgroundFields'
import classes from './Members.module.css'
import { type MemberFields as Fields, initialValues, parseFields } from './memberFields'

/** A member's fields in a dialog; without an id, a new member. */
export function MemberEditor({ id }: { id: number | null }) {
  const { data } = useRecords('members.get', { id: id ?? 1 }, { enabled: id !== null, keep: false })
  const member = id === null ? null : data
  if (member === undefined) return null
  return <MemberDraft key={id ?? 'new'} id={id} member={member} />
}

/** Kept while it is typed: a crash, Escape or a file that locks itself loses nothing. */
function MemberDraft({ id, member }: { id: number | null; member: Member | null }) {
  const start = useMemo(() => initialValues(member), [member])
  const draft = useDraft(`member:${id ?? 'new'}`, start, parseFields)
  const inviter = useReference(draft.value?.invitedBy ?? null, member?.invitedBy ?? null)
  const manager = useReference(draft.value?.manager ?? null, member?.manager ?? null)
  if (draft.value === null || inviter === undefined || manager === undefined) return null
  return (
    <Modal opened onClose={back} title={member ? `Edit ${member.name}` : 'New member'} size={640}>
      {draft.restored ? (
        <Alert variant="light" color="leaf" mb="md">
          This is what was not saved last time. <TextButton onClick={draft.startOver}>Start over</TextButton>
        </Alert>
      ) : null}
      <MemberForm
        key={draft.restored ? 'restored' : 'fresh'}
        id={id}
        initial={draft.value}
        inviter={inviter}
        manager={manager}
        onChange={(fields) => draft.change(() => fields)}
        onEnd={draft.discard}
      />
    </Modal>
  )
}

/** The member of that id, by name; undefined until it is known who that is. */
function useReference(id: number | null, known: Reference | null): Reference | null | undefined {
  const isOther = id !== null && id !== known?.id
  const other = useRecords('members.get', { id: id ?? 1 }, { enabled: isOther, keep: false })
  if (!isOther) return id === null ? null : known
  return other.isPending ? undefined : (other.data ?? null)
}

interface FormProps {
  id: number | null
  initial: Fields
  inviter: Reference | null
  manager: Reference | null
  onChange: (fields: Fields) => void
  /** What was typed is saved, or not wanted. */
  onEnd: () => Promise<void>
}

function MemberForm({ id, initial, inviter, manager, onChange, onEnd }: FormProps) {
  const save = useCommand('members.save')
  const { data: places } = useRecords('members.places', {})
  const [typed, setTyped] = useState({ name: '', email: '' })
  const [asked] = useDebouncedValue(typed, 250)
  const form = useForm<Fields>({
    mode: 'uncontrolled',
    initialValues: initial,
    onValuesChange: (fields) => {
      setTyped({ name: fields.name, email: fields.email ?? '' })
      onChange(fields)
    },
  })
  const similar = useRecords('members.similar', { id, ...asked }, { enabled: asked.name.trim().length > 2 })
  const [topics, setTopics] = useState<string[]>([])
  const suggestTopics = (query: string) => void findTopics(query).then(setTopics)

  async function submit(fields: Fields) {
    const done = await save.run({ id, member: fields })
    if (!done) return
    await onEnd()
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
        defaultValue={initial.capacity ?? ''}
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
        initial={inviter}
        onChange={(invitedBy) => form.setFieldValue('invitedBy', invitedBy)}
      />
      <TextInput label="Identifier elsewhere" {...text('externalId')} />
      <BackgroundFields
        form={form}
        manager={manager}
        error={field === 'hours' ? save.error?.message : undefined}
      />
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
        <Button variant="default" onClick={() => void onEnd().then(back)}>
          Cancel
        </Button>
        <Button type="submit" loading={save.running}>
          Save
        </Button>
      </div>
    </form>
  )
}
