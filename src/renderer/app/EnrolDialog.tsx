import { Button, Modal, SegmentedControl, Select } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { MembersPicker } from '@renderer/components/MemberPicker'
import type { Reference } from '@shared/contract/fields'
import { rolesOf } from '@shared/domain/pipeline/steps'
import { type EnrolmentStep, enrolmentSteps, type MatchSide } from '@shared/domain/vocabulary'
import { type FormEvent, useState } from 'react'
import { counted, sideLabels, stepLabels } from '../components/labels'
import classes from './EnrolDialog.module.css'
import { findMembers } from './finders'
import { tell } from './notify'
import { useCommand, useRecords } from './records'
import { useToday } from './today'

interface Props {
  /** The program they come into; asked for when it is not given. */
  programId?: number
  /** Who is enrolled; asked for when it is not given. */
  memberIds?: readonly number[]
  onClose: (enrolled?: boolean) => void
}

/** Members come into a program, in one role and at one step. */
export function EnrolDialog({ programId, memberIds, onClose }: Props) {
  const today = useToday()
  const { data: programs } = useRecords('programs.names', {})
  const add = useCommand('enrolments.add')
  const [chosen, setChosen] = useState<number | null>(programId ?? null)
  const [people, setPeople] = useState<Reference[]>([])
  const [role, setRole] = useState<MatchSide | null>(null)
  const [step, setStep] = useState<EnrolmentStep>('applied')
  const [onDay, setOnDay] = useState(today)
  const open = (programs ?? []).filter(({ status, id }) => status !== 'closed' || id === programId)
  const program = open.find(({ id }) => id === (chosen ?? open[0]?.id))
  const roles = rolesOf(program?.format ?? 'one to one')
  const as = role !== null && roles.includes(role) ? role : (roles.at(-1) ?? 'mentee')
  const ids = memberIds ?? people.map(({ id }) => id)

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (!program || ids.length === 0) return
    const done = await add.run({ programId: program.id, memberIds: [...ids], role: as, step, onDay })
    if (!done) return
    const already = done.already === 0 ? '' : ` ${counted(done.already, 'was', 'were')} in it already.`
    tell(`${counted(done.ids.length, 'person', 'people')} enrolled in ${program.name}.${already}`)
    onClose(true)
  }

  return (
    <Modal
      opened
      onClose={() => onClose()}
      title={memberIds ? `Add ${counted(memberIds.length, 'member')} to a program` : 'Add people'}
    >
      <form className={classes.form} onSubmit={(event) => void submit(event)}>
        {programs && open.length === 0 ? (
          <p>No program is open. Make one under Mentoring first.</p>
        ) : programId === undefined ? (
          <Select
            label="Program"
            allowDeselect={false}
            data-autofocus
            data={open.map(({ id, name }) => ({ value: String(id), label: name }))}
            value={program ? String(program.id) : null}
            onChange={(id) => setChosen(id === null ? null : Number(id))}
          />
        ) : null}
        {memberIds ? null : (
          <MembersPicker
            label="Who"
            placeholder={people.length === 0 ? 'Type a few letters of a name' : ''}
            search={findMembers}
            value={people}
            onChange={setPeople}
            required
            autoFocus
          />
        )}
        {roles.length > 1 ? (
          <SegmentedControl
            aria-label="Role"
            data={roles.map((value) => ({ value, label: `${sideLabels[value]}s` }))}
            value={as}
            onChange={(value) => setRole(roles.find((one) => one === value) ?? null)}
          />
        ) : null}
        <div className={classes.row}>
          <Select
            label="They have come as far as"
            allowDeselect={false}
            data={enrolmentSteps
              .filter((value) => value !== 'closed')
              .map((value) => ({ value, label: stepLabels[value] }))}
            value={step}
            onChange={(value) => setStep(enrolmentSteps.find((one) => one === value) ?? 'applied')}
          />
          <DateInput
            label="Since"
            valueFormat="D MMM YYYY"
            value={onDay}
            maxDate={today}
            onChange={(day) => {
              if (day) setOnDay(day)
            }}
          />
        </div>
        <div className={classes.end}>
          <Button variant="default" onClick={() => onClose()}>
            Cancel
          </Button>
          <Button type="submit" disabled={!program || ids.length === 0} loading={add.running}>
            Add
          </Button>
        </div>
      </form>
    </Modal>
  )
}
