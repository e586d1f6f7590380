import { writeAtomically } from '@main/exporting/atomicFile'
import { byteOrderMark, csvText } from '@main/exporting/csvText'
import { historyCsvHeader, historyCsvRows } from '@main/exporting/historyCsv'
import type { OutputOf } from '@shared/contract'
import type { HistoryCommand, HistoryFilter } from '@shared/contract/history'
import { stopIf } from '../engine/command'
import type { Reader } from '../engine/reader'
import type { Task } from '../handler'
import { listCommands, type Place } from './audit'
import { changesOf } from './entries'

type Changes = OutputOf<'history.changes'>

const commandsAtATime = 200
const changesAtATime = 2000

/** Writes what is filtered as a CSV; a million lines take no more memory than a few. @returns how many commands. */
export async function writeHistory(
  db: Reader,
  { filter, path }: { filter: HistoryFilter; path: string },
  task: Task,
): Promise<{ commands: number }> {
  let commands = 0
  await writeAtomically(path, async (file) => {
    await file.write(byteOrderMark + csvText([historyCsvHeader]))
    let after: Place | null = null
    do {
      const page = listCommands(db, { filter, after, limit: commandsAtATime })
      let from: Changes['next'] = null
      do {
        stopIf(task.cancelled)
        const part: Changes = changesOf(db, {
          commands: page.rows.map(({ id }) => id),
          after: from,
          limit: changesAtATime,
        })
        await file.write(csvText(page.rows.flatMap((command) => rowsOf(command, part))))
        from = part.next
      } while (from !== null)
      commands += page.rows.length
      task.progress({
        label: `${commands.toLocaleString('en')} changes written`,
        done: commands,
        total: null,
      })
      after = page.next
    } while (after !== null)
  })
  return { commands }
}

function rowsOf(command: HistoryCommand, { changes }: Changes) {
  return historyCsvRows(
    command,
    changes.filter((change) => change.command === command.id),
  )
}
