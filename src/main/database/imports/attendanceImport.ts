import { type AttendanceFile, type FoundAttendee, readAttendance } from '@main/importing/attendanceFile'
import { readMoment } from '@main/importing/dateValues'
import type { OutputOf } from '@shared/contract'
import type { AttendanceImport, AttendanceOutcome } from '@shared/contract/attendanceImport'
import { AppError } from '@shared/errors'
import type { Reader } from '../engine/reader'
import type { Writer } from '../engine/writer'
import type { Done, Task } from '../handler'
import { communityById } from '../queries/communities/communityRecord'
import { type Attendee, saveAttendance } from '../queries/gatherings/gatheringAttendance'
import { gatheringInWords } from '../queries/gatherings/gatheringRecord'
import { saveGathering } from '../queries/gatherings/gatheringSave'
import { type Identity, People, type Person } from './people'

interface Found {
  file: AttendanceFile
  attendees: Attendee[]
  outcome: AttendanceOutcome
}

/** What an import would take, with nothing written. */
export async function lookThroughAttendance(
  db: Reader,
  request: AttendanceImport,
  task: Task,
): Promise<OutputOf<'gatherings.previewImport'>> {
  const { file, outcome } = await find(db, request, task)
  const { fileName, title, startText, isPromise } = file
  return {
    ...outcome,
    fileName,
    title,
    startText,
    isPromise,
    startOn: startText === null ? null : dayOf(startText),
  }
}

/** Those who were there are added to whoever is noted already; nobody is taken out. */
export async function importAttendance(
  writer: Writer,
  request: AttendanceImport,
  task: Task,
): Promise<Done<OutputOf<'gatherings.import'>>> {
  const { file, attendees, outcome } = await find(writer, request, task)
  const guests = outcome.guests.length
  if (attendees.length + guests === 0) return { value: { ...outcome, id: null }, summary: '' }
  const id = request.gatheringId ?? newGathering(writer, request)
  const importId = writer.insert('imports', {
    at: writer.now,
    kind: 'attendances',
    file_name: file.fileName,
    added: outcome.taken - outcome.known,
    merged: outcome.known,
    skipped: guests,
    rejected: outcome.rejected.length,
  })
  writer.update('gatherings', id, { import_id: importId })
  saveAttendance(writer, {
    id,
    attendees: joined(notedAt(writer, id), attendees),
    guests: Math.max(guests, writer.value<number>('SELECT guests FROM gatherings WHERE id = ?', id) ?? 0),
  })
  const words = gatheringInWords(writer, id)
  return {
    value: { ...outcome, id },
    summary: `Attendance of ${attendees.length} from ${file.fileName}: ${words}`,
  }
}

function newGathering(writer: Writer, { communityId, fresh }: AttendanceImport): number {
  const gathering = {
    ...fresh,
    startsAt: null,
    minutes: null,
    place: null,
    isPrivate: false,
    status: 'held' as const,
    hostId: null,
    notes: '',
  }
  return saveGathering(writer, {
    id: null,
    communityId,
    gathering,
    repeats: null,
    following: false,
    today: fresh.heldOn,
  }).value.id
}

