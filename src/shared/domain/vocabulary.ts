/**
 * The closed lists of the field's terms, in the order in which they are shown.
 * Stored and exported values are these words; labels for people are made by the window.
 */

export const memberStatuses = ['prospect', 'invited', 'active', 'alumni'] as const
export type MemberStatus = (typeof memberStatuses)[number]

/** What a member may be in formal mentoring; `neither` is a full member all the same. */
export const mentoringRoles = ['mentor', 'mentee', 'both', 'neither'] as const
export type MentoringRole = (typeof mentoringRoles)[number]

/** A skill is a topic that a member offers to others or wants to learn. */
export const skillSides = ['offered', 'wanted'] as const
export type SkillSide = (typeof skillSides)[number]

export const sessionMedia = ['in person', 'video', 'phone', 'chat', 'e-mail', 'other'] as const
export type SessionMedium = (typeof sessionMedia)[number]

/**
 * Who may read a session's notes: the coordinator alone, the pair as well, or anybody who gets a report.
 */
export const confidentialities = ['private', 'pair', 'shareable'] as const
export type Confidentiality = (typeof confidentialities)[number]

/**
 * What a report leaves out: nothing; the text of private sessions; every text and name, leaving figures.
 */
export const redactionLevels = ['none', 'private', 'figures'] as const
export type RedactionLevel = (typeof redactionLevels)[number]

export const matchStatuses = ['proposed', 'active', 'paused', 'completed', 'ended early'] as const
export type MatchStatus = (typeof matchStatuses)[number]

export const communityStages = [
  'potential',
  'coalescing',
  'maturing',
  'stewardship',
  'transformation',
] as const
export type CommunityStage = (typeof communityStages)[number]

export const gatheringKinds = ['meeting', 'webinar', 'visit', 'project', 'other'] as const
export type GatheringKind = (typeof gatheringKinds)[number]

export const gatheringStatuses = ['planned', 'held', 'cancelled'] as const
export type GatheringStatus = (typeof gatheringStatuses)[number]

/** What a knowledge item is; `answer` answers a question. */
export const knowledgeKinds = ['story', 'practice', 'lesson', 'tool', 'answer'] as const
export type KnowledgeKind = (typeof knowledgeKinds)[number]

export const knowledgeStates = ['draft', 'in review', 'endorsed', 'retired'] as const
export type KnowledgeState = (typeof knowledgeStates)[number]

/** What a community gives, each built on the one before (Wenger, Trayner and de Laat, 2011). */
export const valueCycles = ['immediate', 'potential', 'applied', 'realised', 'reframing'] as const
export type ValueCycle = (typeof valueCycles)[number]

export const matchSides = ['mentor', 'mentee', 'peer'] as const
export type MatchSide = (typeof matchSides)[number]

/** How the people of a program meet; in a reverse one it is the junior who mentors. */
export const programFormats = ['one to one', 'group', 'peer', 'reverse', 'flash'] as const
export type ProgramFormat = (typeof programFormats)[number]

export const programStatuses = ['planned', 'running', 'closed'] as const
export type ProgramStatus = (typeof programStatuses)[number]

/** The way of an enrolment through a program, in its order. */
export const enrolmentSteps = ['applied', 'screened', 'trained', 'ready', 'matched', 'closed'] as const
export type EnrolmentStep = (typeof enrolmentSteps)[number]

/** Participation by the book: about a tenth to a seventh core, as many again active, the rest at the edge. */
export const participationLevels = ['core', 'active', 'peripheral', 'outside'] as const
export type ParticipationLevel = (typeof participationLevels)[number]

/** The steps of a time axis. */
export const buckets = ['day', 'week', 'month'] as const
export type Bucket = (typeof buckets)[number]

/** By what the interactions of a period are told apart. */
export const groupings = ['none', 'community', 'location', 'department', 'kind'] as const
export type Grouping = (typeof groupings)[number]

/** What a session summary can be written as. */
export const exportFormats = ['pdf', 'docx', 'xlsx', 'csv', 'md', 'html'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** What a member is asked to agree to: that program records, and session notes, are kept; to be named; to be contacted. */
export const consentPurposes = ['records', 'notes', 'reports', 'contact'] as const
export type ConsentPurpose = (typeof consentPurposes)[number]

export const consentAnswers = ['given', 'refused', 'withdrawn'] as const
export type ConsentAnswer = (typeof consentAnswers)[number]

/** How a member stands to a purpose; `missing` was never asked, or has not answered. */
export const consentStates = ['missing', ...consentAnswers] as const
export type ConsentState = (typeof consentStates)[number]

/** How a member stands to one purpose, as one word for a filter: `reports:given`. */
export type ConsentStanding = `${ConsentPurpose}:${ConsentState}`
export const consentStandings: readonly ConsentStanding[] = consentPurposes.flatMap((purpose) =>
  consentStates.map((state): ConsentStanding => `${purpose}:${state}`),
)

/** What the record of one member can be written as. */
export const recordFormats = ['json', 'html', 'pdf', 'docx'] as const
export type RecordFormat = (typeof recordFormats)[number]

/** What everything of a program file can be written as: one document, a folder of tables, or that with notes as Markdown. */
export const wholeFormats = ['json', 'csv', 'markdown'] as const
export type WholeFormat = (typeof wholeFormats)[number]

/** Whether an answer was of use, as who asked says. */
export const helpedWords = ['yes', 'partly', 'no'] as const
export type Helped = (typeof helpedWords)[number]

/** What somebody said to an invitation; without any of them they have not answered yet. */
export const invitationAnswers = ['accepted', 'declined', 'later'] as const
export type InvitationAnswer = (typeof invitationAnswers)[number]

/** What there is to be found, in the order in which equally good hits stand. */
export const foundKinds = [
  'member',
  'program',
  'community',
  'knowledge',
  'gathering',
  'session',
  'ask',
  'action item',
] as const
export type FoundKind = (typeof foundKinds)[number]
