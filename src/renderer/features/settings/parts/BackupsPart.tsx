import { Alert, Button, Progress } from '@mantine/core'
import { tell } from '@renderer/app/notify'
import { useCommand } from '@renderer/app/records'
import { counted } from '@renderer/components/labels'
import type { OutputOf } from '@shared/contract'
import type { BackupEntry } from '@shared/contract/backups'
import { useState } from 'react'
import { BackupList } from '../backups/BackupList'
import { BackupSchedule } from '../backups/BackupSchedule'
import classes from '../backups/Backups.module.css'
import { RestoreDialog } from '../backups/RestoreDialog'
import { useBackups } from '../backups/useBackups'
import { momentWithin } from '../backups/words'
import { Section } from '../Section'
import settings from '../Settings.module.css'

type State = OutputOf<'backups.state'>

export function BackupsPart() {
  const { data: state, refetch } = useBackups()
  const [restoring, setRestoring] = useState<BackupEntry | null>(null)
  const make = useCommand('backups.make')
  const choose = useCommand('backups.choose')
  const reveal = useCommand('backups.reveal')

  if (!state) return null

  async function makeOne() {
    const made = await make.run({})
    if (made) tell(made.problem ?? 'Backed up, and read back.')
  }

  async function chooseOne() {
    const backup = await choose.run({})
    if (backup) setRestoring(backup)
  }

  return (
    <>
      <Section
        title="Your backups"
        text={`Whole copies of the file, in “${state.folder}”. When you move the file, take them along.`}
      >
        {state.problems.length > 0 ? (
          <div className={classes.problems}>
            {state.problems.map((problem) => (
              <Alert key={problem} color="yellow" variant="light" role="status">
                {problem}
              </Alert>
            ))}
          </div>
        ) : null}
        <p>{standing(state)}</p>
        <div className={settings.buttons}>
          <Button variant="default" loading={make.running} onClick={() => void makeOne()}>
            Back up now
          </Button>
          <Button variant="default" disabled={state.backups.length === 0} onClick={() => void reveal.run({})}>
            Show in their folder
          </Button>
        </div>
      </Section>
      <Section
        title="Go back to one"
        text="You see what would change before anything does, and what is there now is kept."
      >
        {state.backups.length === 0 ? (
          <p className={settings.quiet}>There is no backup yet.</p>
        ) : (
          <BackupList backups={state.backups} onRestore={setRestoring} />
        )}
        <div className={settings.buttons}>
          <Button variant="default" loading={choose.running} onClick={() => void chooseOne()}>
            {state.backups.length === 0 ? 'Choose a file…' : 'Choose another file…'}
          </Button>
        </div>
      </Section>
      <Section
        title="Check"
        text="Each is read back when it is made. Disks age: from time to time, have all of them read again."
      >
        <CheckAll count={state.backups.length} />
      </Section>
      <BackupSchedule schedule={state.schedule} onChange={() => void refetch()} />
      {restoring ? <RestoreDialog backup={restoring} onClose={() => setRestoring(null)} /> : null}
    </>
  )
}

function standing({ backups, changedSince }: State): string {
  const newest = backups.find(({ state }) => state === 'good')
  if (!newest) return changedSince ? 'Nothing is in a backup yet.' : 'Nothing was done in this file yet.'
  const when = momentWithin(newest.at)
  return changedSince
    ? `The newest is of ${when}. What you did since comes into the next one.`
    : `Everything is in the newest one, of ${when}.`
}

function CheckAll({ count }: { count: number }) {
  const check = useCommand('backups.checkAll')
  const [progress, setProgress] = useState<{ label: string; part: number } | null>(null)
  const [result, setResult] = useState<OutputOf<'backups.checkAll'> | null>(null)

  async function run() {
    setResult(null)
    const onProgress = ({ label, done, total }: { label: string; done: number; total: number | null }) =>
      setProgress({ label, part: total ? (done / total) * 100 : 0 })
    setResult(await check.run({}, { onProgress }))
    setProgress(null)
  }

  return (
    <>
      <Button variant="default" loading={check.running} disabled={count === 0} onClick={() => void run()}>
        Check all backups
      </Button>
      {progress ? (
        <div className={classes.progress}>
          <span>{progress.label}</span>
          <Progress value={progress.part} aria-label="Checked" />
        </div>
      ) : null}
      {result ? (
        <Alert color={result.damaged === 0 ? 'leaf' : 'red'} variant="light" role="status">
          {result.damaged === 0
            ? `All is well: ${counted(result.checked, 'backup')} read and compared.`
            : `${counted(result.damaged, 'backup is', 'backups are')} damaged, of ${result.checked}. Damaged ones are marked above, and never offered.`}
        </Alert>
      ) : null}
    </>
  )
}
