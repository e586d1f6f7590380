import { z } from 'zod'
import {
  batchesOf,
  reportEach,
  reportKinds,
  reportSpans,
  sectionKeys,
  sessionDetails,
} from '../domain/report/design'
import { largestLogo, logoOf } from '../domain/report/logo'
import { exportFormats } from '../domain/vocabulary'
import { date, id, line, redaction } from './fields'

const wording = z.string().max(20_000, 'This is longer than 20,000 characters.')

export const reportWording = {
  title: line,
  opening: wording,
  closing: wording,
  logo: z
    .string()
    .max(Math.ceil(largestLogo / 3) * 4 + 40, 'A logo has at most 1 MB.')
    .refine((address) => logoOf(address) !== null, 'A logo is a PNG or JPEG picture of at most 1 MB.')
    .nullable(),
}

/** A report as it was designed; see `ReportDesign`. */
export const reportDesign = z
  .object({
    kind: z.enum(reportKinds),
    sections: z.array(z.string().max(40)).max(20),
    details: z.array(z.enum(sessionDetails)).max(sessionDetails.length),
    period: z.object({ span: z.enum(reportSpans), from: date.nullable(), to: date.nullable() }).strict(),
    memberIds: z.array(id).max(100),
    matchId: id.nullable(),
    programId: id.nullable(),
    communityId: id.nullable(),
    redaction,
    format: z.enum(exportFormats),
    ...reportWording,
  })
  .strict()
  .refine(({ kind, sections }) => sections.length > 0 && areOf(sections, sectionKeys(kind)), {
    path: ['sections'],
    message: 'Choose at least one section, each of them once.',
  })

function areOf(chosen: readonly string[], known: readonly string[]): boolean {
  return new Set(chosen).size === chosen.length && chosen.every((key) => known.includes(key))
}

/** A report as it is asked for: where it is repeated, the days may be others than those of its design. */
export const reportRequest = z
  .object({
    design: reportDesign,
    today: date,
    /** Names those too who have refused to be named in reports; otherwise they are "a member". */
    nameAll: z.boolean().default(false),
  })
  .strict()

export const batchRequest = reportRequest
  .extend({ each: z.enum(reportEach) })
  .refine(({ design, each }) => batchesOf[design.kind].includes(each), {
    path: ['each'],
    message: 'This report cannot be made for each of these.',
  })
