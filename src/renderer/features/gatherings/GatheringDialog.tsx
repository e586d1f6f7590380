import { Checkbox, Modal, NumberInput, Select, Textarea, TextInput } from '@mantine/core'
import { DateInput, TimeInput } from '@mantine/dates'
import { findMembers } from '@renderer/app/finders'
import { go } from '@renderer/app/navigation'
import { tell } from '@renderer/app/notify'
import { useCommand } from '@renderer/app/records'
import { useToday } from '@renderer/app/today'
import { DialogEnd } from '@renderer/components/DialogEnd'
import { gatheringLabels } from '@renderer/components/labels'
import { MembersPicker } from '@renderer/components/MemberPicker'
import type { Gathering } from '@shared/contract/gatherings'
import { choiceWords, repeatChoices } from '@shared/domain/repeats'
import { gatheringKinds } from '@shared/domain/vocabulary'
import { type FormEvent, useState } from 'react'
import classes from './Gatherings.module.css'
import { type GatheringFields, initialFields } from './gatheringFields'

interface Props {
  communityId: number
  /** Null for a new one. */
  gathering: Gathering | null
  /** What a new one is like. */
  last?: Parameters<typeof initialFields>[1]
  onClose: () => void
}

/** What is planned, or was held: when, where, what kind, and whether it comes back. */
export function GatheringDialog({ communityId, gathering, last, onClose }: Props) {
  const today = useToday()
  const save = useCommand('gatherings.save')
  const [fields, setFields] = useState(() => initialFields(gathering, last, today))
  const set = (changes: Partial<GatheringFields>) => setFields((before) => ({ ...before, ...changes }))
  const problem = (field: string) =>
    save.error?.field === field || save.error?.field === `gathering.${field}` ? save.error.message : undefined
  const isNew = gathering === null

  async function submit(event: FormEvent) {
    event.preventDefault()
    const { host, repeats, until, following, ...rest } = fields
    const done = await save.run({
      id: gathering?.id ?? null,
      communityId,
      gathering: { ...rest, hostId: host?.id ?? null },
      repeats: isNew && repeats !== null ? { how: repeats, until } : null,
      following,
      today,
    })
    if (!done) return
    onClose()
    if (!isNew) tell('Saved.')
    else if (repeats !== null) tell('The series is planned.')
    // One that was already held is opened for what is asked next: who was there.
    else if (fields.heldOn <= today)
      go({ screen: 'community', communityId, tab: 'gatherings', gatheringId: done.id })
    else tell('It is planned.')
  }

  return (
    <Modal opened onClose={onClose} size={620} title={isNew ? 'New gathering' : 'Edit the gathering'}>
      <form className={classes.dialog} onSubmit={(event) => void submit(event)} noValidate>
        <div className={classes.row}>
          <Select
            label="Kind"
            allowDeselect={false}
            data={gatheringKinds.map((value) => ({ value, label: gatheringLabels[value] }))}
            value={fields.kind}
            onChange={(value) => set({ kind: gatheringKinds.find((one) => one === value) ?? 'meeting' })}
          />
          <TextInput
            label="Title"
            data-autofocus
            placeholder={gatheringLabels[fields.kind]}
            dir="auto"
            value={fields.title}
            onChange={(event) => set({ title: event.currentTarget.value })}
            error={problem('title')}
          />
        </div>
        <div className={classes.row}>
          <DateInput
            label="Day"
            valueFormat="ddd D MMM YYYY"
            value={fields.heldOn}
            onChange={(heldOn) => {
              if (heldOn) set({ heldOn })
            }}
            error={problem('heldOn')}
          />
          <TimeInput
            label="Starts at"
            value={fields.startsAt ?? ''}
            onChange={(event) => set({ startsAt: event.currentTarget.value || null })}
            error={problem('startsAt')}
          />
          <NumberInput
            label="Minutes"
            min={1}
            allowDecimal={false}
            allowNegative={false}
            value={fields.minutes ?? ''}
            onChange={(minutes) => set({ minutes: typeof minutes === 'number' ? minutes : null })}
            error={problem('minutes')}
          />
        </div>
        {isNew ? <Repeats fields={fields} set={set} problem={problem('repeats.until')} /> : null}
        <div className={classes.row}>
          <TextInput
            label="Place"
            dir="auto"
            value={fields.place}
            onChange={(event) => set({ place: event.currentTarget.value })}
            error={problem('place')}
          />
          <MembersPicker
            label="Led by"
            search={findMembers}
            placeholder={fields.host ? '' : 'Type a name'}
            value={fields.host ? [fields.host] : []}
            onChange={(chosen) => set({ host: chosen.at(-1) ?? null })}
            error={problem('hostId')}
          />
        </div>
        <Checkbox
          label="Private: not open to everybody of the community"
          checked={fields.isPrivate}
          onChange={(event) => set({ isPrivate: event.currentTarget.checked })}
        />
        <Textarea
          label="Notes"
          autosize
          minRows={2}
          maxRows={8}
          dir="auto"
          value={fields.notes}
          onChange={(event) => set({ notes: event.currentTarget.value })}
          error={problem('notes')}
        />
        {gathering?.series ? (
          <Checkbox
            label="Take this over to those that are planned after it; their days and notes stay"
            checked={fields.following}
            onChange={(event) => set({ following: event.currentTarget.checked })}
          />
        ) : null}
        <DialogEnd label="Save" onCancel={onClose} running={save.running} />
      </form>
    </Modal>
  )
}

interface RepeatsProps {
  fields: GatheringFields
  set: (changes: Partial<GatheringFields>) => void
  problem: string | undefined
}

function Repeats({ fields, set, problem }: RepeatsProps) {
  const once = 'once'
  return (
    <div className={classes.row}>
      <Select
        label="Comes back"
        allowDeselect={false}
        data={[
          { value: once, label: 'No, this once' },
          ...repeatChoices.map((value) => ({ value, label: choiceWords(value, fields.heldOn) })),
        ]}
        value={fields.repeats ?? once}
        onChange={(value) => set({ repeats: repeatChoices.find((one) => one === value) ?? null })}
      />
      {fields.repeats === null ? null : (
        <DateInput
          label="Until"
          placeholder="it goes on"
          clearable
          valueFormat="ddd D MMM YYYY"
          value={fields.until}
          onChange={(until) => set({ until })}
          error={problem}
        />
      )}
    </div>
  )
}
