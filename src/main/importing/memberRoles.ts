import type { ImportPlan } from '@shared/domain/imports'
import type { MentoringRole } from '@shared/domain/vocabulary'
import { columnOf, columnsOf, problemIn, remembering } from './rowParts'
import { knownLine } from './textValues'
import { readRole, readYesNo } from './wordValues'

/** A reader for what a row says about mentoring, in words or in answers of yes and no; null without such a column. */
export function roleReader(plan: ImportPlan): ((cells: readonly string[]) => MentoringRole | null) | null {
  const roles = columnsOf(plan, 'role')
  const mentors = columnOf(plan, 'mentor')
  const mentees = columnOf(plan, 'mentee')
  const both = columnOf(plan, 'mentorAndMentee')
  if (roles.length === 0 && mentors === -1 && mentees === -1 && both === -1) return null
  const inWords = wordsReader(plan, roles)
  const isMentor = answerReader(plan, mentors)
  const isMentee = answerReader(plan, mentees)
  const isBoth = answerReader(plan, both)
  return (cells) => {
    const role = inWords(cells)
    return isBoth(cells) === true ? 'both' : (role ?? roleOfAnswers(isMentor(cells), isMentee(cells)))
  }
}

function wordsReader(
  plan: ImportPlan,
  columns: readonly number[],
): (cells: readonly string[]) => MentoringRole | null {
  const read = remembering(readRole)
  return (cells) => {
    for (const column of columns) {
      const text = knownLine(cells[column] ?? '')
      if (text === '') continue
      const role = read(text)
      if (role !== null) return role
      // Labels of an address book ("* myContacts ::: Friends") say something else as a rule.
      if (!text.includes('* ') && !text.includes(':::')) {
        throw problemIn(plan, column, text, 'is not a role: use mentor, mentee, both or neither.')
      }
    }
    return null
  }
}

/** "Not a mentor" alone does not tell whether somebody is a mentee. */
function roleOfAnswers(mentor: boolean | null, mentee: boolean | null): MentoringRole | null {
  if (mentor === true) return mentee === true ? 'both' : 'mentor'
  if (mentee === true) return 'mentee'
  return mentor === false && mentee === false ? 'neither' : null
}

function answerReader(plan: ImportPlan, column: number): (cells: readonly string[]) => boolean | null {
  const read = remembering(readYesNo)
  return (cells) => {
    const text = column === -1 ? '' : knownLine(cells[column] ?? '')
    if (text === '') return null
    const answer = read(text)
    if (answer === undefined) throw problemIn(plan, column, text, 'is neither yes nor no.')
    return answer
  }
}
