import { Button } from '@mantine/core'
import { stepHistory } from '@renderer/app/historySteps'
import { go } from '@renderer/app/navigation'
import { tell } from '@renderer/app/notify'
import { useCommand, useRecords } from '@renderer/app/records'
import { EmptyState } from '@renderer/components/EmptyState'
import { counted } from '@renderer/components/labels'
import { FormatMenu } from '@renderer/components/report/FormatMenu'
import type { ImportRequest } from '@shared/contract/imports'
import type { ExportFormat } from '@shared/domain/vocabulary'
import type { Result } from './useImport'

/** What came in. */
export function ImportResult({ result, request }: { result: Result; request: ImportRequest }) {
  const saveRejected = useCommand('imports.saveRejected')
  const saveReport = useCommand('imports.saveReport')
  const { data: imports } = useRecords('imports.history', {})
  const duplicates = useRecords(
    'members.duplicates',
    { importId: result.importId, limit: 1 },
    { enabled: result.importId !== null && request.plan.kind === 'members' },
  )
  const { added, merged, skipped, rejectedCount, newMembers, enrolled } = result
  // Undo takes back the last command, whatever it was: the button goes with the import.
  const undone = result.importId !== null && imports?.every(({ id }) => id !== result.importId) === true

  async function save() {
    const done = await saveRejected.run(request)
    if (done) tell(`Saved as ${done.fileName}.`)
  }

  async function report(format: ExportFormat) {
    const { importId: _, ...outcome } = result
    const done = await saveReport.run({ request, outcome, format })
    if (done) tell(`Saved as ${done.fileName}.`)
  }

  if (undone) return <EmptyState title="The import was undone" text="The file is as it was before it." />
  const people = newMembers > 0 ? ` ${counted(newMembers, 'person', 'people')} became a member by it.` : ''
  const entered = enrolled > 0 ? ` ${counted(enrolled, 'person was', 'people were')} enrolled.` : ''
  const importId = result.importId
  const twice = importId === null ? 0 : (duplicates.data?.total ?? 0)
  const alike =
    twice === 0 ? '' : ` ${counted(twice, 'pair')} of members may be the same person: have a look at them.`
  return (
    <EmptyState
      title={`${counted(added, 'row')} added, ${merged} merged`}
      text={`${counted(skipped, 'row')} there already, ${rejectedCount} not taken.${people}${entered}${alike} The whole import can be undone as one step.`}
    >
      {added + merged > 0 ? (
        <Button variant="default" onClick={() => void stepHistory('undo')}>
          Undo the import
        </Button>
      ) : null}
      {importId !== null && twice > 0 ? (
        <Button variant="default" onClick={() => go({ screen: 'duplicates', importId })}>
          Look at the duplicates…
        </Button>
      ) : null}
      {rejectedCount > 0 ? (
        <Button variant="default" loading={saveRejected.running} onClick={() => void save()}>
          Save the rows not taken…
        </Button>
      ) : null}
      <FormatMenu
        label="Save a report…"
        busy={saveReport.running}
        onChoose={(format) => void report(format)}
      />
    </EmptyState>
  )
}
