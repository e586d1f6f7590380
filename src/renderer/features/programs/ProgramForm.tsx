import { Alert, Button, NumberInput, Select, Textarea, TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { back, go } from '@renderer/app/navigation'
import { tell } from '@renderer/app/notify'
import { useCommand } from '@renderer/app/records'
import { useDraft } from '@renderer/app/useDraft'
import { formatLabels, programStatusLabels } from '@renderer/components/labels'
import { PageHeader } from '@renderer/components/PageHeader'
import screen from '@renderer/components/Screen.module.css'
import { PlanFields } from '@renderer/components/support/PlanFields'
import { TextButton } from '@renderer/components/TextButton'
import { programFormats, programStatuses } from '@shared/domain/vocabulary'
import type { FormEvent, ReactNode } from 'react'
import { ChecksField } from './ChecksField'
import classes from './ProgramForm.module.css'
import { type ProgramFields, parseFields } from './programFields'

interface Props {
  /** Null for a new one. */
  id: number | null
  /** Has to stay the same object. */
  initial: ProgramFields
}

/** Kept while it is typed: a crash, or a file that locks itself, loses nothing. */
export function ProgramForm({ id, initial }: Props) {
  const draft = useDraft(`program:${id ?? 'new'}`, initial, parseFields)
  return draft.value === null ? null : <Form id={id} name={initial.name} draft={draft} fields={draft.value} />
}

interface FormProps {
  id: number | null
  name: string
  draft: ReturnType<typeof useDraft<ProgramFields>>
  fields: ProgramFields
}

function Form({ id, name, draft, fields }: FormProps) {
  const save = useCommand('programs.save')
  const set = (changes: Partial<ProgramFields>) => draft.change((before) => ({ ...before, ...changes }))
  const problem = (field: string) =>
    save.error?.field === `program.${field}` ? save.error.message : undefined
  const peers = fields.format === 'peer'

  async function submit(event: FormEvent) {
    event.preventDefault()
    // A line that was begun and left empty asks for nothing.
    const checks = fields.checks.filter(({ text }) => text.trim() !== '')
    const done = await save.run({ id, program: { ...fields, checks } })
    if (!done) return
    await draft.discard()
    tell(id === null ? `${fields.name} is there.` : 'Saved.')
    go({ screen: 'program', programId: done.id })
  }

  const places = (
    label: string,
    key: 'mentorPlaces' | 'menteePlaces' | 'mentorCapacity',
    placeholder: string,
  ) => (
    <NumberInput
      label={label}
      placeholder={placeholder}
      min={key === 'mentorCapacity' ? 1 : 0}
      allowDecimal={false}
      allowNegative={false}
      value={fields[key] ?? ''}
      onChange={(value) => set({ [key]: typeof value === 'number' ? value : null })}
      error={problem(key)}
    />
  )

  return (
    <form className={screen.scrolling} onSubmit={(event) => void submit(event)} noValidate>
      <PageHeader
        title={id === null ? 'New program' : `Edit ${name}`}
        reading="What it is for, when, for whom, and what is checked on the way."
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
        <Part title="The program" text="Its name is what you will see everywhere.">
          <TextInput
            label="Name"
            required
            autoFocus={id === null}
            dir="auto"
            value={fields.name}
            onChange={(event) => set({ name: event.currentTarget.value })}
            error={problem('name')}
          />
          <Textarea
            label="Purpose"
            autosize
            minRows={2}
            maxRows={8}
            dir="auto"
            value={fields.purpose}
            onChange={(event) => set({ purpose: event.currentTarget.value })}
            error={problem('purpose')}
          />
          <div className={classes.row}>
            <Select
              label="Format"
              allowDeselect={false}
              data={programFormats.map((value) => ({ value, label: formatLabels[value] }))}
              value={fields.format}
              onChange={(value) =>
                set({ format: programFormats.find((one) => one === value) ?? 'one to one' })
              }
            />
            <Select
              label="Status"
              allowDeselect={false}
              data={programStatuses.map((value) => ({ value, label: programStatusLabels[value] }))}
              value={fields.status}
              onChange={(value) => set({ status: programStatuses.find((one) => one === value) ?? 'planned' })}
            />
          </div>
        </Part>
        <Part title="When" text="Without an end it runs until you close it.">
          <div className={classes.row}>
            <DateInput
              label="Starts on"
              valueFormat="ddd D MMM YYYY"
              value={fields.startsOn}
              onChange={(startsOn) => {
                if (startsOn) set({ startsOn })
              }}
              error={problem('startsOn')}
            />
            <DateInput
              label="Ends on"
              placeholder="open"
              clearable
              valueFormat="ddd D MMM YYYY"
              value={fields.endsOn}
              onChange={(endsOn) => set({ endsOn })}
              error={problem('endsOn')}
            />
            <NumberInput
              label="Days between sessions"
              placeholder="as each match agrees"
              min={1}
              max={3660}
              allowDecimal={false}
              allowNegative={false}
              value={fields.cadenceDays ?? ''}
              onChange={(value) => set({ cadenceDays: typeof value === 'number' ? value : null })}
              error={problem('cadenceDays')}
            />
          </div>
        </Part>
        <Part title="Who" text="Left empty, there are as many places as people come.">
          <Textarea
            label="Who can take part"
            autosize
            minRows={1}
            maxRows={6}
            dir="auto"
            value={fields.eligibility ?? ''}
            onChange={(event) => set({ eligibility: event.currentTarget.value })}
          />
          <Textarea
            label="Who does what"
            autosize
            minRows={2}
            maxRows={10}
            dir="auto"
            value={fields.roles ?? ''}
            onChange={(event) => set({ roles: event.currentTarget.value })}
          />
          <div className={classes.row}>
            {peers ? null : places('Places for mentors', 'mentorPlaces', 'open')}
            {places(peers ? 'Places' : 'Places for mentees', 'menteePlaces', 'open')}
            {peers ? null : places('Mentees for each mentor', 'mentorCapacity', 'as they say')}
          </div>
        </Part>
        <Part
          title="Support"
          text="When you talk with each person of a match. What is due stands under Today."
        >
          <PlanFields
            plan={fields.support}
            none="No check-ins are planned"
            onChange={(support) => set({ support })}
          />
        </Part>
        <Part
          title="Checklist"
          text="What is ticked off for each person in a step. Nothing keeps you from moving somebody on without it."
        >
          <ChecksField checks={fields.checks} format={fields.format} onChange={(checks) => set({ checks })} />
          {save.error?.field?.startsWith('program.checks') ? (
            <p className={classes.problem}>{save.error.message}</p>
          ) : null}
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
