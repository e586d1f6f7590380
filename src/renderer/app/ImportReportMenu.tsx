import { FormatMenu } from '@renderer/components/report/FormatMenu'
import type { InputOf } from '@shared/contract'
import { tell } from './notify'
import { useCommand } from './records'

/** A document of what came in, and what did not. */
export function ImportReportMenu(told: Omit<InputOf<'imports.saveReport'>, 'format'>) {
  const save = useCommand('imports.saveReport')
  return (
    <FormatMenu
      label="Save a report…"
      busy={save.running}
      onChoose={async (format) => {
        const done = await save.run({ ...told, format })
        if (done) tell(`Saved as ${done.fileName}.`)
      }}
    />
  )
}