async function find(db: Reader, request: AttendanceImport, task: Task): Promise<Found> {
  const { communityId, gatheringId } = request
  communityById(db, communityId)
  if (gatheringId !== null) assertOfCommunity(db, gatheringId, communityId)
  const file = await readAttendance(request.file, { shouldStop: task.cancelled })
  const people = new People(db)
  const decisions = new Map(request.decisions.map(({ line, is }) => [line, is]))
  const taken = new Map<number, number | null>()
  const outcome: AttendanceOutcome = { taken: 0, known: 0, found: [], guests: [], rejected: [] }
  for (const one of file.people) {
    const line = { line: one.line, name: one.names[0] ?? one.email ?? '' }
    const decision = decisions.get(one.line)
    if (one.absent !== null && decision === undefined) {
      outcome.rejected.push({
        ...line,
        reason: `“${one.absent}”: by the file they were not there.`,
        among: [],
        leftOut: false,
      })
      continue
    }
    if (request.unknownAsGuests && decision !== 'skip')
      for (let guest = 0; guest < one.brought; guest += 1)
        outcome.guests.push({ line: one.line, name: `Guest of ${line.name}`, ofAnother: true })
    const identity = decision === undefined ? identityOf(people, one) : decided(people, decision)
    if (identity === 'skip') {
      outcome.rejected.push({ ...line, reason: 'Left out, as you said.', among: [], leftOut: true })
    } else if (identity.is === 'known') {
      // Who came in by two devices under two names is one person.
      const before = taken.get(identity.person.id) ?? null
      const minutes = one.minutes === null ? before : one.minutes + (before ?? 0)
      taken.set(identity.person.id, minutes)
      const member = { id: identity.person.id, name: identity.person.name }
      outcome.found.push({ ...line, member, decided: decision !== undefined })
    } else if (identity.is === 'new' && request.unknownAsGuests)
      outcome.guests.push({ ...line, ofAnother: false })
    else outcome.rejected.push({ ...line, ...refused(line.name, identity), leftOut: false })
  }
  const noted = new Set(gatheringId === null ? [] : notedAt(db, gatheringId).map(({ memberId }) => memberId))
  outcome.taken = taken.size
  outcome.known = [...taken.keys()].filter((id) => noted.has(id)).length
  const attendees = [...taken].map(([memberId, minutes]) => ({ memberId, minutes }))
  return { file, attendees, outcome }
}

/** By the address first; then by what they may be called. Nobody is guessed. */
function identityOf(people: People, { names, email }: FoundAttendee): Identity {
  const identities = [...(names.length === 0 ? [null] : names)].map((name) =>
    people.identify({ name, email }),
  )
  return (
    identities.find(({ is }) => is === 'known') ??
    identities.find(({ is }) => is === 'ambiguous') ?? { is: 'new' }
  )
}

function decided(people: People, decision: number | 'skip'): Identity | 'skip' {
  if (decision === 'skip') return 'skip'
  const person = people.get(decision)
  return person ? { is: 'known', person } : { is: 'new' }
}

function refused(
  name: string,
  identity: Identity,
): Pick<AttendanceOutcome['rejected'][number], 'reason' | 'among'> {
  if (identity.is !== 'ambiguous') {
    return { reason: `“${name}” is nobody in the directory.`, among: [] }
  }
  const among = identity.among.slice(0, 20)
  return {
    reason: `“${name}” could be any of ${identity.among.length} members. Say who is meant.`,
    among: among.map((person) => ({ id: person.id, name: wordsFor(person) })),
  }
}

/** Two of the same name are told apart by where they belong. */
function wordsFor({ name, location, department, email }: Person): string {
  const where = [department, location, email].filter((part) => part !== null)
  return where.length === 0 ? name : `${name} · ${where.join(', ')}`
}

function notedAt(db: Reader, id: number): Attendee[] {
  return db.all<Attendee>(
    'SELECT member_id AS memberId, minutes FROM gathering_attendees WHERE gathering_id = ? ORDER BY id',
    id,
  )
}

function joined(noted: readonly Attendee[], found: readonly Attendee[]): Attendee[] {
  const all = new Map(noted.map(({ memberId, minutes }) => [memberId, minutes]))
  for (const { memberId, minutes } of found) all.set(memberId, minutes ?? all.get(memberId) ?? null)
  return [...all].map(([memberId, minutes]) => ({ memberId, minutes }))
}

function assertOfCommunity(db: Reader, id: number, communityId: number): void {
  const there = db.value('SELECT 1 FROM gatherings WHERE id = ? AND community_id = ?', id, communityId)
  if (there !== undefined) return
  throw new AppError('not-found', 'This gathering is no longer there. Choose another one, or a new one.')
}

/** The day, where it can mean but one. */
function dayOf(text: string): string | null {
  const readings = (['dmy', 'mdy', 'ymd'] as const).flatMap((order) => {
    const moment = readMoment(text.replace(',', ''), order)
    return typeof moment === 'string' ? [] : [moment.date]
  })
  const [first] = readings
  return first !== undefined && readings.every((date) => date === first) ? first : null
}
