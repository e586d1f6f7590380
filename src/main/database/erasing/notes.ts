import { NameFinder } from '@shared/domain/nameFinder'
import type { Writer } from '../engine/writer'
import { type Belongings, bySupportTable } from './belongings'
import { eraseImages } from './images'
import { blankSessions } from './rows'
import { eraseSamples } from './samples'
import type { Subjects } from './subjects'

/** Takes title, agenda and notes out of sessions, and out of what the history keeps of them. */
export function eraseNotes(writer: Writer, sessions: readonly number[]): void {
  blankSessions(writer, sessions)
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
    communityMembers: new Set(),
    enrolments: new Set(),
    enrolmentMoves: new Set(),
    pairRules: new Set(),
    matches: new Set(),
    surveyResponses: new Set(),
    support: bySupportTable(() => new Set()),
  }
  eraseImages(writer, nobody, belongings)
  eraseSamples(writer)
}
