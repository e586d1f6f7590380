import { Button, Checkbox, Modal, Select } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { call } from '@renderer/app/api'
import { ImportReportMenu } from '@renderer/app/ImportReportMenu'
import { ImportUndone } from '@renderer/app/ImportUndone'
import { go } from '@renderer/app/navigation'
import { tellError } from '@renderer/app/notify'
import { useCommand, useRecords } from '@renderer/app/records'
import { useStanding } from '@renderer/app/standing'
import { counted, shortDate } from '@renderer/components/labels'
import type { OutputOf } from '@shared/contract'
import type { AttendanceImport, AttendanceOutcome } from '@shared/contract/attendanceImport'
import type { GatheringRow } from '@shared/contract/gatherings'
import { useState } from 'react'
import classes from './Gatherings.module.css'
import { type Decision, WhoIsWho } from './WhoIsWho'
import { titleOf } from './words'

interface Props {
  communityId: number
  gatherings: readonly GatheringRow[]
  today: string
  onClose: () => void
}

/** Attendance out of the file of a meeting tool: of which gathering it is, and who is who, before anything is taken. */
export function ImportDialog({ communityId, gatherings, today, onClose }: Props) {
  const [request, setRequest] = useState<AttendanceImport | null>(null)
  const [done, setDone] = useState<OutputOf<'gatherings.import'> | null>(null)

  async function choose() {
    try {
      const picked = await call('imports.choose', {})
      if (!picked) return
      const asked: AttendanceImport = {
        file: picked.file,
        communityId,
        gatheringId: null,
        fresh: { title: null, kind: 'meeting', heldOn: today },
        decisions: [],
        unknownAsGuests: true,
      }
      const { title, startOn } = await call('gatherings.previewImport', asked)
      const same = gatherings.find(({ heldOn, status }) => heldOn === startOn && status !== 'cancelled')
      setRequest({
        ...asked,
        gatheringId: same?.id ?? null,
        fresh: { title, kind: 'meeting', heldOn: startOn ?? today },
      })
    } catch (error) {
      if (error instanceof Error) tellError(error)
    }
  }

  return (
    <Modal opened onClose={onClose} size={760} title="Attendance from a file">
      <div className={classes.dialog}>
        {done && request ? (
          <Done outcome={done} request={request} today={today} onClose={onClose} />
        ) : request ? (
          <Preview
            request={request}
            onChange={setRequest}
            gatherings={gatherings}
            onAgain={() => void choose()}
            onDone={setDone}
          />
        ) : (
          <>
            <p>
              Take the attendance report that Teams, Zoom, Google Meet, Webex or Meetup exports. People are
              found by their e-mail address, else by their name; whoever joined again is counted once. You see
              who would be taken before anything is.
            </p>
            <div className={classes.dialogEnd}>
              <Button data-autofocus onClick={() => void choose()}>
                Choose a file…
              </Button>
            </div>
          </>
        )}
      </div>
    </Modal>
  )
}

interface PreviewProps {
  request: AttendanceImport
  onChange: (request: AttendanceImport) => void
  gatherings: readonly GatheringRow[]
  onAgain: () => void
  onDone: (outcome: OutputOf<'gatherings.import'>) => void
}

