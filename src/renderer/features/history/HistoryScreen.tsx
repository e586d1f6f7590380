import { Button, SegmentedControl } from '@mantine/core'
import { go, usePlace } from '@renderer/app/navigation'
import { tell } from '@renderer/app/notify'
import { useCommand, useRecords } from '@renderer/app/records'
import { useShown } from '@renderer/app/useShown'
import { counted, longDate } from '@renderer/components/labels'
import { PageHeader } from '@renderer/components/PageHeader'
import screen from '@renderer/components/Screen.module.css'
import type { OutputOf } from '@shared/contract'
import { localDate } from '@shared/domain/calendar'
import { useState } from 'react'
import { Changes } from './Changes'
import { useHistoryView } from './historyView'
import { PurgeDialog } from './PurgeDialog'
import { Trash } from './Trash'

/** What was done in this file, and what was deleted from it. */
export function HistoryScreen() {
  const place = usePlace('history')
  const tab = place?.tab ?? 'changes'
  const overview = useRecords('history.overview', {})
  const trash = useRecords('trash.list', { page: { offset: 0, limit: 1 } })
  const [emptying, setEmptying] = useState(false)
  const lying = trash.data?.total ?? 0
  useShown('history', overview.data !== undefined && trash.data !== undefined)

  return (
    <div className={screen.screen}>
      <PageHeader
        title={tab === 'trash' ? 'Trash' : 'History'}
        reading={tab === 'trash' ? trashReading(lying) : overview.data ? reading(overview.data) : null}
        actions={
          <>
            <SegmentedControl
              aria-label="What is shown"
              data={[
                { value: 'changes', label: 'Changes' },
                { value: 'trash', label: lying === 0 ? 'Trash' : `Trash (${lying.toLocaleString()})` },
              ]}
              value={tab}
              onChange={(value) => go({ screen: 'history', tab: value === 'trash' ? 'trash' : 'changes' })}
            />
            {tab === 'changes' ? (
              <ExportButton />
            ) : (
              <Button variant="default" disabled={lying === 0} onClick={() => setEmptying(true)}>
                Empty the trash…
              </Button>
            )}
          </>
        }
      />
      {tab === 'trash' ? <Trash /> : <Changes command={place?.command} />}
      {emptying ? <PurgeDialog rows={null} count={lying} onClose={() => setEmptying(false)} /> : null}
    </div>
  )
}

function ExportButton() {
  const filter = useHistoryView((view) => view.filter)
  const save = useCommand('history.save')
  async function run() {
    const saved = await save.run({ filter })
    if (saved) tell(`${counted(saved.commands, 'change')} saved as ${saved.fileName}.`)
  }
  return (
    <Button variant="default" loading={save.running} onClick={() => void run()}>
      Export…
    </Button>
  )
}

function reading({ commands, firstAt }: OutputOf<'history.overview'>): string {
  if (firstAt === null) return 'Nothing was done in this file yet.'
  return `${counted(commands, 'change')} since ${longDate(localDate(new Date(firstAt)))}, the newest first.`
}

function trashReading(lying: number): string {
  if (lying === 0) return 'Nothing lies in the trash.'
  return `${counted(lying, 'thing')} can come back from here, with everything that belonged to ${lying === 1 ? 'it' : 'them'}.`
}
