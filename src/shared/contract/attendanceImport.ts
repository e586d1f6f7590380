import { z } from 'zod'
import { gatheringKinds } from '../domain/vocabulary'
import { count, date, id, optionalLine, reference } from './fields'
import { read, write } from './operation'

const request = z
  .object({
    /** Stands for a file that the user chose. */
    file: z.string().min(1).max(10_000),
    communityId: id,
    /** The gathering that it is of; null makes a new one. */
    gatheringId: id.nullable(),
    fresh: z.object({ title: optionalLine, kind: z.enum(gatheringKinds), heldOn: date }).strict(),
    /** The user's word on a line: who it is, or that it is left out. */
    decisions: z.array(z.object({ line: count, is: z.union([id, z.literal('skip')]) }).strict()).max(10_000),
    /** Whether those whom nobody in the directory is called like count as guests without a name. */
    unknownAsGuests: z.boolean(),
  })
  .strict()
export type AttendanceImport = z.infer<typeof request>

const line = z.object({ line: count, name: z.string() })

export const attendanceOutcome = z.object({
  /** Members of the directory who were there. */
  taken: count,
  /** Of them those who were noted already. */
  known: count,
  /** Line by line; somebody may have come in by two devices. `decided` is by the user's word. */
  found: z.array(line.extend({ member: reference, decided: z.boolean() })),
  /** Who counts as a guest without a name. */
  guests: z.array(
    line.extend({
      /** Somebody brought them: they are in the line of whoever did. */ ofAnother: z.boolean(),
    }),
  ),
  /** Who is not taken, and why; for each the user can say who it is. */
  rejected: z.array(
    line.extend({
      reason: z.string(),
      among: z.array(reference),
      /** By the user's word, which can be taken back. */
      leftOut: z.boolean(),
    }),
  ),
})
export type AttendanceOutcome = z.infer<typeof attendanceOutcome>

/** Attendance out of a meeting tool's file. */
export const attendanceImport = {
  /** What an import would take, with nothing written; and what the file says of the meeting. */
  'gatherings.previewImport': read({
    of: ['members', 'gatherings', 'gathering_attendees'],
    long: true,
    input: request,
    output: attendanceOutcome.extend({
      fileName: z.string(),
      title: z.string().nullable(),
      /** Whether the file only says who meant to come. */
      isPromise: z.boolean(),
      /** As it stands in the file, and the day where it can mean but one. */
      startText: z.string().nullable(),
      startOn: z.string().nullable(),
    }),
  }),
  /** One command: undone as one step. */
  'gatherings.import': write({
    backsUpFirst: 'before import',
    input: request,
    output: attendanceOutcome.extend({ id: id.nullable() }),
  }),
}
