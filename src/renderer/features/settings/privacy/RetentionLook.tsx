import { Button, Modal, Progress, TextInput } from '@mantine/core'
import { tell } from '@renderer/app/notify'
import { useCommand } from '@renderer/app/records'
import { useToday } from '@renderer/app/today'
import { counted, longDate, shortDate } from '@renderer/components/labels'
import type { RetentionDue } from '@shared/contract/retention'
import type { RetentionRuleName } from '@shared/domain/retention'
import { useState } from 'react'
import classes from './Privacy.module.css'
import { ruleWords } from './retentionWords'

interface Props {
  rule: RetentionRuleName
  months: number | null
  due: RetentionDue
  onClose: () => void
}

/** What one rule would remove today, one by one, and the button that does it. */
export function RetentionLook({ rule, months, due, onClose }: Props) {
  const today = useToday()
  // What is looked at is what is removed, whatever comes in meanwhile.
  const [{ count, lines }] = useState(() => ({ count: due[rule].count, lines: linesOf(rule, due) }))
  const [typed, setTyped] = useState('')
  const [label, setLabel] = useState<string | null>(null)
  const run = useCommand('retention.run')
  const { things, effect, after } = ruleWords[rule]

  async function remove() {
    const done = await run.run(
      { rule, today, expected: count },
      { onProgress: (progress) => setLabel(progress.label) },
    )
    if (!done) return
    tell(`Done: ${things(done.count)}.`)
    onClose()
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={`${capital(things(count))} past the time`}
      size={560}
      closeOnEscape={!run.running}
      withCloseButton={!run.running}
    >
      <div className={classes.look}>
        <p>
          {months} {after}. {effect} It cannot be undone, and neither can anything that was done before it.
        </p>
        {lines.length > 0 ? (
          <ul className={classes.list}>
            {lines.map(({ id, text, detail }) => (
              <li key={id}>
                <span dir="auto">{text}</span> <small>{detail}</small>
              </li>
            ))}
            {count > lines.length ? (
              <li>{counted(count - lines.length, 'more', 'more')}, not listed</li>
            ) : null}
          </ul>
        ) : null}
        {run.running ? (
          <div role="status" className={classes.running}>
            <p>{label ?? 'Removing, and writing the file anew'}…</p>
            <Progress value={100} animated aria-label="The removal is running" />
          </div>
        ) : (
          <form
            className={classes.confirmation}
            onSubmit={(event) => {
              event.preventDefault()
              if (typed.trim() === String(count)) void remove()
            }}
          >
            <TextInput
              label={
                <>
                  To remove them for good, type how many they are: <b>{count}</b>
                </>
              }
              inputMode="numeric"
              autoComplete="off"
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
            <div className={classes.end}>
              <Button variant="default" onClick={onClose} data-autofocus>
                Not now
              </Button>
              <Button type="submit" color="red" disabled={typed.trim() !== String(count)}>
                Remove for good
              </Button>
            </div>
          </form>
        )}
      </div>
    </Modal>
  )
}

interface Line {
  id: number | string
  text: string
  detail: string
}

function linesOf(rule: RetentionRuleName, due: RetentionDue): Line[] {
  switch (rule) {
    case 'members':
    case 'prospects':
      return due[rule].first.map(({ id, name, since }) => ({
        id,
        text: name,
        detail: `since ${shortDate(since)}`,
      }))
    case 'notes':
      return due.notes.first.map(({ id, heldOn, attendees }) => ({
        id,
        text: attendees.map(({ name }) => name).join(', '),
        detail: longDate(heldOn),
      }))
    case 'checkIns':
      return due.checkIns.first.map(({ kind, id, on, name }) => ({
        id: `${kind} ${id}`,
        text: name ?? 'A last meeting to look back',
        detail: `${longDate(on)}${kind === 'end' && name !== null ? ', at the end of the match' : ''}`,
      }))
    case 'trash':
      return due.trash.first.map(({ id, name, deletedAt }) => ({
        id,
        text: name,
        detail: `deleted ${shortDate(deletedAt.slice(0, 10))}`,
      }))
    case 'history':
      return []
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
