import type { ExportFormat, RedactionLevel } from '../vocabulary'

/** What a designed report tells of. */
export const reportKinds = ['sessions', 'program', 'community', 'coverage'] as const
export type ReportKind = (typeof reportKinds)[number]

/** What a report can be made of, in its usual order; each with the heading that it is known by. */
export const reportSections = {
  sessions: [
    ['figures', 'Figures'],
    ['topics', 'Topics'],
    ['sessions', 'Sessions, one by one'],
  ],
  program: [
    ['pipeline', 'How far people came'],
    ['activity', 'What took place'],
    ['rhythm', 'Whether they kept their cadence'],
    ['checkIns', 'Check-ins'],
    ['goals', 'Goals'],
    ['outcomes', 'How matches ended'],
    ['surveys', 'What surveys say'],
    ['borders', 'Across locations and departments'],
    ['matches', 'Each match'],
  ],
  community: [
    ['about', 'The community'],
    ['aliveness', 'Aliveness'],
    ['participation', 'Participation'],
    ['gatherings', 'What took place'],
    ['borders', 'Across locations and departments'],
    ['taken', 'What was done'],
    ['next', 'What would help next'],
    ['computed', 'How the parts are computed'],
  ],
  coverage: [
    ['missing', 'Nobody and nothing'],
    ['alone', 'One person alone'],
    ['outdated', 'Out of date'],
    ['covered', 'Covered'],
  ],
} as const satisfies Record<ReportKind, readonly (readonly [key: string, title: string])[]>

/** What is told of each session besides when, how long and who. */
export const sessionDetails = ['agenda', 'notes', 'actions'] as const
export type SessionDetail = (typeof sessionDetails)[number]

/** What a report is about in time; all but the fixed one follow the calendar, so that a template can be repeated. */
export const reportSpans = [
  'all',
  'fixed',
  'this month',
  'last month',
  'this quarter',
  'last quarter',
  'this year',
  'last year',
  'last 90 days',
  'last 12 months',
  'program',
  'program year',
] as const
export type ReportSpanName = (typeof reportSpans)[number]

/** Of what there is a file each when a report is made in a batch. */
export const reportEach = ['match', 'member', 'program', 'community'] as const
export type ReportEach = (typeof reportEach)[number]

/** What the batches of each kind of report can be of, the usual first. */
export const batchesOf: Record<ReportKind, readonly ReportEach[]> = {
  sessions: ['match', 'member'],
  program: ['program'],
  community: ['community'],
  coverage: [],
}

/** What stands around what the records tell: in the coordinator's own words. */
export interface ReportWording {
  /** Empty for the usual one. */
  title: string
  /** Markdown; empty for none. */
  opening: string
  closing: string
  /** A PNG or JPEG as a data address; null for none. */
  logo: string | null
}

export interface ReportDesign extends ReportWording {
  kind: ReportKind
  /** The sections that are in it, in their order. */
  sections: string[]
  details: SessionDetail[]
  period: { span: ReportSpanName; from: string | null; to: string | null }
  /** Of sessions: all of them are there; nobody is everybody. */
  memberIds: number[]
  /** Each narrows a summary of sessions; a program or a community is what the others are about; coverage is of all, today. */
  matchId: number | null
  programId: number | null
  communityId: number | null
  redaction: RedactionLevel
  format: ExportFormat
}

/** How a summary of sessions is made up. */
export interface SummaryShape extends ReportWording {
  sections: readonly string[]
  details: readonly SessionDetail[]
}

export const noWording: ReportWording = { title: '', opening: '', closing: '', logo: null }

/** Everything there is to tell, as it would be told without a design. */
export function usualDesign(kind: ReportKind): ReportDesign {
  return {
    ...noWording,
    ...usualOf(kind),
    kind,
    period: { span: 'all', from: null, to: null },
    memberIds: [],
    matchId: null,
    programId: null,
    communityId: null,
    redaction: kind === 'sessions' || kind === 'coverage' ? 'private' : 'figures',
    format: 'pdf',
  }
}

export const usualShape: SummaryShape = { ...noWording, ...usualOf('sessions') }

function usualOf(kind: ReportKind) {
  return { sections: sectionKeys(kind), details: [...sessionDetails] }
}

export function sectionKeys(kind: ReportKind): string[] {
  return reportSections[kind].map(([key]) => key)
}

export const noWhom = { memberIds: [], matchId: null, programId: null, communityId: null } as const

/** The sections of a report that were chosen, in the order in which they were; one key may stand for several. */
export function chosenSections<Section>(
  all: readonly (readonly [key: string, section: Section | null])[],
  chosen: readonly string[] | null,
): Section[] {
  const keys = chosen ?? [...new Set(all.map(([key]) => key))]
  return keys.flatMap((wanted) =>
    all.flatMap(([key, section]) => (key === wanted && section !== null ? [section] : [])),
  )
}
