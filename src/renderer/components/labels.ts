import { localDate } from '@shared/domain/calendar'
import type {
  CommunityStage,
  Confidentiality,
  ConsentPurpose,
  ConsentState,
  EnrolmentStep,
  ExportFormat,
  GatheringKind,
  KnowledgeKind,
  KnowledgeState,
  MatchSide,
  MemberStatus,
  MentoringRole,
  ProgramFormat,
  ProgramStatus,
} from '@shared/domain/vocabulary'

/** The vocabulary as people read it. */
export const roleLabels: Record<MentoringRole, string> = {
  mentor: 'Mentor',
  mentee: 'Mentee',
  both: 'Both',
  neither: 'Neither',
}

export const statusLabels: Record<MemberStatus, string> = {
  prospect: 'Prospect',
  invited: 'Invited',
  active: 'Active',
  alumni: 'Alumni',
}

export const confidentialityLabels: Record<Confidentiality, string> = {
  private: 'Private to me',
  pair: 'Shared with the pair',
  shareable: 'Shareable',
}

export const purposeLabels: Record<ConsentPurpose, string> = {
  records: 'Keeping records',
  notes: 'Keeping session notes',
  reports: 'Naming in reports',
  contact: 'Being contacted',
}

export const consentLabels: Record<ConsentState, string> = {
  missing: 'Not asked',
  given: 'Given',
  refused: 'Refused',
  withdrawn: 'Withdrawn',
}

export const formatLabels: Record<ProgramFormat, string> = {
  'one to one': 'One to one',
  group: 'Group',
  peer: 'Peer circle',
  reverse: 'Reverse',
  flash: 'Flash',
}

export const programStatusLabels: Record<ProgramStatus, string> = {
  planned: 'Planned',
  running: 'Running',
  closed: 'Closed',
}

export const stepLabels: Record<EnrolmentStep, string> = {
  applied: 'Applied',
  screened: 'Screened',
  trained: 'Trained',
  ready: 'Ready',
  matched: 'Matched',
  closed: 'Closed',
}

export const stageLabels: Record<CommunityStage, string> = {
  potential: 'Potential',
  coalescing: 'Coalescing',
  maturing: 'Maturing',
  stewardship: 'Stewardship',
  transformation: 'Transformation',
}

export const gatheringLabels: Record<GatheringKind, string> = {
  meeting: 'Meeting',
  webinar: 'Webinar',
  visit: 'Visit',
  project: 'Project',
  other: 'Gathering',
}

export const knowledgeKindLabels: Record<KnowledgeKind, string> = {
  story: 'Story',
  practice: 'Practice',
  lesson: 'Lesson',
  tool: 'Tool',
  answer: 'Answer',
}

export const knowledgeStateLabels: Record<KnowledgeState, string> = {
  draft: 'Draft',
  'in review': 'In review',
  endorsed: 'Endorsed',
  retired: 'Retired',
}

export const exportFormatLabels: Record<ExportFormat, string> = {
  pdf: 'PDF document',
  docx: 'Word document (DOCX)',
  xlsx: 'Excel workbook (XLSX)',
  csv: 'CSV table',
  md: 'Markdown',
  html: 'Web page (HTML)',
}

export const sideLabels: Record<MatchSide, string> = { mentor: 'Mentor', mentee: 'Mentee', peer: 'Peer' }

const thisYear = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', timeZone: 'UTC' })
const otherYear = new Intl.DateTimeFormat(undefined, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})
const long = new Intl.DateTimeFormat(undefined, {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})

/** A calendar date as it is said in a list: "9 Nov", with the year when it is another one. */
export function shortDate(date: string): string {
  const moment = new Date(`${date}T00:00:00Z`)
  return (moment.getUTCFullYear() === new Date().getFullYear() ? thisYear : otherYear).format(moment)
}

/** A calendar date in full: "Monday 23 November 2026". */
export function longDate(date: string): string {
  return long.format(new Date(`${date}T00:00:00Z`))
}

const clock = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' })
const dayAndClock = new Intl.DateTimeFormat(undefined, {
  day: 'numeric',
  month: 'short',
  hour: 'numeric',
  minute: '2-digit',
})
const wholeMoment = new Intl.DateTimeFormat(undefined, { dateStyle: 'long', timeStyle: 'short' })

/** A moment (ISO 8601) on this computer's clock: "14:05" today, "9 Nov, 14:05", with the year when it is another one. */
export function shortMoment(at: string): string {
  const moment = new Date(at)
  const now = new Date()
  if (moment.toDateString() === now.toDateString()) return clock.format(moment)
  const day = moment.getFullYear() === now.getFullYear()
  return day ? dayAndClock.format(moment) : `${shortDate(localDate(moment))}, ${clock.format(moment)}`
}

/** The same in full: "9 November 2026 at 14:05". */
export function longMoment(at: string): string {
  return wholeMoment.format(new Date(at))
}

const number = new Intl.NumberFormat()
const plurals = new Intl.PluralRules('en')

/** The check of a community's ground, as every way to it is called. */
export const groundTitle = 'Is the ground ready?'

export const numberText = (value: number): string => number.format(value)

/** "1 session", "1,204 sessions". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${number.format(count)} ${plurals.select(count) === 'one' ? one : many}`
}
