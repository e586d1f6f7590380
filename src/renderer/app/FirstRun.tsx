import { ActionIcon, Alert, Button } from '@mantine/core'
import type { RecentFile } from '@shared/contract/programFile'
import { IconX } from '@tabler/icons-react'
import { useEffect } from 'react'
import { Sprout } from '../components/Sprout'
import { call } from './api'
import { go } from './navigation'
import { recordsCache, useCommand } from './records'
import classes from './Shell.module.css'
import { Way } from './Way'
import { openExport } from './whole/wholeDialog'

interface Props {
  recent: RecentFile[]
  problem: string | null
}

const foundWords: Partial<Record<RecentFile['found'], string>> = {
  gone: 'no longer where it was',
  unreachable: 'cannot be reached just now',
}

/** No program file is open: the ways to get one. Never a blank page. */
export function FirstRun({ recent, problem }: Props) {
  const create = useCommand('programFile.create')
  const sample = useCommand('programFile.createSample')
  const open = useCommand('programFile.open')
  const busy = create.running || sample.running || open.running
  useEffect(() => {
    void call('window.shown', { screen: 'first-run' })
  }, [])

  async function createAndImport() {
    if (await create.run({})) go({ screen: 'import', kind: 'members' })
  }

  async function forget(token: string) {
    await call('programFile.forgetRecent', { token })
    await recordsCache.invalidateQueries({ queryKey: ['programFile.state'] })
  }

  return (
    <div className={classes.firstRun}>
      <main className={classes.welcome}>
        <header>
          <h1 className={classes.name} style={{ fontSize: 30, lineHeight: '38px' }}>
            <Sprout size={30} /> Coppice
          </h1>
          <p className={classes.lead}>
            The quiet workbench of a mentoring coordinator. Everything stays in one file on this computer, and
            nothing leaves it unless you export it.
          </p>
        </header>
        {problem ? (
          <Alert color="red" variant="light" role="alert">
            {problem}
          </Alert>
        ) : null}
        <section className={classes.ways} aria-label="Begin">
          <Way title="Start empty" text="A new program file, and you add your first members by hand.">
            <Button variant="default" disabled={busy} onClick={() => void create.run({})}>
              Start empty
            </Button>
          </Way>
          <Way
            title="Bring your members"
            text="A new program file, filled from your spreadsheet or address book."
          >
            <Button variant="default" disabled={busy} onClick={() => void createAndImport()}>
              Import a file
            </Button>
          </Way>
          <Way
            title="Look around first"
            text="An invented organisation with 120 members and 18 months of sessions, to try everything on."
          >
            <Button disabled={busy} loading={sample.running} onClick={() => void sample.run({})}>
              Explore the sample program
            </Button>
          </Way>
          <Way title="Open a program file" text="One that you or a colleague made before.">
            <Button variant="default" disabled={busy} onClick={() => void open.run({ token: null })}>
              Open…
            </Button>
          </Way>
          <Way
            title="Open an export"
            text="Everything that was exported from a program file, as JSON or a folder."
          >
            <Button variant="default" disabled={busy} onClick={openExport}>
              Open an export…
            </Button>
          </Way>
        </section>
        {recent.length > 0 ? (
          <section aria-label="Recent files">
            <h2>Recent</h2>
            {recent.map(({ token, name, folder, found }) => (
              <div key={token} className={classes.recent}>
                <button
                  type="button"
                  className={classes.recentFile}
                  disabled={busy || found === 'gone'}
                  onClick={() => void open.run({ token })}
                >
                  <b>{name}</b> <span>{foundWords[found] ?? folder}</span>
                </button>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={`Forget ${name}`}
                  onClick={() => void forget(token)}
                >
                  <IconX size={15} />
                </ActionIcon>
              </div>
            ))}
          </section>
        ) : null}
      </main>
    </div>
  )
}
