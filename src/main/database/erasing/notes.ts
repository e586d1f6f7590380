import { NameFinder } from '@shared/domain/nameFinder'
import type { Writer } from '../engine/writer'
import { type Belongings, bySupportTable } from './belongings'
import { byGrowthTable } from './growth'
import { eraseImages } from './images'
import { blankSessions } from './rows'
import { eraseSamples } from './samples'
import type { Subjects } from './subjects'
import { eraseSupport } from './support'

/** Records by number of which what was written goes, and that it took place stays. */
export interface Noted {
  sessions: readonly number[]
  checkIns: readonly number[]
  /** Last talks when a match ended. */
  closureSteps: readonly number[]
}

/**
 * Takes title, agenda and notes out of sessions, and the notes out of what the coordinator heard from each person; out
 * of what the history keeps of them too.
 */
export function eraseNotes(writer: Writer, { sessions, checkIns, closureSteps }: Noted): void {
  const support = {
    ...bySupportTable(() => new Set<number>()),
    check_ins: new Set(checkIns),
    closure_steps: new Set(closureSteps),
  }
  blankSessions(writer, sessions)
  eraseSupport(writer, support)
  for (const id of sessions) writer.derive('DELETE FROM drafts WHERE key = ?', `session:${id}`)
  const nobody: Subjects = {
    ids: new Set(),
    spellings: [],
    replacing: { finder: new NameFinder([]), instead: () => null },
  }
  const belongings: Belongings = {
    sessions: new Set(sessions),
    actionItems: new Set(),
    skills: new Set(),
    topics: new Set(),
    consents: new Set(),
    identities: new Set(),
    communityMembers: new Set(),
    enrolments: new Set(),
    enrolmentMoves: new Set(),
    pairRules: new Set(),
    matches: new Set(),
    surveyResponses: new Set(),
    reuses: new Set(),
    support,
    growth: byGrowthTable(() => new Set<number>()),
  }
  eraseImages(writer, nobody, belongings)
  eraseSamples(writer)
}
