import { Button } from '@mantine/core'
import { stepHistory } from '@renderer/app/historySteps'
import { ImportReportMenu } from '@renderer/app/ImportReportMenu'
import { go } from '@renderer/app/navigation'
import { tell } from '@renderer/app/notify'
import { useCommand, useRecords } from '@renderer/app/records'
import { EmptyState } from '@renderer/components/EmptyState'
import { counted } from '@renderer/components/labels'
import type { ImportRequest } from '@shared/contract/imports'
import type { Result } from './useImport'

interface Props {
  result: Result
  request: ImportRequest
  undone: boolean
}

/** What came in. */
export function ImportResult({ result, request, undone }: Props) {
  const saveRejected = useCommand('imports.saveRejected')
  const duplicates = useRecords(
    'members.duplicates',
    { importId: result.importId, limit: 1 },
    { enabled: result.importId !== null && request.plan.kind === 'members' },
  )
  const { added, merged, skipped, rejectedCount, newMembers, enrolled } = result

  async function save() {
    const done = await saveRejected.run(request)
    if (done) tell(`Saved as ${done.fileName}.`)
  }

  if (undone) return <EmptyState title="The import was undone" text="The file is as it was before it." />
  const people = newMembers > 0 ? ` ${counted(newMembers, 'person', 'people')} became a member by it.` : ''
  const entered = enrolled > 0 ? ` ${counted(enrolled, 'person was', 'people were')} enrolled.` : ''
  const { importId, ...outcome } = result
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
      <ImportReportMenu
        file={request.file}
        on={request.today}
        came={{ what: 'rows', plan: request.plan, outcome }}
      />
    </EmptyState>
  )
}

/** Whether an import is no longer in the file: undone, by whatever button. */
export function useUndone(result: Result | null): boolean {
  const { data: imports } = useRecords('imports.history', {}, { enabled: result !== null })
  if (result === null || result.importId === null || imports === undefined) return false
  return imports.every(({ id }) => id !== result.importId)
}
