import type { OutputOf } from '@shared/contract'
import type { programFile } from '@shared/contract/programFile'
import { dateInZone, dayNumber } from '@shared/domain/calendar'
import { AppError } from '@shared/errors'
import type { Reader } from '../../engine/reader'
import type { Writer } from '../../engine/writer'
import type { Done, Handlers } from '../../handler'
import { fillSample } from '../sample/sampleProgram'
import { checkProgramFile, isWhole } from './check'
import { copyProgramFile } from './fileCopies'
import { recordCounts } from './recordCounts'
import { programTimeZone, saveSetting, setting } from './settings'

export const programHandlers: Handlers<typeof programFile> = {
  'programFile.check': checkProgramFile,
  'programFile.copyTo': copyProgramFile,
  'programFile.readThrough': (db) => ({ whole: isWhole(db) }),
  'programFile.settle': (db) => {
    db.settleLog()
    return {}
  },
  'program.begin': (writer, { name, timeZone }) => {
    saveSetting(writer, 'program.name', name)
    saveSetting(writer, 'program.timeZone', knownTimeZone(timeZone))
    return { value: {}, summary: 'New program file' }
  },
  'program.fillSample': fillSample,
  'program.overview': overview,
  'program.rename': (writer, { name }) => {
    saveSetting(writer, 'program.name', name)
    return { value: { name }, summary: `Program called “${name}”` }
  },
  'program.setTimeZone': setTimeZone,
  'imports.history': (db) =>
    db.all(
      `SELECT id, at, kind, file_name AS fileName, added, merged, skipped, rejected
        FROM imports ORDER BY id DESC`,
    ),
}

/** The name of the program; a file that was never named has a plain one. */
export function programName(db: Reader): string {
  return setting(db, 'program.name') ?? 'Mentoring program'
}

function overview(db: Reader): OutputOf<'program.overview'> {
  const { knowledge_items: knowledge, ...counts } = recordCounts(db)
  return {
    name: programName(db),
    timeZone: programTimeZone(db),
    ...counts,
    knowledge,
    programs: db.value<number>("SELECT count(*) FROM programs WHERE status <> 'closed'") ?? 0,
  }
}

/** Which day an interaction with a time belongs to depends on the zone, so those days move with it. */
function setTimeZone(writer: Writer, { timeZone }: { timeZone: string }): Done<{ timeZone: string }> {
  saveSetting(writer, 'program.timeZone', knownTimeZone(timeZone))
  const moved: [id: number, day: number][] = []
  for (const [id, at, day] of writer.rows<[number, string, number]>(
    "SELECT id, at, day FROM interactions WHERE at GLOB '????-??-??T*'",
  )) {
    const there = dayNumber(dateInZone(at, timeZone))
    if (there !== day) moved.push([id, there])
  }
  for (const [id, day] of moved) writer.update('interactions', id, { day })
  return { value: { timeZone }, summary: `Time zone ${timeZone}` }
}

/** @throws AppError `invalid-input`. */
export function knownTimeZone(name: string): string {
  try {
    // An empty name would stand for the zone of this computer.
    if (name !== '' && new Intl.DateTimeFormat('en', { timeZone: name })) return name
  } catch {
    // Intl says so for every name that it does not know.
  }
  throw new AppError(
    'invalid-input',
    'This time zone is not known. Choose one such as Europe/Lisbon.',
    'timeZone',
  )
}
