import { Button } from '@mantine/core'
import type { OutputOf } from '@shared/contract'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Sprout } from '../../components/Sprout'
import { TextButton } from '../../components/TextButton'
import { momentWithin } from '../../features/settings/backups/words'
import { call, listen } from '../api'
import { useCommand } from '../records'
import { Way } from '../Way'
import { GoBack } from './GoBack'
import classes from './Recovery.module.css'
import { Salvage } from './Salvage'

interface Props {
  fileName: string
  folder: string
}

/** A file whose bytes are not what they should be: what was found, and the ways out. Nothing is lost by looking. */
export function Recovery({ fileName, folder }: Props) {
  const [busy, setBusy] = useState(false)
  const state = useQuery({
    queryKey: ['recovery.state', fileName, folder],
    queryFn: () => call('recovery.state', {}),
    staleTime: 0,
  })
  const { refetch } = state
  useEffect(() => listen('file-state', () => void refetch()), [refetch])
  useEffect(() => {
    void call('window.shown', { screen: 'recovery' })
  }, [])
  if (!state.data) return null
  const { found, open, backup, asks, salvageable } = state.data
  return (
    <div className={classes.recovery}>
      <main className={classes.page}>
        <header>
          <h1 className={classes.name}>
            <Sprout size={26} /> <span dir="auto">{fileName}</span>
          </h1>
          <p className={classes.lead} role="alert">
            {whatHappened(state.data)}
          </p>
          <p className={classes.quiet}>It is in {folder}, and is kept, whatever you choose here.</p>
        </header>
        <section className={classes.ways} aria-label="Ways out">
          <GoBack backup={backup} asks={asks} busy={busy} onBusy={setBusy} />
          {found === 'unreadable' ? <Salvage possible={salvageable} busy={busy} onBusy={setBusy} /> : null}
          {open ? <Stay found={found} busy={busy} /> : null}
        </section>
        <Leave open={open} busy={busy} />
      </main>
    </div>
  )
}

function whatHappened({ found, open, salvageable, closedAt }: OutputOf<'recovery.state'>): string {
  if (found === 'changed') {
    const since = closedAt === null ? '' : ` ${momentWithin(closedAt)}`
    return (
      `Something other than Coppice has changed this file since it was closed${since}. It may have been another ` +
      'program, a copy that was put in its place, or a fault of the disk. All of it can be read, but what it says may ' +
      'not be what you wrote.'
    )
  }
  return open || salvageable
    ? 'This file is damaged: a part of it cannot be read. Disks fail and copies tear; nothing that you did has caused it.'
    : 'This file is damaged, so it cannot be opened. Disks fail and copies tear; nothing that you did has caused it.'
}

function Stay({ found, busy }: { found: 'unreadable' | 'changed'; busy: boolean }) {
  const look = useCommand('recovery.leave')
  const accept = useCommand('recovery.accept')
  return (
    <>
      <Way
        title="Look at it first"
        text="Read and search what can still be read. Nothing is saved in it meanwhile, and you come back here by one click."
      >
        <Button variant="default" disabled={busy} onClick={() => void look.run({})}>
          Look at it
        </Button>
      </Way>
      {found === 'changed' ? (
        <Way
          title="Go on with it as it is"
          text="If it was you: you put a copy of the file in its place, or changed it by another program."
        >
          <Button variant="default" disabled={busy} onClick={() => void accept.run({})}>
            It was me, go on
          </Button>
        </Way>
      ) : null}
    </>
  )
}

function Leave({ open, busy }: { open: boolean; busy: boolean }) {
  const reveal = useCommand('recovery.reveal')
  const another = useCommand('programFile.open')
  const leave = useCommand('recovery.leave')
  const close = useCommand('programFile.close')

  async function end() {
    if (open) await close.run({})
    await leave.run({})
  }

  return (
    <p className={classes.others}>
      <TextButton onClick={() => void reveal.run({})}>Show it in its folder</TextButton>
      <TextButton disabled={busy} onClick={() => void another.run({ token: null })}>
        Open another file…
      </TextButton>
      <TextButton disabled={busy} onClick={() => void end()}>
        Close
      </TextButton>
    </p>
  )
}
