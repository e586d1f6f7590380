import { isEmail } from '@shared/domain/email'
import type { ImportPlan, MemberCandidate } from '@shared/domain/imports'
import { isTimeZone } from '@shared/domain/timeZones'
import { weekHours } from '@shared/domain/weekHours'
import { roleReader } from './memberRoles'
import { readNumber } from './numberValues'
import { readEmail, readPerson, turnedName } from './personValues'
import {
  columnOf,
  columnsOf,
  longestLine,
  longestText,
  momentReader,
  problemIn,
  RowProblem,
  type RowReader,
  remembering,
  rowReader,
  within,
} from './rowParts'
import { clean, cleanLine, firstValue, knownLine, severalValues } from './textValues'
import { readStatus } from './wordValues'

type Fill = (cells: readonly string[], member: MemberCandidate) => void

/** A reader for members' rows: each has a name or at least an e-mail address. */
export function memberRowReader(plan: ImportPlan): RowReader<MemberCandidate> {
  const fills = [
    fillName(plan),
    fillEmail(plan),
    fillLine(plan, 'jobTitle'),
    fillLine(plan, 'organisation'),
    fillLine(plan, 'location'),
    fillLine(plan, 'department'),
    fillLine(plan, 'externalId'),
    fillPhone(plan),
    fillStatus(plan),
    fillRole(plan),
    fillCapacity(plan),
    fillJoinedOn(plan),
    fillAbout(plan),
    fillStated(plan, 'timeZone', isTimeZone),
    fillStated(plan, 'hours', (text) => weekHours(text) !== null),
    fillSeniority(plan),
    fillLanguages(plan),
    fillSkills(plan, 'skillsOffered'),
    fillSkills(plan, 'skillsWanted'),
    fillInvitedBy(plan),
  ].filter((fill) => fill !== null)
  return rowReader((cells, line) => {
    const member: MemberCandidate = { line }
    for (const fill of fills) fill(cells, member)
    if (member.name === undefined && member.email === undefined) {
      throw new RowProblem('This row has neither a name nor an e-mail address.')
    }
    return member
  })
}

function fillName(plan: ImportPlan): Fill {
  const whole = columnsOf(plan, 'name')
  const given = columnOf(plan, 'givenName')
  const middle = columnOf(plan, 'middleName')
  const family = columnOf(plan, 'familyName')
  const sort = columnOf(plan, 'sortName')
  return (cells, member) => {
    const text = firstName(cells, whole)
    const givenName = cleanLine(cells[given] ?? '')
    const familyName = cleanLine(cells[family] ?? '')
    const turned = text.includes(',') ? turnedName(text) : null
    const name = turned?.name ?? (text || joined(givenName, cleanLine(cells[middle] ?? ''), familyName))
    if (name !== '') member.name = within(plan, whole[0] ?? given, name, longestLine)
    const alone = text === '' ? familyName || givenName : ''
    const ordered = familyName !== '' && givenName !== '' ? `${familyName}, ${givenName}` : alone
    const sortName = cleanLine(cells[sort] ?? '') || ordered || turned?.sortName || ''
    if (sortName !== '') member.sortName = within(plan, sort === -1 ? family : sort, sortName, longestLine)
  }
}

function firstName(cells: readonly string[], columns: readonly number[]): string {
  for (const column of columns) {
    const text = cleanLine(cells[column] ?? '')
    if (text !== '') return text
  }
  return ''
}

function joined(given: string, middle: string, family: string): string {
  const start = given === '' || middle === '' ? given + middle : `${given} ${middle}`
  return start === '' || family === '' ? start + family : `${start} ${family}`
}

function fillEmail(plan: ImportPlan): Fill | null {
  const columns = columnsOf(plan, 'email')
  if (columns.length === 0) return null
  return (cells, member) => {
    for (const column of columns) {
      const cell = cells[column] ?? ''
      const email = isEmail(cell) ? cell : knownLine(cell) === '' ? '' : readEmail(cell)
      if (email === null) throw problemIn(plan, column, cell, 'is not an e-mail address.')
      if (email === '') continue
      member.email = email
      return
    }
  }
}

function fillLine(
  plan: ImportPlan,
  field: 'jobTitle' | 'organisation' | 'location' | 'department' | 'externalId',
): Fill | null {
  const column = columnOf(plan, field)
  if (column === -1) return null
  return (cells, member) => {
    const text = knownLine(cells[column] ?? '')
    if (text !== '') member[field] = within(plan, column, text, longestLine)
  }
}

