import { Modal, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { tell } from '@renderer/app/notify'
import { useCommand, useRecords } from '@renderer/app/records'
import { DialogEnd } from '@renderer/components/DialogEnd'
import { groundTitle } from '@renderer/components/labels'
import type { Reference } from '@shared/contract/fields'
import type { ReadinessCheck } from '@shared/contract/readiness'
import { agreement, areaLabels, readinessAreas, readinessItems } from '@shared/domain/growth/readiness'
import { type FormEvent, useState } from 'react'
import classes from './Readiness.module.css'

interface Props {
  /** Null for one more person. */
  check: ReadinessCheck | null
  community: Reference | null
  idea: string
  today: string
  onClose: () => void
}

/** The twelve statements, for one person to answer. */
export function CheckDialog({ check, community, idea, today, onClose }: Props) {
  const save = useCommand('readiness.save')
  const { data: communities } = useRecords('communities.list', { today })
  const [fields, setFields] = useState({
    communityId: community?.id ?? null,
    idea,
    takenOn: check?.takenOn ?? today,
    who: check?.who ?? '',
    note: check?.note ?? '',
  })
  const [answers, setAnswers] = useState<Record<string, number>>(check?.answers ?? {})
  const set = (changes: Partial<typeof fields>) => setFields((before) => ({ ...before, ...changes }))
  const problem = (field: string) => (save.error?.field === `check.${field}` ? save.error.message : undefined)
  const left = readinessItems.filter(({ key }) => answers[key] === undefined).length

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (!(await save.run({ id: check?.id ?? null, check: { ...fields, answers } }))) return
    tell('The answers are kept.')
    onClose()
  }

  return (
    <Modal opened onClose={onClose} size={860} title={groundTitle} closeOnClickOutside={false}>
      <form className={classes.dialog} onSubmit={(event) => void submit(event)} noValidate>
        <div className={classes.row}>
          <Select
            label="For which community"
            placeholder="one that is not there yet"
            clearable
            data={(communities ?? []).map(({ id, name }) => ({ value: String(id), label: name }))}
            value={fields.communityId === null ? null : String(fields.communityId)}
            onChange={(value) => set({ communityId: value === null ? null : Number(value) })}
            error={problem('communityId')}
          />
          {fields.communityId === null ? (
            <TextInput
              label="What it would be about"
              dir="auto"
              value={fields.idea}
              onChange={(event) => set({ idea: event.currentTarget.value })}
              error={problem('idea')}
            />
          ) : null}
        </div>
        <div className={classes.row}>
          <TextInput
            label="Who answers"
            placeholder="you, or somebody who knows the place"
            dir="auto"
            value={fields.who}
            onChange={(event) => set({ who: event.currentTarget.value })}
            error={problem('who')}
          />
          <DateInput
            label="On"
            valueFormat="ddd D MMM YYYY"
            value={fields.takenOn}
            onChange={(day) => {
              if (day) set({ takenOn: day })
            }}
            error={problem('takenOn')}
          />
        </div>
        {readinessAreas.map((area) => (
          <fieldset key={area} className={classes.area}>
            <legend>{areaLabels[area]}</legend>
            {readinessItems
              .filter((item) => item.area === area)
              .map(({ key, statement }) => (
                <div key={key} className={classes.item}>
                  <span>{statement}</span>
                  <SegmentedControl
                    aria-label={statement}
                    size="xs"
                    data={agreement.map((label, at) => ({ value: String(at + 1), label }))}
                    // Without a choice nothing is marked.
                    value={answers[key] === undefined ? '' : String(answers[key])}
                    onChange={(value) => setAnswers((before) => ({ ...before, [key]: Number(value) }))}
                  />
                </div>
              ))}
          </fieldset>
        ))}
        <Textarea
          label="Note"
          autosize
          minRows={1}
          maxRows={6}
          dir="auto"
          value={fields.note}
          onChange={(event) => set({ note: event.currentTarget.value })}
          error={problem('note')}
        />
        {problem('answers') ? (
          <p className={classes.problem} role="alert">
            {problem('answers')}
          </p>
        ) : null}
        <DialogEnd
          label="Keep the answers"
          onCancel={onClose}
          running={save.running}
          disabled={left === readinessItems.length}
        >
          <span className={classes.left}>{left === 0 ? 'All are answered.' : `${left} of 12 left.`}</span>
        </DialogEnd>
      </form>
    </Modal>
  )
}
