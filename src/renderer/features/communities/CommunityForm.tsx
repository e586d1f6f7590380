import { Alert, Button, NumberInput, Select, Textarea, TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { findMembers } from '@renderer/app/finders'
import { back, go } from '@renderer/app/navigation'
import { tell } from '@renderer/app/notify'
import { useCommand } from '@renderer/app/records'
import { useDraft } from '@renderer/app/useDraft'
import { stageLabels } from '@renderer/components/labels'
import { MembersPicker } from '@renderer/components/MemberPicker'
import { PageHeader } from '@renderer/components/PageHeader'
import screen from '@renderer/components/Screen.module.css'
import { TextButton } from '@renderer/components/TextButton'
import { communityStages } from '@shared/domain/vocabulary'
import type { FormEvent, ReactNode } from 'react'
import classes from './CommunityForm.module.css'
import { type CommunityFields, parseFields } from './communityFields'

interface Props {
  /** Null for a new one. */
  id: number | null
  /** Has to stay the same object. */
  initial: CommunityFields
  today: string
}

/** Kept while it is typed: a crash, or a file that locks itself, loses nothing. */
export function CommunityForm({ id, initial, today }: Props) {
  const draft = useDraft(`community:${id ?? 'new'}`, initial, parseFields)
  return draft.value === null ? null : (
    <Form id={id} name={initial.name} draft={draft} fields={draft.value} today={today} />
  )
}

interface FormProps {
  id: number | null
  name: string
  draft: ReturnType<typeof useDraft<CommunityFields>>
  fields: CommunityFields
  today: string
}

function Form({ id, name, draft, fields, today }: FormProps) {
  const save = useCommand('communities.save')
  const set = (changes: Partial<CommunityFields>) => draft.change((before) => ({ ...before, ...changes }))
  const problem = (field: string) =>
    save.error?.field === `community.${field}` ? save.error.message : undefined

  async function submit(event: FormEvent) {
    event.preventDefault()
    const { sponsor, coordinator, stage, ...rest } = fields
    const community = { ...rest, sponsorId: sponsor?.id ?? null, coordinatorId: coordinator?.id ?? null }
    const begins = id === null ? { stage, since: fields.beganOn ?? today, note: null } : null
    const done = await save.run({ id, community, begins })
    if (!done) return
    await draft.discard()
    tell(id === null ? `${fields.name} is there.` : 'Saved.')
    go({ screen: 'community', communityId: done.id })
  }

  const longText = (label: string, key: 'domain' | 'purpose' | 'publicSpaces' | 'privateSpaces') => (
    <Textarea
      label={label}
      autosize
      minRows={key === 'domain' ? 1 : 2}
      maxRows={8}
      dir="auto"
      value={fields[key] ?? ''}
      onChange={(event) => set({ [key]: event.currentTarget.value })}
      error={problem(key)}
    />
  )
  const day = (label: string, key: 'beganOn' | 'endedOn', placeholder: string) => (
    <DateInput
      label={label}
      placeholder={placeholder}
      clearable
      valueFormat="ddd D MMM YYYY"
      value={fields[key]}
      onChange={(value) => set({ [key]: value })}
      error={problem(key)}
    />
  )
  const person = (label: string, key: 'sponsor' | 'coordinator') => (
    <MembersPicker
      label={label}
      search={findMembers}
      placeholder={fields[key] ? '' : 'Type a name'}
      value={fields[key] ? [fields[key]] : []}
      onChange={(chosen) => set({ [key]: chosen.at(-1) ?? null })}
      error={problem(`${key}Id`)}
    />
  )

  return (
    <form className={screen.scrolling} onSubmit={(event) => void submit(event)} noValidate>
      <PageHeader
        title={id === null ? 'New community' : `Edit ${name}`}
        reading="What it is about, who tends it, and the rhythm and places it has."
        actions={
          <>
            <Button variant="default" onClick={() => void draft.discard().then(back)}>
              Cancel
            </Button>
            <Button type="submit" loading={save.running}>
              Save
            </Button>
          </>
        }
      />
      {draft.restored ? (
        <Alert variant="light" color="leaf">
          This is what was not saved last time. <TextButton onClick={draft.startOver}>Start over</TextButton>
        </Alert>
      ) : null}
      <div className={classes.parts}>
        <Part title="The community" text="Its domain is the question that its members share.">
          <TextInput
            label="Name"
            required
            autoFocus={id === null}
            dir="auto"
            value={fields.name}
            onChange={(event) => set({ name: event.currentTarget.value })}
            error={problem('name')}
          />
          {longText('Domain', 'domain')}
          {longText('Purpose', 'purpose')}
        </Part>
        <Part
          title="Who tends it"
          text="The sponsor speaks for it where decisions are made; the coordinator keeps it together."
        >
          <div className={classes.row}>
            {person('Coordinator', 'coordinator')}
            {person('Sponsor', 'sponsor')}
          </div>
        </Part>
        <Part title="When" text="A rhythm is what people can rely on: not too fast, not too slow.">
          <div className={classes.row}>
            {day('Began on', 'beganOn', 'not known')}
            {id === null ? (
              <Select
                label="Stage"
                allowDeselect={false}
                data={communityStages.map((value) => ({ value, label: stageLabels[value] }))}
                value={fields.stage}
                onChange={(value) =>
                  set({ stage: communityStages.find((one) => one === value) ?? 'potential' })
                }
              />
            ) : (
              day('Ended on', 'endedOn', 'goes on')
            )}
            <NumberInput
              label="Days between gatherings"
              placeholder="no fixed rhythm"
              min={1}
              max={3660}
              allowDecimal={false}
              allowNegative={false}
              value={fields.rhythmDays ?? ''}
              onChange={(value) => set({ rhythmDays: typeof value === 'number' ? value : null })}
              error={problem('rhythmDays')}
            />
          </div>
        </Part>
        <Part title="Where" text="A community lives in the open and in talks between two: it needs both.">
          {longText('Public spaces', 'publicSpaces')}
          {longText('Private spaces', 'privateSpaces')}
        </Part>
      </div>
    </form>
  )
}

function Part({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <section className={classes.part}>
      <div>
        <h2>{title}</h2>
        <p>{text}</p>
      </div>
      <div className={classes.fields}>{children}</div>
    </section>
  )
}
