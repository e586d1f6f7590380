import { Button, Progress } from '@mantine/core'
import type { OutputOf } from '@shared/contract'
import { useRef, useState } from 'react'
import { useCommand } from '../records'
import { Way } from '../Way'
import classes from './Recovery.module.css'
import { SalvageReport } from './SalvageReport'

interface Props {
  /** Whether there is anything to be had. */
  possible: boolean
  busy: boolean
  onBusy: (busy: boolean) => void
}

interface Doing {
  label: string
  /** In percent; null when nobody knows. */
  part: number | null
}

/** The second way out: a new file of whatever can be read. */
export function Salvage({ possible, busy, onBusy }: Props) {
  const [doing, setDoing] = useState<Doing | null>(null)
  const [salvaged, setSalvaged] = useState<NonNullable<OutputOf<'recovery.salvage'>> | null>(null)
  const stop = useRef<AbortController>(undefined)
  const { run } = useCommand('recovery.salvage')
  if (salvaged) return <SalvageReport salvaged={salvaged} />

  async function salvage() {
    stop.current = new AbortController()
    onBusy(true)
    const done = await run(
      {},
      {
        signal: stop.current.signal,
        onProgress: ({ label, done: part, total }) =>
          setDoing({ label, part: total === null || total === 0 ? null : (part / total) * 100 }),
      },
    )
    setDoing(null)
    onBusy(false)
    if (done) setSalvaged(done)
  }

  return (
    <div>
      <Way
        title="Salvage what can be read"
        text={
          possible
            ? 'Record by record, into a new file. You are told what was found and what is lost, and can still go back to a backup afterwards.'
            : 'Even the beginning of this file is damaged, where it says what is where in it, so there is nothing to be had.'
        }
      >
        {doing ? (
          <Button variant="default" onClick={() => stop.current?.abort()}>
            Cancel
          </Button>
        ) : possible ? (
          <Button variant="default" disabled={busy} onClick={() => void salvage()}>
            Salvage…
          </Button>
        ) : null}
      </Way>
      {doing ? (
        <div className={classes.doing}>
          <p role="status" className={classes.quiet}>
            {doing.label}…
          </p>
          <Progress value={doing.part ?? 100} animated={doing.part === null} aria-label={doing.label} />
        </div>
      ) : null}
    </div>
  )
}
