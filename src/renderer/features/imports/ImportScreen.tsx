import { Button } from '@mantine/core'
import { call } from '@renderer/app/api'
import { back, go, usePlace } from '@renderer/app/navigation'
import { tell, tellError } from '@renderer/app/notify'
import { useRecords } from '@renderer/app/records'
import { useShown } from '@renderer/app/useShown'
import { ErrorNotice } from '@renderer/components/ErrorNotice'
import { counted } from '@renderer/components/labels'
import { PageHeader } from '@renderer/components/PageHeader'
import screen from '@renderer/components/Screen.module.css'
import type { InputOf } from '@shared/contract'
import { missingColumn } from '@shared/domain/importPlan'
import type { AppError } from '@shared/errors'
import { useRef, useState } from 'react'
import { createStore } from 'zustand'
import { ChooseFile } from './ChooseFile'
import { Columns } from './Columns'
import { FileFacts } from './FileFacts'
import { ImportPreview } from './ImportPreview'
import { ImportButton, ImportProgress, type Reached } from './ImportProgress'
import { ImportResult, useUndone } from './ImportResult'
import classes from './Imports.module.css'
import { Options } from './Options'
import { useImport } from './useImport'

/** Brings in a file: what was found out, what goes where, what would happen; then all of it, or nothing. */
export function ImportScreen() {
  const place = usePlace('import')
  const state = useImport(place?.kind, place?.enrol)
  const { data: programs } = useRecords('programs.names', {}, { enabled: place?.enrol !== undefined })
  const { inspection, mapping, request, problem, result } = state
  const undone = useUndone(result)
  // Apart from the screen's state: whatever is on the screen would be drawn anew with every row that is read.
  const [reached] = useState(() => createStore<Reached | null>(() => null))
  const stop = useRef<AbortController>(undefined)
  const missing = inspection ? missingColumn(inspection.kind, mapping) : null
  const waitsForOrder = state.asksOrder && state.order === null
  const ready = request !== null && missing === null && !waitsForOrder && result === null
  const preview = useRecords('imports.preview', request ?? nothing, { enabled: ready })
  useShown('import', true)

  async function run() {
    if (!request) return
    stop.current = new AbortController()
    reached.setState({ label: 'Reading the file', share: null }, true)
    try {
      const done = await call('imports.run', request, {
        signal: stop.current.signal,
        onProgress: ({ label, done: part, total }) =>
          reached.setState({ label, share: total ? part / total : null }, true),
      })
      state.setResult(done)
      if (done.importId !== null) await call('imports.remember', rememberedPart(request.plan))
      tell(`${counted(done.added + done.merged, 'row')} taken.`)
    } catch (error) {
      const { code, message } = error as AppError
      // What the user has stopped is no failure.
      if (code === 'cancelled') tell(message)
      else tellError({ message })
    } finally {
      reached.setState(null, true)
    }
  }

  const taken = (preview.data?.added ?? 0) + (preview.data?.merged ?? 0)
  const kind = inspection?.kind ?? place?.kind ?? 'members'
  const enrol = kind === 'members' ? place?.enrol : undefined
  const program = programs?.find(({ id }) => id === enrol?.programId)?.name
  const goal = `${program ? `They are enrolled in ${program}. ` : ''}Nothing is written until you say so.`
  return (
    <div className={`${screen.scrolling} ${screen.reading}`}>
      <PageHeader
        title={enrol ? `Import ${enrol.role}s` : `Import ${kind === 'interactions' ? 'contacts' : kind}`}
        reading={
          inspection && result
            ? `${inspection.fileName} was gone through to its end.`
            : inspection
              ? `${inspection.fileName}: about ${counted(inspection.rowEstimate, 'row')}. ${goal}`
              : `From your spreadsheet, address book, calendar or form. ${goal}`
        }
        actions={
          result ? (
            <>
              <Button variant="default" onClick={() => void state.choose()}>
                Import another…
              </Button>
              {undone ? null : (
                <Button
                  onClick={() =>
                    go(
                      enrol
                        ? { screen: 'program', programId: enrol.programId, tab: 'enrolments' }
                        : destinations[kind],
                    )
                  }
                >
                  Show them
                </Button>
              )}
            </>
          ) : (
            <>
              <Button
                variant="default"
                onClick={() => (reached.getState() === null ? back() : stop.current?.abort())}
              >
                Cancel
              </Button>
              {inspection ? (
                <ImportButton
                  of={reached}
                  rows={taken}
                  disabled={!ready || taken === 0 || preview.isFetching}
                  onClick={() => void run()}
                />
              ) : null}
            </>
          )
        }
      />
      <ImportProgress of={reached} />
      {problem ? <ErrorNotice message={problem} /> : null}
      {result && request ? (
        <ImportResult result={result} request={request} undone={undone} />
      ) : inspection ? (
        <div className={classes.steps}>
          <FileFacts state={state} inspection={inspection} />
          <Columns mapping={mapping} map={state.map} inspection={inspection} problem={missing} />
          <Options state={state} inspection={inspection} />
          {ready ? <ImportPreview state={state} preview={preview} /> : null}
        </div>
      ) : (
        <ChooseFile state={state} />
      )}
    </div>
  )
}

function rememberedPart({
  kind,
  columns,
  mapping,
  dateOrder,
}: InputOf<'imports.run'>['plan']): InputOf<'imports.remember'> {
  return { kind, columns, mapping, dateOrder }
}

const destinations = {
  members: { screen: 'members' },
  sessions: { screen: 'sessions' },
  interactions: { screen: 'activity' },
} as const

/** Stands in for a request that is not asked yet. */
const nothing = {
  file: 'none',
  plan: {
    kind: 'members' as const,
    encoding: 'utf-8' as const,
    delimiter: ',' as const,
    headerLine: null,
    columns: [],
    mapping: [],
    dateOrder: null,
    serialDateColumns: [],
    timeZone: 'UTC',
  },
  onDuplicate: 'merge' as const,
  decisions: [],
  addUnknown: true,
  today: '2000-01-01',
}