function fillPhone(plan: ImportPlan): Fill | null {
  const columns = columnsOf(plan, 'phone')
  if (columns.length === 0) return null
  return (cells, member) => {
    for (const column of columns) {
      const text = knownLine(firstValue(cells[column] ?? ''))
      if (text === '') continue
      member.phone = within(plan, column, text, longestLine)
      return
    }
  }
}

function fillStatus(plan: ImportPlan): Fill | null {
  const column = columnOf(plan, 'status')
  if (column === -1) return null
  const read = remembering(readStatus)
  return (cells, member) => {
    const text = knownLine(cells[column] ?? '')
    if (text === '') return
    const status = read(text)
    if (status === 'bot') throw new RowProblem('This row is a bot, not a person.')
    if (status === null) {
      throw problemIn(plan, column, text, 'is not a status: use prospect, invited, active or alumni.')
    }
    member.status = status
  }
}

function fillRole(plan: ImportPlan): Fill | null {
  const read = roleReader(plan)
  if (read === null) return null
  return (cells, member) => {
    const role = read(cells)
    if (role !== null) member.role = role
  }
}

function fillCapacity(plan: ImportPlan): Fill | null {
  const column = columnOf(plan, 'capacity')
  if (column === -1) return null
  return (cells, member) => {
    const text = knownLine(cells[column] ?? '')
    if (text === '') return
    const value = readNumber(text)
    if (value === null || !Number.isInteger(value) || value < 0 || value > 1000) {
      throw problemIn(plan, column, text, 'is not a number of mentees from 0 to 1,000.')
    }
    member.capacity = value
  }
}

function fillJoinedOn(plan: ImportPlan): Fill | null {
  const column = columnOf(plan, 'joinedOn')
  if (column === -1) return null
  const read = momentReader(plan, column)
  return (cells, member) => {
    const moment = read(cells[column] ?? '')
    if (moment !== null) member.joinedOn = moment.date
  }
}

function fillAbout(plan: ImportPlan): Fill | null {
  const column = columnOf(plan, 'about')
  if (column === -1) return null
  return (cells, member) => {
    const text = clean(cells[column] ?? '')
    if (text !== '') member.about = within(plan, column, text, longestText)
  }
}

/** What is not understood, such as "CET (winter)" or "ask me", is left out: nobody is turned away for it. */
function fillStated(
  plan: ImportPlan,
  field: 'timeZone' | 'hours',
  isUnderstood: (text: string) => boolean,
): Fill | null {
  const column = columnOf(plan, field)
  if (column === -1) return null
  const read = remembering((text) => (isUnderstood(text) ? text : null))
  return (cells, member) => {
    const text = knownLine(cells[column] ?? '')
    const stated = text === '' ? null : read(text)
    if (stated !== null) member[field] = stated
  }
}

function fillSeniority(plan: ImportPlan): Fill | null {
  const column = columnOf(plan, 'seniority')
  if (column === -1) return null
  return (cells, member) => {
    const text = knownLine(cells[column] ?? '')
    if (text === '') return
    const value = readNumber(text)
    if (value === null || !Number.isInteger(value) || value < 1 || value > 5) {
      throw problemIn(plan, column, text, 'is not a level of seniority from 1 to 5.')
    }
    member.seniority = value
  }
}

function fillLanguages(plan: ImportPlan): Fill | null {
  const columns = columnsOf(plan, 'languages')
  if (columns.length === 0) return null
  return (cells, member) => {
    const names = columns.flatMap((column) => {
      const cell = cells[column] ?? ''
      if (knownLine(cell) === '') return []
      return severalValues(cell).map((name) => within(plan, column, name.replaceAll(',', ' '), longestLine))
    })
    if (names.length > 50) throw new RowProblem('This row has more than 50 languages.')
    if (names.length > 0) member.languages = names
  }
}

function fillSkills(plan: ImportPlan, field: 'skillsOffered' | 'skillsWanted'): Fill | null {
  const columns = columnsOf(plan, field)
  if (columns.length === 0) return null
  return (cells, member) => {
    const skills: string[] = []
    for (const column of columns) {
      const cell = cells[column] ?? ''
      if (cell === '' || knownLine(cell) === '') continue
      for (const skill of severalValues(cell)) skills.push(within(plan, column, skill, longestLine))
    }
    if (skills.length > 200) throw new RowProblem('This row has more than 200 skills.')
    if (skills.length > 0) member[field] = columns.length > 1 ? [...new Set(skills)] : skills
  }
}

function fillInvitedBy(plan: ImportPlan): Fill | null {
  const column = columnOf(plan, 'invitedBy')
  if (column === -1) return null
  return (cells, member) => {
    const person = readPerson(knownLine(cells[column] ?? ''))
    if (person !== null) member.invitedBy = person
  }
}
