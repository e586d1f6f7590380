import type { Confidentiality, MemberStatus, MentoringRole, SessionMedium } from './vocabulary'

/**
 * What an import from a CSV file is made of: the fields that a column may go to, what was found out about a
 * file, what the user decided, and the rows as they come out. Everything here may cross a process boundary.
 */

export const importKinds = ['members', 'sessions', 'interactions'] as const
export type ImportKind = (typeof importKinds)[number]

export interface ImportField {
  /** The name in mappings and in the command line's `--map`. */
  field: string
  /** What people read. */
  label: string
  /** Whether several columns may go to it: the first that is filled in counts, or for lists all of them. */
  several: boolean
}

export const memberImportFields = [
  { field: 'name', label: 'Name', several: true },
  { field: 'givenName', label: 'Given name', several: false },
  { field: 'middleName', label: 'Middle name', several: false },
  { field: 'familyName', label: 'Family name', several: false },
  { field: 'sortName', label: 'Sort name', several: false },
  { field: 'email', label: 'E-mail', several: true },
  { field: 'phone', label: 'Phone', several: true },
  { field: 'status', label: 'Status', several: false },
  { field: 'role', label: 'Role', several: true },
  { field: 'mentor', label: 'Is a mentor (yes or no)', several: false },
  { field: 'mentee', label: 'Is a mentee (yes or no)', several: false },
  { field: 'mentorAndMentee', label: 'Is both mentor and mentee (yes or no)', several: false },
  { field: 'jobTitle', label: 'Position', several: false },
  { field: 'organisation', label: 'Organisation', several: false },
  { field: 'location', label: 'Location', several: false },
  { field: 'department', label: 'Department', several: false },
  { field: 'capacity', label: 'Capacity', several: false },
  { field: 'joinedOn', label: 'Joined on', several: false },
  { field: 'externalId', label: 'Identifier elsewhere', several: false },
  { field: 'about', label: 'About', several: false },
  { field: 'timeZone', label: 'Time zone', several: false },
  { field: 'hours', label: 'Has time (days and hours)', several: false },
  { field: 'seniority', label: 'Seniority (1 to 5)', several: false },
  { field: 'languages', label: 'Languages', several: true },
  { field: 'skillsOffered', label: 'Skills offered', several: true },
  { field: 'skillsWanted', label: 'Skills wanted', several: true },
  { field: 'invitedBy', label: 'Invited by', several: false },
] as const satisfies readonly ImportField[]
export type MemberImportField = (typeof memberImportFields)[number]['field']

export const sessionImportFields = [
  { field: 'date', label: 'Date', several: false },
  { field: 'startTime', label: 'Start time', several: false },
  { field: 'endTime', label: 'End time', several: false },
  { field: 'minutes', label: 'Length', several: false },
  { field: 'medium', label: 'Medium', several: false },
  { field: 'mentor', label: 'Mentor', several: true },
  { field: 'mentee', label: 'Mentee', several: true },
  { field: 'attendees', label: 'Attendees', several: true },
  { field: 'title', label: 'Title', several: false },
  { field: 'agenda', label: 'Agenda', several: false },
  { field: 'notes', label: 'Notes', several: true },
  { field: 'topics', label: 'Topics', several: true },
  { field: 'rating', label: 'Rating (1 to 5)', several: false },
  { field: 'confidentiality', label: 'Confidentiality', several: false },
  { field: 'actionItems', label: 'Action items', several: true },
] as const satisfies readonly ImportField[]
export type SessionImportField = (typeof sessionImportFields)[number]['field']

export const interactionImportFields = [
  { field: 'from', label: 'From', several: false },
  { field: 'to', label: 'To', several: false },
  { field: 'at', label: 'When', several: false },
  { field: 'time', label: 'Time of day', several: false },
  { field: 'kind', label: 'Kind', several: false },
  { field: 'community', label: 'Community', several: false },
] as const satisfies readonly ImportField[]
export type InteractionImportField = (typeof interactionImportFields)[number]['field']

/** The fields of each kind of import, in the order in which they are offered. */
export const importFields: Readonly<Record<ImportKind, readonly ImportField[]>> = {
  members: memberImportFields,
  sessions: sessionImportFields,
  interactions: interactionImportFields,
}

/** How a file's bytes are read as text; the first four are found out, the others are for the user to choose. */
export const fileEncodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'macintosh',
  'shift_jis',
  'gb18030',
] as const
export type FileEncoding = (typeof fileEncodings)[number]

export const delimiters = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof delimiters)[number]

/** How a date such as 03/04/26 is meant. */
export const dateOrders = ['dmy', 'mdy', 'ymd'] as const
export type DateOrder = (typeof dateOrders)[number]

/**
 * What a file's dates say about their order. `unambiguous`: no date depends on it. `ambiguous`: every date
 * can be read in two ways, so the user is asked. `contradictory`: some dates prove one order, some another.
 */
export type DateReading = DateOrder | 'unambiguous' | 'ambiguous' | 'contradictory'

/** Dates of the file, as they stand there, that show why a reading was reached. */
export interface DateEvidence {
  /** A date that only has a meaning with the day first, such as 25/03/2026. */
  dayFirst: string | null
  monthFirst: string | null
  yearFirst: string | null
  /** A date that can be read in two ways, such as 03/04/2026. */
  eitherWay: string | null
}

