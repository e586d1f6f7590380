import { Autocomplete, Button, Menu, Modal, TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { go } from '@renderer/app/navigation'
import { tell } from '@renderer/app/notify'
import { useCommand } from '@renderer/app/records'
import { DialogEnd } from '@renderer/components/DialogEnd'
import type { MatchPage } from '@shared/contract/matches'
import { addDays } from '@shared/domain/calendar'
import { closingReasons } from '@shared/domain/support/closure'
import { IconChevronDown } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import classes from './Matches.module.css'

type Doing = 'pause' | 'resume' | 'close' | 'reopen'

/** What can be done with the match as a whole. */
export function MatchActions({ match, today }: { match: MatchPage; today: string }) {
  const [doing, setDoing] = useState<Doing | null>(null)
  const { status, closure } = match
  const closing = closure !== null && closure.closedOn === null
  const save = useCommand('support.save')
  async function saveKept() {
    const document = { what: 'kept' as const, matchId: match.id, today }
    const saved = await save.run({ document, format: 'pdf' })
    if (saved) tell(`Saved: ${saved.fileName}`)
  }
  const ended = status === 'completed' || status === 'ended early'
  return (
    <div className={classes.headActions}>
      {ended ? (
        <Button variant="default" onClick={() => setDoing('reopen')}>
          Reopen…
        </Button>
      ) : (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default" rightSection={<IconChevronDown size={14} />}>
              More
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {status === 'active' ? (
              <Menu.Item onClick={() => setDoing('pause')}>Pause…</Menu.Item>
            ) : (
              <Menu.Item onClick={() => setDoing('resume')}>
                {status === 'paused' ? 'Let it go on…' : 'Begin…'}
              </Menu.Item>
            )}
            {status === 'proposed' || closing ? null : (
              <Menu.Item onClick={() => setDoing('close')}>Bring it to an end…</Menu.Item>
            )}
            <Menu.Item onClick={() => go({ screen: 'reports', matchId: match.id })}>
              Report of its sessions…
            </Menu.Item>
            {match.planned ? (
              <Menu.Item onClick={() => void saveKept()}>Report of its check-ins…</Menu.Item>
            ) : null}
          </Menu.Dropdown>
        </Menu>
      )}
      {ended ? null : (
        <Button onClick={() => go({ screen: 'session-editor', matchId: match.id })}>New session</Button>
      )}
      {doing === 'close' ? <CloseDialog match={match} today={today} onClose={() => setDoing(null)} /> : null}
      {doing !== null && doing !== 'close' ? (
        <ChangeDialog match={match} today={today} doing={doing} onClose={() => setDoing(null)} />
      ) : null}
    </div>
  )
}

interface DialogProps {
  match: MatchPage
  today: string
  onClose: () => void
}

const titles: Record<Exclude<Doing, 'close'>, string> = {
  pause: 'Pause the match',
  resume: 'The match goes on',
  reopen: 'Reopen the match',
}

function ChangeDialog({ match, today, doing, onClose }: DialogProps & { doing: Exclude<Doing, 'close'> }) {
  const [onDay, setOnDay] = useState(today)
  const [reason, setReason] = useState('')
  const setStatus = useCommand('matches.setStatus')
  const reopen = useCommand('closures.reopen')
  const command = doing === 'reopen' ? reopen : setStatus

  async function submit(event: FormEvent) {
    event.preventDefault()
    const done =
      doing === 'reopen'
        ? await reopen.run({ matchId: match.id, onDay, reason })
        : await setStatus.run({
            id: match.id,
            status: doing === 'pause' ? 'paused' : 'active',
            onDay,
            reason,
          })
    if (done) onClose()
  }

  return (
    <Modal opened onClose={onClose} title={titles[doing]}>
      <form className={classes.form} onSubmit={(event) => void submit(event)}>
        <DateInput
          label="From"
          valueFormat="ddd D MMM YYYY"
          value={onDay}
          onChange={(day) => day && setOnDay(day)}
          error={command.error?.field === 'onDay' ? command.error.message : undefined}
        />
        <TextInput
          label="Because"
          required={doing !== 'resume'}
          data-autofocus
          dir="auto"
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {doing === 'pause' ? <p>No check-ins are due while it is paused.</p> : null}
        <DialogEnd label={titles[doing]} onCancel={onClose} running={command.running} />
      </form>
    </Modal>
  )
}

function CloseDialog({ match, today, onClose }: DialogProps) {
  const [reason, setReason] = useState<string>(closingReasons[0])
  const [anticipated, setAnticipated] = useState(true)
  const [endsOn, setEndsOn] = useState(addDays(today, 14))
  const begin = useCommand('closures.begin')

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (await begin.run({ matchId: match.id, anticipated, reason, begunOn: today, endsOn })) onClose()
  }

  return (
    <Modal opened onClose={onClose} title="Bring the match to an end">
      <form className={classes.form} onSubmit={(event) => void submit(event)}>
        <Autocomplete
          label="Because"
          required
          data={[...closingReasons]}
          filter={({ options }) => options}
          value={reason}
          onChange={setReason}
        />
        <fieldset className={classes.shows} aria-label="Was it foreseen?">
          <button
            type="button"
            className={classes.show}
            aria-pressed={anticipated}
            onClick={() => setAnticipated(true)}
          >
            It was foreseen
          </button>
          <button
            type="button"
            className={classes.show}
            aria-pressed={!anticipated}
            onClick={() => setAnticipated(false)}
          >
            It was not foreseen
          </button>
        </fieldset>
        <DateInput
          label="Last day"
          valueFormat="ddd D MMM YYYY"
          minDate={today}
          value={endsOn}
          onChange={(day) => day && setEndsOn(day)}
          error={begin.error?.field === 'endsOn' ? begin.error.message : undefined}
        />
        <p>
          You will be reminded to talk with each of them
          {anticipated ? ' and to let them look back together' : ''}; the match goes on until it is closed.
        </p>
        <DialogEnd label="Begin the closing" onCancel={onClose} running={begin.running} />
      </form>
    </Modal>
  )
}
