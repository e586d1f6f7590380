import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import { ErrorNotice } from '../components/ErrorNotice'
import { TextButton } from '../components/TextButton'
import { tell } from './notify'
import { useCommand, useRecords } from './records'
import classes from './SplitDialog.module.css'

/** Offers to take apart a merge that stands. What that would do is costly to plan, so only whoever asks is told. */
export function SplitMerge({ command, label }: { command: number; label: string }) {
  const [asking, setAsking] = useState(false)
  return (
    <>
      <TextButton onClick={() => setAsking(true)}>{label}</TextButton>
      {asking ? <SplitDialog command={command} onClose={() => setAsking(false)} /> : null}
    </>
  )
}

/** So many sentences are read; of more it is said how many there are. */
const mostRead = 12

function SplitDialog({ command, onClose }: { command: number; onClose: () => void }) {
  const { data } = useRecords('members.splitPreview', { command })
  const split = useCommand('members.split')
  if (data === undefined) return null
  if (data === null) {
    return (
      <Modal opened onClose={onClose} title="Take the merge apart" size={560}>
        <p>This merge was taken apart or undone already.</p>
      </Modal>
    )
  }
  const { kept, back, returns, stays, conflicts, refusal } = data

  async function run() {
    if (!(await split.run({ command }))) return
    tell(`${back.name} is a member of their own again.`)
    onClose()
  }

  return (
    <Modal opened onClose={onClose} title="Take the merge apart" size={560}>
      <div className={classes.body}>
        {refusal === null ? (
          <>
            <Sentences items={returns} />
            <Sentences items={stays} />
            {conflicts.length === 0 ? (
              <p>Nothing that the merge changed was touched since, so all of it becomes as it was before.</p>
            ) : (
              <>
                <p>What was changed since stays as it is now:</p>
                <ul>
                  {conflicts.slice(0, mostRead).map((conflict) => (
                    <li key={conflict}>{conflict}</li>
                  ))}
                </ul>
                {conflicts.length > mostRead ? (
                  <p>And {conflicts.length - mostRead} more like these.</p>
                ) : null}
              </>
            )}
          </>
        ) : (
          <ErrorNotice message={refusal} />
        )}
        <div className={classes.end}>
          <Button variant="default" onClick={onClose}>
            Leave it at one member
          </Button>
          {refusal === null ? (
            <Button
              loading={split.running}
              onClick={() => void run()}
              aria-label={`Take apart ${kept.name} and ${back.name}`}
            >
              Take apart
            </Button>
          ) : null}
        </div>
      </div>
    </Modal>
  )
}

function Sentences({ items }: { items: readonly string[] }) {
  return items.map((sentence) => <p key={sentence}>{sentence}</p>)
}
