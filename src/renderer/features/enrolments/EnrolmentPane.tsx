import { ActionIcon, Button, Menu } from '@mantine/core'
import { tellDeleted } from '@renderer/app/historySteps'
import { go } from '@renderer/app/navigation'
import { RecordHistory } from '@renderer/app/RecordHistory'
import { useCommand, useRecords } from '@renderer/app/records'
import { useToday } from '@renderer/app/today'
import { Avatar } from '@renderer/components/Avatar'
import { ErrorNotice } from '@renderer/components/ErrorNotice'
import { counted, shortDate, sideLabels, stepLabels } from '@renderer/components/labels'
import { TextButton } from '@renderer/components/TextButton'
import type { Enrolment } from '@shared/contract/enrolments'
import { daysBetween } from '@shared/domain/calendar'
import { isProposed, neighbour } from '@shared/domain/pipeline/steps'
import { isStuck } from '@shared/domain/pipeline/stuck'
import { IconDots, IconX } from '@tabler/icons-react'
import { Checklist } from './Checklist'
import { EnrolmentFields } from './EnrolmentFields'
import classes from './Enrolments.module.css'
import type { Moving } from './MoveDialog'
import { moveNow } from './moves'
import { WaySoFar } from './WaySoFar'

interface Props {
  id: number
  onClose: () => void
  onMove: (moving: Moving) => void
}

/** One person in a program: where they are, what is to be done for them, and how they came there. */
export function EnrolmentPane({ id, onClose, onMove }: Props) {
  const { data: enrolment, error } = useRecords('enrolments.get', { id }, { keep: false })
  const today = useToday()
  if (error) return <ErrorNotice message={error.message} />
  if (!enrolment) return null
  const { program, name, role, step, waitsForMatch, stepSince, leftReason } = enrolment
  return (
    <>
      <div className={classes.who}>
        <Avatar name={name} size="large" tone="leaf" />
        <div>
          <h2 dir="auto">{name}</h2>
          <p>
            {sideLabels[role]}, {stepLabels[step].toLowerCase()} since {shortDate(stepSince)}
          </p>
        </div>
        <More enrolment={enrolment} onClose={onClose} />
        <ActionIcon variant="subtle" color="gray" aria-label="Close the enrolment" onClick={onClose}>
          <IconX size={16} />
        </ActionIcon>
      </div>
      <Actions enrolment={enrolment} today={today} onMove={onMove} />
      {waitsForMatch && !isProposed(role, step) ? (
        <p className={classes.waits}>
          No match that goes on. Move them back to ready, and Matching proposes them again.
        </p>
      ) : null}
      {waitsForMatch && isProposed(role, step) ? (
        <p className={classes.waits}>
          No match yet.{' '}
          <TextButton
            onClick={() => go({ screen: 'program', programId: program.id, tab: 'matching', find: name })}
          >
            Find one in Matching
          </TextButton>
        </p>
      ) : null}
      {isStuck(step, stepSince, today) ? (
        <p className={classes.hint}>
          Waiting in this step for {counted(daysBetween(stepSince, today), 'day')}: move them on, or find out
          what keeps them.
        </p>
      ) : null}
      {leftReason === null ? null : <p className={classes.left}>Left before the end: {leftReason}.</p>}
      <Checklist enrolment={enrolment} today={today} />
      <EnrolmentFields key={fieldsKey(enrolment)} enrolment={enrolment} />
      <WaySoFar enrolment={enrolment} today={today} />
      <RecordHistory table="enrolments" id={id} />
    </>
  )
}

/** What was written elsewhere meanwhile takes the place of what stands in the fields. */
function fieldsKey({ appliedOn, capacity, goals, note }: Enrolment): string {
  return JSON.stringify([appliedOn, capacity, goals, note])
}

function Actions({
  enrolment,
  today,
  onMove,
}: {
  enrolment: Enrolment
  today: string
  onMove: (moving: Moving) => void
}) {
  const { id, step } = enrolment
  const next = neighbour(step, 1)
  const moving = { ids: [id], only: enrolment }
  return (
    <div className={classes.actions}>
      {next === null ? null : (
        <Button
          size="compact-sm"
          onClick={() =>
            next === 'closed' ? onMove({ ...moving, to: next }) : void moveNow([id], next, today, enrolment)
          }
        >
          {next === 'closed' ? 'Close…' : `Move to ${stepLabels[next].toLowerCase()}`}
        </Button>
      )}
      <Button size="compact-sm" variant="default" onClick={() => onMove({ ...moving, to: next ?? 'ready' })}>
        Move…
      </Button>
      {step === 'closed' ? null : (
        <Button size="compact-sm" variant="default" onClick={() => onMove({ ...moving, to: 'left' })}>
          Left…
        </Button>
      )}
    </div>
  )
}

function More({ enrolment: { id, name, memberId }, onClose }: { enrolment: Enrolment; onClose: () => void }) {
  const remove = useCommand('enrolments.remove')
  async function toTrash() {
    const deletion = await remove.run({ ids: [id] })
    if (!deletion) return
    onClose()
    tellDeleted(`Deleted: enrolment of ${name}.`, deletion)
  }
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon size={26} variant="subtle" color="gray" aria-label={`More about ${name}`}>
          <IconDots size={17} stroke={1.8} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => go({ screen: 'members', memberId })}>Open the profile</Menu.Item>
        <Menu.Item onClick={() => go({ screen: 'session-editor', memberIds: [memberId] })}>
          New session
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => void toTrash()}>Delete, as enrolled by mistake</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
