import { basename, extname, resolve } from 'node:path'
import type { AttendanceImport } from '@shared/contract/attendanceImport'
import { localDate } from '@shared/domain/calendar'
import { AppError } from '@shared/errors'
import { communityCalled } from '../communityCalled'
import type { Context } from '../context'
import { assertReportFormat, writeImportReport } from '../importReportFile'
import { type Ask, withFile } from '../openFile'

interface Options {
  file: string
  community?: string
  on?: string
  title?: string
  guests: boolean
  report?: string
  dryRun?: true
  json?: true
}

/** So many lines are told of on stderr. */
const mostTold = 20

/** `import attendance`: who was at a gathering of a community, out of a meeting tool's file. */
export async function importAttendance(context: Context, input: string, options: Options): Promise<void> {
  const { terminal } = context
  const { dryRun = false, json = false } = options
  const { report } = options
  assertReportFormat(report)
  const done = await withFile(context, options.file, dryRun ? 'read' : 'write', async (ask) => {
    const request = await requestFor(ask, resolve(input), options)
    const outcome = await ask(dryRun ? 'gatherings.previewImport' : 'gatherings.import', request)
    const told = { fileName: basename(input), on: localDate(new Date()), written: !dryRun }
    if (report !== undefined)
      await writeImportReport(ask, report, { ...told, came: { what: 'attendance', outcome } })
    return outcome
  })
  const { taken, known, guests, rejected } = done
  if (json) {
    const lines = rejected.map(({ line, name, reason }) => ({ line, name, reason }))
    await terminal.printJson({ taken, known, guests: guests.length, rejected: lines, dryRun })
    return
  }
  const figures = `${taken} there (${known} noted already), ${guests.length} guests, ${rejected.length} not taken`
  await terminal.print(`${dryRun ? 'Nothing was written. It would be: ' : ''}${figures}.\n`)
  for (const { line, reason } of rejected.slice(0, mostTold)) terminal.say(`Line ${line}: ${reason}`)
  if (rejected.length > mostTold)
    terminal.say(`… and ${rejected.length - mostTold} more; add --json to read all of them.`)
}

/** Of the gathering of that community on that day, where there is one; else of a new one. */
async function requestFor(ask: Ask, file: string, options: Options): Promise<AttendanceImport> {
  const { community, on, title, guests } = options
  if (community === undefined)
    throw new AppError('invalid-input', 'Say whose gathering it was: add --community NAME.')
  const communityId = await communityCalled(ask, community)
  const today = localDate(new Date())
  const fresh = { title: title ?? null, kind: 'meeting' as const, heldOn: on ?? today }
  const request = { file, communityId, gatheringId: null, fresh, decisions: [], unknownAsGuests: guests }
  const found = await ask('gatherings.previewImport', request)
  const heldOn = on ?? found.startOn
  if (heldOn === null)
    throw new AppError('invalid-input', 'The file does not say for certain which day it was: add --on DATE.')
  const { gatherings } = await ask('gatherings.list', { communityId, today })
  const there = gatherings.find((one) => one.heldOn === heldOn && one.status !== 'cancelled')
  const called = title ?? found.title ?? basename(file, extname(file))
  return { ...request, gatheringId: there?.id ?? null, fresh: { ...fresh, title: called, heldOn } }
}