function Preview({ request, onChange, gatherings, onAgain, onDone }: PreviewProps) {
  const { data, error } = useRecords('gatherings.previewImport', request)
  const run = useCommand('gatherings.import')
  const people = data ? data.taken + data.guests.length : 0

  async function take() {
    const outcome = await run.run(request)
    if (outcome && outcome.id !== null) onDone(outcome)
  }

  const decide = (line: number, is: Decision) => {
    const others = request.decisions.filter((one) => one.line !== line)
    onChange({ ...request, decisions: is === null ? others : [...others, { line, is }] })
  }

  return (
    <>
      <Which
        request={request}
        onChange={onChange}
        gatherings={gatherings}
        startText={data?.startText ?? null}
      />
      <p role="status">{error ? error.message : data ? readingOf(data) : ''}</p>
      {data?.isPromise ? (
        <p>The file says who meant to come, not who came: leave out whoever did not.</p>
      ) : null}
      {data ? <WhoIsWho outcome={data} onDecide={decide} /> : null}
      <Checkbox
        label="Whoever is in no directory counts as a guest without a name"
        checked={request.unknownAsGuests}
        onChange={(event) => onChange({ ...request, unknownAsGuests: event.currentTarget.checked })}
      />
      <div className={classes.dialogEnd}>
        <Button variant="default" onClick={onAgain}>
          Another file…
        </Button>
        <Button loading={run.running} disabled={people === 0} onClick={() => void take()}>
          Take {counted(people, 'person', 'people')}
        </Button>
      </div>
    </>
  )
}

interface DoneProps {
  outcome: OutputOf<'gatherings.import'>
  request: AttendanceImport
  today: string
  onClose: () => void
}

function Done({ outcome: { id, ...outcome }, request, today, onClose }: DoneProps) {
  const { communityId, file } = request
  const stands = useStanding()

  function show() {
    onClose()
    if (id !== null) go({ screen: 'community', communityId, tab: 'gatherings', gatheringId: id })
  }

  if (!stands) return <ImportUndone onClose={onClose} />

  return (
    <>
      <p>
        Taken: {whoWords(outcome)}
        {notTakenWords(outcome, '.')} Undo takes it back as one step.
      </p>
      <div className={classes.dialogEnd}>
        <ImportReportMenu file={file} on={today} came={{ what: 'attendance', outcome }} />
        <Button data-autofocus onClick={show}>
          Show the gathering
        </Button>
      </div>
    </>
  )
}

function readingOf({ fileName, ...outcome }: AttendanceOutcome & { fileName: string }): string {
  return `In ${fileName}: ${whoWords(outcome)}${notTakenWords(outcome, ':')}`
}

/** "12 members of the directory, 3 of them noted already, and 2 guests" */
function whoWords({ taken, known, guests }: AttendanceOutcome): string {
  return [
    counted(taken, 'member of the directory', 'members of the directory'),
    known === 0 ? '' : `, ${known} of them noted already`,
    guests.length === 0 ? '' : `, and ${counted(guests.length, 'guest')}`,
  ].join('')
}

/** The end of the sentence before it, and how many lines are not taken. */
function notTakenWords({ rejected }: AttendanceOutcome, end: '.' | ':'): string {
  return rejected.length === 0 ? '.' : `. ${counted(rejected.length, 'line is', 'lines are')} not taken${end}`
}

type WhichProps = Pick<PreviewProps, 'request' | 'onChange' | 'gatherings'> & { startText: string | null }

const asNew = 'new'

function Which({ request, onChange, gatherings, startText }: WhichProps) {
  const { gatheringId, fresh } = request
  const choices = gatherings.filter(({ status }) => status !== 'cancelled').slice(0, 200)
  return (
    <div className={classes.row}>
      <Select
        label="Of which gathering"
        description={startText === null ? undefined : `The file says: ${startText}`}
        allowDeselect={false}
        searchable
        data={[
          { value: asNew, label: 'A new one' },
          ...choices.map((one) => ({
            value: String(one.id),
            label: `${shortDate(one.heldOn)}: ${titleOf(one)}`,
          })),
        ]}
        value={gatheringId === null ? asNew : String(gatheringId)}
        onChange={(value) =>
          onChange({ ...request, gatheringId: value === asNew || value === null ? null : Number(value) })
        }
      />
      {gatheringId === null ? (
        <DateInput
          label="Held on"
          description={fresh.title ?? undefined}
          valueFormat="ddd D MMM YYYY"
          value={fresh.heldOn}
          onChange={(heldOn) => {
            if (heldOn) onChange({ ...request, fresh: { ...fresh, heldOn } })
          }}
        />
      ) : null}
    </div>
  )
}