/** Where a file was recognised to come from; null for anything else. */
export const importSources = {
  'google-contacts': 'Google Contacts',
  outlook: 'Outlook',
  linkedin: 'LinkedIn',
  slack: 'Slack',
  'google-forms': 'Google Forms',
  'microsoft-forms': 'Microsoft Forms',
  'mentor-match': 'mentor-match',
  together: 'Together',
  orbit: 'Orbit',
  meetup: 'Meetup',
  zoom: 'Zoom',
  workday: 'Workday',
} as const
export type ImportSource = keyof typeof importSources

/** What a file is, besides a text with a row for each, and what is said of it. */
export const fileForms = {
  text: null,
  calendar: 'A calendar: its events are sessions that are planned, with those who were invited.',
  contacts: 'Contact cards, from an address book.',
  workbook: 'An Excel workbook: its first sheet with a table, as Excel shows it.',
  json: 'JSON: its longest list, a row for each record.',
} as const
export type FileForm = keyof typeof fileForms

/** For each column of the file the field that it goes to, or null when it is left out. */
export type ColumnMapping = (string | null)[]

export interface InspectedColumn {
  index: number
  /** The heading; a repeated one is told apart as "E-mail 1 (2)", a missing one is "Column 5". */
  name: string
  /** A few different values, shortened. */
  samples: string[]
  /** The field that the column most likely goes to. */
  guess: string | null
  /** 0 to 1; 1 is a heading that means nothing else. */
  confidence: number
}

/** What was found out about a file before anything is imported from it. */
export interface Inspection {
  fileName: string
  fileBytes: number
  form: FileForm
  encoding: FileEncoding
  delimiter: Delimiter
  /** The physical line on which the headings start, from 1; null when the file has none. */
  headerLine: number | null
  source: ImportSource | null
  /** What the file looks like; `kind` is what it was inspected as. */
  kindGuess: ImportKind
  kind: ImportKind
  columns: InspectedColumn[]
  /** The guesses, or what the user said instead. */
  mapping: ColumnMapping
  dateOrder: DateReading
  dateEvidence: DateEvidence
  /** Columns in which dates stand as Excel's day numbers. */
  serialDateColumns: number[]
  /** Data rows; exact when `rowsAreExact`. */
  rowEstimate: number
  rowsAreExact: boolean
  /** Where the columns of such a file went the last time: unless the user says otherwise, that is `mapping`. */
  remembered: RememberedColumns | null
}

/** What the user had said about a file with the same columns. */
export interface RememberedColumns {
  kind: ImportKind
  mapping: ColumnMapping
  dateOrder: DateOrder | null
  /** When it was imported, ISO 8601 in UTC. */
  at: string
}

/** What the user may say about a file instead of what was found out. */
export interface InspectionOverrides {
  encoding?: FileEncoding
  delimiter?: Delimiter
  headerLine?: number | null
  mapping?: ColumnMapping
}

/** Everything that is needed to read a file's rows, always in the same way. */
export interface ImportPlan {
  kind: ImportKind
  encoding: FileEncoding
  delimiter: Delimiter
  headerLine: number | null
  /** The names of the columns, to notice when the file was changed in the meantime. */
  columns: string[]
  mapping: ColumnMapping
  /** Null when no date of the file depends on it. */
  dateOrder: DateOrder | null
  serialDateColumns: number[]
  /** The zone (IANA name) in which times without one are meant. */
  timeZone: string
}

/** A row that cannot be taken, with its cells as they stand in the file. */
export interface Rejection {
  /** Physical line on which the row starts, from 1. */
  line: number
  /** A sentence. */
  reason: string
  cells: string[]
}

/**
 * A member as a file knows it. What is not there is unknown, and must not wipe out what is known already.
 * At least one of `name` and `email` is there; a new member without a name goes by the e-mail address.
 */
export interface MemberCandidate {
  line: number
  name?: string
  /** "Family, Given", where the file tells them apart. */
  sortName?: string
  email?: string
  phone?: string
  status?: MemberStatus
  role?: MentoringRole
  jobTitle?: string
  organisation?: string
  location?: string
  department?: string
  capacity?: number
  joinedOn?: string
  externalId?: string
  about?: string
  timeZone?: string
  hours?: string
  seniority?: number
  languages?: string[]
  skillsOffered?: string[]
  skillsWanted?: string[]
  invitedBy?: PersonReference
}

/** Somebody who is mentioned in a file: by name, by e-mail address or by both. */
export type PersonReference = { name: string; email: string | null } | { name: null; email: string }

export interface SessionCandidate {
  line: number
  /** Calendar date, as it stands in the file. */
  heldOn: string
  /** Wall time, `HH:MM`. */
  startTime?: string
  minutes?: number
  medium?: SessionMedium
  /** Everybody once. */
  attendees: { person: PersonReference; as: 'mentor' | 'mentee' | null }[]
  title?: string
  agenda?: string
  notes?: string
  topics?: string[]
  rating?: number
  confidentiality?: Confidentiality
  actionItems?: string[]
}

export interface InteractionCandidate {
  line: number
  /** Name, e-mail address or identifier, as it stands in the file. */
  from: string
  to: string
  /** `YYYY-MM-DDTHH:MM:SSZ`, or a calendar date when no time is known. */
  at: string
  /** `contact` when the file does not say. */
  kind: string
  community?: string
}

export interface CandidateOf {
  members: MemberCandidate
  sessions: SessionCandidate
  interactions: InteractionCandidate
}

/** A part of a file's rows; what is read and what is rejected each come in the file's order. */
export interface RowBatch<K extends ImportKind> {
  candidates: CandidateOf[K][]
  rejections: Rejection[]
}
