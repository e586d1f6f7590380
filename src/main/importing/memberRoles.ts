import type { ImportPlan } from '@shared/domain/imports'
import type { MentoringRole } from '@shared/domain/vocabulary'
import { columnOf, columnsOf, problemIn } from './rowParts'
import { knownLine } from './textValues'
import { readRole, readYesNo } from './wordValues'

/** A reader for what a row says about mentoring, in words or in answers of yes and no; null without such a column. */
export function roleReader(plan: ImportPlan): ((cells: readonly string[]) => MentoringRole | null) | null {
  const roles = columnsOf(plan, 'role')
  const mentors = columnOf(plan, 'mentor')
  const mentees = columnOf(plan, 'mentee')
  const both = columnOf(plan, 'mentorAndMentee')
  if (roles.length === 0 && mentors === -1 && mentees === -1 && both === -1) return null
  return (cells) => {
    const role = roleOf(plan, cells, roles)
    const flagged = flag(plan, cells, both) === true ? 'both' : null
    return flagged ?? role ?? roleOfFlags(flag(plan, cells, mentors), flag(plan, cells, mentees))
  }
}

function roleOf(plan: ImportPlan, cells: readonly string[], columns: readonly number[]): MentoringRole | null {
  for (const column of columns) {
    const text = knownLine(cells[column] ?? '')
    if (text === '') continue
    const role = readRole(text)
    if (role !== null) return role
    // Labels of an address book ("* myContacts ::: Friends") say something else as a rule.
    if (!text.includes('* ') && !text.includes(':::')) {
      throw problemIn(plan, column, text, 'is not a role: use mentor, mentee, both or neither.')
    }
  }
  return null
}

/** "Not a mentor" alone does not tell whether somebody is a mentee. */
function roleOfFlags(mentor: boolean | null, mentee: boolean | null): MentoringRole | null {
  if (mentor === true) return mentee === true ? 'both' : 'mentor'
  if (mentee === true) return 'mentee'
  return mentor === false && mentee === false ? 'neither' : null
}

function flag(plan: ImportPlan, cells: readonly string[], column: number): boolean | null {
  const text = column === -1 ? '' : knownLine(cells[column] ?? '')
  if (text === '') return null
  const answer = readYesNo(text)
  if (answer === undefined) throw problemIn(plan, column, text, 'is neither yes nor no.')
  return answer
}
