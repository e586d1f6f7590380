import { ActionIcon, Button, Menu } from '@mantine/core'
import { tellDeleted } from '@renderer/app/historySteps'
import { go } from '@renderer/app/navigation'
import { tell } from '@renderer/app/notify'
import { RecordHistory } from '@renderer/app/RecordHistory'
import { useCommand, useRecords } from '@renderer/app/records'
import { useToday } from '@renderer/app/today'
import { ErrorNotice } from '@renderer/components/ErrorNotice'
import { counted, gatheringLabels, longDate } from '@renderer/components/labels'
import screen from '@renderer/components/Screen.module.css'
import { TextButton } from '@renderer/components/TextButton'
import type { Gathering } from '@shared/contract/gatherings'
import { ruleWords } from '@shared/domain/repeats'
import { IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import { AttendancePart } from './AttendancePart'
import { GatheringDialog } from './GatheringDialog'
import page from './GatheringPage.module.css'
import classes from './Gatherings.module.css'
import { detailsOf, titleOf } from './words'

interface Props {
  id: number
  communityId: number
}

/** One gathering: when and where it is, who was there, and what was noted. */
export function GatheringPage({ id, communityId }: Props) {
  const today = useToday()
  const { data: gathering, error } = useRecords('gatherings.get', { id, today }, { keep: false })
  const all = () => go({ screen: 'community', communityId, tab: 'gatherings' })
  return (
    <div className={`${classes.scroll} ${screen.reading}`}>
      <div>
        <TextButton onClick={all}>All gatherings</TextButton>
      </div>
      {error ? <ErrorNotice message={error.message} /> : null}
      {gathering ? <Shown gathering={gathering} today={today} onGone={all} /> : null}
    </div>
  )
}

interface ShownProps {
  gathering: Gathering
  today: string
  onGone: () => void
}

function Shown({ gathering, today, onGone }: ShownProps) {
  const [editing, setEditing] = useState(false)
  const { id, communityId, status, series, notes } = gathering
  const setStatus = useCommand('gatherings.setStatus')
  const details = detailsOf(gathering)

  async function become(next: Gathering['status'], told: string) {
    if (await setStatus.run({ id, status: next })) tell(told)
  }

  return (
    <>
      <header className={page.head}>
        <div>
          <h2 dir="auto">{titleOf(gathering)}</h2>
          <p>
            {longDate(gathering.heldOn)}
            {details === '' ? '' : ` · ${details}`}
            {gathering.title === null ? '' : ` · ${gatheringLabels[gathering.kind].toLowerCase()}`}
          </p>
          {series === null ? null : <p>It comes back {ruleWords(series.rule)}.</p>}
        </div>
        <div className={page.actions}>
          <Button variant="default" onClick={() => setEditing(true)}>
            Edit the gathering…
          </Button>
          <More gathering={gathering} today={today} onStatus={become} onGone={onGone} />
        </div>
      </header>
      {status === 'cancelled' ? (
        <p className={page.state}>
          It was cancelled.{' '}
          <TextButton onClick={() => void become('planned', 'It is planned again.')}>
            It takes place after all
          </TextButton>
        </p>
      ) : gathering.heldOn > today ? (
        <p className={page.state}>It is still to come. Who was there can be noted once it was held.</p>
      ) : (
        // What was saved somewhere else meanwhile is taken up.
        <AttendancePart key={keyOf(gathering)} gathering={gathering} />
      )}
      {notes === '' ? null : (
        <section aria-label="Notes">
          <h2>Notes</h2>
          {notes.split(/\n\s*\n/).map((paragraph) => (
            <p key={paragraph} className={page.notes} dir="auto">
              {paragraph}
            </p>
          ))}
        </section>
      )}
      <RecordHistory table="gatherings" id={id} />
      {editing ? (
        <GatheringDialog communityId={communityId} gathering={gathering} onClose={() => setEditing(false)} />
      ) : null}
    </>
  )
}

function keyOf({ attendees, guests, status }: Gathering): string {
  return JSON.stringify([status, guests, attendees.map(({ id, minutes }) => [id, minutes])])
}

interface MoreProps {
  gathering: Gathering
  today: string
  onStatus: (status: Gathering['status'], told: string) => Promise<void>
  onGone: () => void
}

function More({ gathering, today, onStatus, onGone }: MoreProps) {
  const { id, status, series, heldOn } = gathering
  const remove = useCommand('gatherings.remove')
  const end = useCommand('gatherings.endSeries')

  async function toTrash() {
    const deletion = await remove.run({ id })
    if (!deletion) return
    onGone()
    tellDeleted(`Deleted: ${titleOf(gathering)}.`, deletion)
  }

  async function endSeries(seriesId: number) {
    const done = await end.run({ seriesId, from: heldOn > today ? heldOn : today })
    if (!done) return
    onGone()
    tell(
      `The series has ended; ${counted(done.gone, 'gathering that was', 'gatherings that were')} planned went with it.`,
    )
  }

  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon size={34} variant="default" aria-label="More about this gathering">
          <IconDots size={17} stroke={1.8} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {status === 'cancelled' ? null : (
          <Menu.Item onClick={() => void onStatus('cancelled', 'It is cancelled.')}>
            It was cancelled
          </Menu.Item>
        )}
        {status === 'held' ? (
          <Menu.Item onClick={() => void onStatus('planned', 'It is planned.')}>
            It was not held yet
          </Menu.Item>
        ) : null}
        {series !== null && series.endedOn === null ? (
          <Menu.Item onClick={() => void endSeries(series.id)}>End the series here</Menu.Item>
        ) : null}
        <Menu.Divider />
        <Menu.Item onClick={() => void toTrash()}>Delete</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
