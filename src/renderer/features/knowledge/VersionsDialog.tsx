import { Button, Modal } from '@mantine/core'
import { tell } from '@renderer/app/notify'
import { useCommand, useRecords } from '@renderer/app/records'
import { ErrorNotice } from '@renderer/components/ErrorNotice'
import { FieldChanges } from '@renderer/components/history/FieldChanges'
import { longMoment } from '@renderer/components/labels'
import type { OutputOf } from '@shared/contract'
import type { FieldChange } from '@shared/contract/history'
import classes from './Knowledge.module.css'

type Version = OutputOf<'knowledge.versions'>[number]

/** How an item came to be what it is, and the way back to what it was. */
export function VersionsDialog({ id, onClose }: { id: number; onClose: () => void }) {
  const { data: versions, error } = useRecords('knowledge.versions', { id })
  const restore = useCommand('knowledge.restoreVersion')

  async function takeBack(number: number) {
    if (!(await restore.run({ id, number }))) return
    tell(`Version ${number} is the text again, as a new version.`)
    onClose()
  }

  return (
    <Modal closeOnClickOutside opened onClose={onClose} title="Versions" size="lg">
      {error ? <ErrorNotice message={error.message} /> : null}
      <ol className={classes.versions}>
        {versions?.map((version, at) => (
          <li key={version.number}>
            <div className={classes.versionHead}>
              <span>
                <b>Version {version.number}</b>
                <span className={classes.quiet}>
                  {' '}
                  · {longMoment(version.writtenAt)}
                  {at === 0 ? ' · as it is now' : ''}
                </span>
              </span>
              {at === 0 ? null : (
                <Button
                  size="compact-sm"
                  variant="default"
                  loading={restore.running}
                  onClick={() => void takeBack(version.number)}
                >
                  Take this text again
                </Button>
              )}
            </div>
            <FieldChanges fields={changesOf(version)} />
          </li>
        ))}
      </ol>
    </Modal>
  )
}

function changesOf({ title, titleBefore, difference, number }: Version): FieldChange[] {
  if (number === 1) return [{ label: 'Begun as', kind: 'text', before: null, after: title, diff: null }]
  return [
    ...(titleBefore === null
      ? []
      : [{ label: 'Title', kind: 'text', before: titleBefore, after: title, diff: null } as const]),
    ...(difference.length === 0
      ? []
      : [{ label: 'Text', kind: 'text', before: null, after: null, diff: difference } as const]),
  ]
}
