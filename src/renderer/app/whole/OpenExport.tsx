import { Button, Group, Modal } from '@mantine/core'
import { leftOutWords } from '@shared/domain/whole/privacy'
import { ErrorNotice } from '../../components/ErrorNotice'
import { counted } from '../../components/labels'
import { tell } from '../notify'
import { Doing } from './Doing'
import { useLongTask } from './useLongTask'
import classes from './Whole.module.css'
import { closeWholeDialog } from './wholeDialog'

/** A new program file with everything of an export. */
export function OpenExport({ fileIsOpen }: { fileIsOpen: boolean }) {
  const task = useLongTask('whole.open')

  async function open() {
    const done = await task.run({})
    if (!done) return
    const holds = `“${done.fileName}” holds everything of the export: ${counted(done.records, 'record')}.`
    tell(done.privateTexts === 'included' ? holds : `${holds} ${leftOutWords}`, 12_000)
    closeWholeDialog()
  }

  return (
    <Modal
      opened
      onClose={task.running ? () => undefined : closeWholeDialog}
      title="Open an export"
      size={560}
    >
      <div className={classes.dialog}>
        <p>
          Everything that was exported from a program file becomes a new one. Choose the JSON document, or{' '}
          <b>coppice.json</b> in an exported folder, and then where to keep the new file.
          {fileIsOpen ? ' The file that is open now is closed and stays as it is.' : ''}
        </p>
        {task.problem ? <ErrorNotice message={task.problem} /> : null}
        {task.doing ? <Doing {...task.doing} /> : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={task.running ? task.stop : closeWholeDialog}>
            Cancel
          </Button>
          <Button loading={task.running} onClick={() => void open()}>
            Choose…
          </Button>
        </Group>
      </div>
    </Modal>
  )
}
