import {
  type ColumnMapping,
  type ImportKind,
  type ImportSource,
  importFields,
  interactionImportFields,
  memberImportFields,
  sessionImportFields,
} from '@shared/domain/imports'
import { type HeadingGuess, headingLookup } from './columnKnowledge'
import { fieldByValues, looksLike, share } from './columnValues'
import { headingWords } from './headings'
import { interactionColumns } from './interactionColumns'
import { memberColumns } from './memberColumns'
import { sessionColumns } from './sessionColumns'
import { isBookkeeping } from './sources'

const lookups: Readonly<Record<ImportKind, (heading: string) => HeadingGuess[]>> = {
  members: headingLookup(memberColumns, memberImportFields),
  sessions: headingLookup(sessionColumns, sessionImportFields),
  interactions: headingLookup(interactionColumns, interactionImportFields),
}

export interface ColumnToGuess {
  /** The heading as it stands in the file; null in a file without headings. */
  heading: string | null
  /** Some of its values, none of them empty. */
  values: readonly string[]
}

export interface ColumnGuess {
  field: string | null
  confidence: number
}

/** Whether a heading is one that Coppice knows, for any kind of import. */
export function isKnownHeading(heading: string): boolean {
  return Object.values(lookups).some((lookup) => lookup(heading).some(({ confidence }) => confidence >= 0.6))
}

/** For each column the field that its heading and its values speak for; no field is given out twice that takes one column. */
export function guessColumns(
  kind: ImportKind,
  columns: readonly ColumnToGuess[],
  source: ImportSource | null,
): ColumnGuess[] {
  const guesses = columns.map(({ heading, values }) => {
    if (heading === null || isBookkeeping(source, headingWords(heading))) return []
    const asked = kind === 'members' ? mentoringQuestion(heading) : null
    return [...lookups[kind](heading), ...(asked === null ? [] : [asked])].flatMap((guess) => {
      const field = fieldByValues(kind, guess, values)
      return field === null ? [] : [{ field, confidence: guess.confidence }]
    })
  })
  addGuessesFromValues(kind, columns, guesses)
  const given = giveOut(kind, columns, guesses)
  if (kind === 'members') settleSingleName(given)
  return given
}

function giveOut(
  kind: ImportKind,
  columns: readonly ColumnToGuess[],
  guesses: readonly HeadingGuess[][],
): ColumnGuess[] {
  const several = new Set(importFields[kind].filter((field) => field.several).map(({ field }) => field))
  const given: ColumnGuess[] = guesses.map(() => ({ field: null, confidence: 0 }))
  const taken = new Set<string>()
  // An empty column gives way: address books have several for everything and fill in one.
  const weight = (index: number): number => (columns[index]?.values.length === 0 ? 0.5 : 1)
  const offers = guesses.flatMap((list, index) =>
    list.map((guess) => ({ ...guess, index, rank: guess.confidence * weight(index) })),
  )
  offers.sort((a, b) => b.rank - a.rank || a.index - b.index)
  for (const { index, field, confidence } of offers) {
    if (given[index]?.field !== null || (taken.has(field) && !several.has(field))) continue
    given[index] = { field, confidence }
    taken.add(field)
  }
  return given
}

/** The questions of sign-up forms: "Do you want to sign up as a mentor?", "Would you like to have a mentor?" */
function mentoringQuestion(heading: string): HeadingGuess | null {
  const words = headingWords(heading)
  const mentor = /\bmentors?\b/.test(words)
  const mentee = /\b(?:mentees?|protegees?|mentored)\b/.test(words)
  if (!mentor && !mentee) return null
  const wish =
    /\b(?:sign\w*|want|like|wish|willing|volunteer\w*|interested|become|becoming|be|being|act|serve|apply\w*|register\w*|join\w*|participat\w*|looking|need|have|role)\b/
  if (!wish.test(words)) return null
  if (mentor && mentee) return { field: 'role', confidence: 0.75 }
  const seeks =
    /\b(?:have|get|find|need|seek\w*|looking for|matched with|paired with|want) (?:a |an )?mentor\b/
  if (mentee || seeks.test(words)) return { field: 'mentee', confidence: 0.7 }
  const offers =
    /\b(?:as|be|being|become|becoming) (?:a |an )?mentor\b|\bmentor (?:others|someone|somebody)\b/
  return offers.test(words) ? { field: 'mentor', confidence: 0.7 } : null
}

/** Addresses show in any column; in a file without headings, names and dates have to show by themselves too. */
function addGuessesFromValues(
  kind: ImportKind,
  columns: readonly ColumnToGuess[],
  guesses: HeadingGuess[][],
): void {
  const isOpen = (index: number): boolean => guesses[index]?.length === 0
  const offer = (index: number, field: string, confidence: number): void => {
    guesses[index]?.push({ field, confidence })
  }
  const withoutHeadings = columns.every(({ heading }) => heading === null)
  columns.forEach(({ heading, values }, index) => {
    if (kind !== 'members' || !isOpen(index)) return
    const related = heading !== null && memberColumns.never.test(headingWords(heading))
    if (!related && share(values, looksLike.email) >= 0.8) offer(index, 'email', 0.5)
  })
  if (!withoutHeadings) return
  if (kind === 'members') {
    const name = columns.findIndex(
      ({ values }, index) => isOpen(index) && share(values, looksLike.fullName) >= 0.8,
    )
    if (name !== -1) offer(name, 'name', 0.4)
    return
  }
  const date = columns.findIndex(({ values }) => share(values, looksLike.date) >= 0.9)
  if (date === -1) return
  offer(date, kind === 'interactions' ? 'at' : 'date', 0.4)
  if (kind !== 'interactions') return
  const others = columns.map((_, index) => index).filter((index) => index !== date)
  for (const [place, field] of ['from', 'to', 'kind'].entries()) {
    const index = others[place]
    if (index !== undefined) offer(index, field, 0.3)
  }
}

/** "Nom", "Nombre" or "First name" without its counterpart is the whole name. */
function settleSingleName(given: ColumnGuess[]): void {
  const fields = given.map(({ field }) => field)
  if (fields.includes('name') || (fields.includes('givenName') && fields.includes('familyName'))) return
  const only = given.find(({ field }) => field === 'givenName' || field === 'familyName')
  if (only !== undefined) only.field = 'name'
}

/** The kind of import that the columns speak for. */
export function guessKind(columns: readonly ColumnToGuess[], source: ImportSource | null): ImportKind {
  const fieldsOf = (kind: ImportKind): Set<string | null> =>
    new Set(guessColumns(kind, columns, source).flatMap(({ field }) => field ?? []))
  const interaction = fieldsOf('interactions')
  if (['from', 'to', 'at'].every((field) => interaction.has(field))) return 'interactions'
  const session = fieldsOf('sessions')
  const people = ['mentor', 'mentee', 'attendees'].some((field) => session.has(field))
  if (!session.has('date') || !people) return 'members'
  return session.size >= fieldsOf('members').size ? 'sessions' : 'members'
}

/** The guesses as a mapping. */
export function mappingOf(guesses: readonly ColumnGuess[]): ColumnMapping {
  return guesses.map(({ field }) => field)
}
