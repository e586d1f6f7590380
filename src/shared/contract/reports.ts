import { z } from 'zod'
import { reportEach } from '../domain/report/design'
import { exportFormats } from '../domain/vocabulary'
import { count } from './fields'
import { main, read } from './operation'
import { batchRequest, reportDesign, reportRequest } from './reportDesign'

const saved = z.object({ fileName: z.string() }).nullable()

/** A piece of a batch: the same report of one of those that there are. */
const piece = z.object({
  /** What its file is called, without an ending; no two are called the same on any system. */
  name: z.string(),
  design: reportDesign,
})

/** Reports as they are designed: of sessions, a program or a community, in any format, one by one or in a batch. */
export const reports = {
  /** Its beginning as an HTML document that loads nothing, and what to know of it before it leaves. */
  'reports.preview': read({
    of: [
      'sessions',
      'session_attendees',
      'session_topics',
      'topics',
      'action_items',
      'members',
      'settings',
      'consents',
      'programs',
      'matches',
      'match_members',
      'communities',
      'community_members',
    ],
    long: true,
    input: reportRequest,
    output: z.object({
      html: z.string(),
      /** The days that it is about, in words. */
      period: z.string(),
      /** Nothing took place. */
      isEmpty: z.boolean(),
      /** Sessions in it, and how many of them are shown; null where it is not a summary of sessions. */
      sessions: z.object({ all: count, shown: count, private: count }).nullable(),
      /** Members in it who have refused to be named in reports, or have taken their consent back. */
      unwilling: count,
    }),
  }),
  /** How many files a batch has of each. */
  'reports.batches': read({
    of: [
      'sessions',
      'session_attendees',
      'members',
      'programs',
      'matches',
      'communities',
      'community_members',
    ],
    input: reportRequest,
    output: z.array(z.object({ each: z.enum(reportEach), files: count })),
  }),
  /** The whole report as an HTML document, for Chromium to print. */
  'reports.document': read({
    of: [],
    long: true,
    internal: true,
    input: reportRequest,
    output: z.object({ html: z.string(), name: z.string() }),
  }),
  /** Writes several reports, as in a batch: a reader of its own costs more than a short report does. */
  'reports.write': read({
    of: [],
    long: true,
    internal: true,
    input: reportRequest
      .omit({ design: true })
      .extend({
        format: z.enum(exportFormats).exclude(['pdf']),
        reports: z.array(z.object({ design: reportDesign, path: z.string() }).strict()).max(100),
      })
      .strict(),
    /** The files of each: a Word report with many sessions is several. */
    output: z.array(z.array(z.string())),
  }),
  /** What a report is called when it is saved. */
  'reports.name': read({
    of: [],
    internal: true,
    input: reportRequest,
    output: z.object({ name: z.string() }),
  }),
  'reports.pieces': read({ of: [], long: true, internal: true, input: batchRequest, output: z.array(piece) }),
  /** Asks where to, and writes it there, in the format of its design. Null when the dialog was dismissed. */
  'reports.save': main({ input: reportRequest, output: saved }),
  /** The same with a file for each, in one archive. */
  'reports.saveEach': main({
    input: batchRequest,
    output: z.object({ fileName: z.string(), files: count }).nullable(),
  }),
  'reports.print': main({ input: reportRequest, output: z.object({ printed: z.boolean() }) }),
}
export type ReportPiece = z.infer<typeof piece>
