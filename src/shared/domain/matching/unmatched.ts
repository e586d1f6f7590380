import { listWords, plural } from '../summaryWords'
import { nobody } from './assignment/problem'
import type { Pairs } from './pairs'
import type { Unmatched } from './proposal'
import { type RuleName, ruleNames, rulesOf } from './rules'
import { isExplained, type Run } from './run'
import { Pace, type Steps } from './steps'
import { possibleWords } from './words'

/** How many of the other side a rule forbids, as in "3 are in the same department". */
const countedWords: Record<RuleName, [one: string, many: string]> = {
  'same person': ['is the same person', 'are the same person'],
  'reporting line': ['is in the same reporting line', 'are in the same reporting line'],
  'matched before': ['is or was their match', 'are or were their matches'],
  'kept apart': ['is kept apart from them', 'are kept apart from them'],
  'veto of the mentee': ['is ruled out by the mentee', 'are ruled out by the mentee'],
  'veto of the mentor': ['is ruled out by the mentor', 'are ruled out by the mentors'],
  veto: ['does not want them, or is not wanted', 'do not want them, or are not wanted'],
  'no room': ['has no room', 'have no room'],
  'no common language': ['speaks no language of theirs', 'speak no language of theirs'],
  'same department': ['is in the same department', 'are in the same department'],
  'different location': ['is in another place', 'are in other places'],
}

/** Everybody who looked for a mentor and got none, with the reason. */
export function* menteesWithout({ input, pairs, choice, alternatives, whose }: Run): Steps<Unmatched[]> {
  const found: Unmatched[] = []
  for (const [mentee, { id }] of input.mentees.entries()) {
    if (choice.mentorOf[mentee] !== nobody) continue
    const { possible, rules } = counted(pairs.brokenBy(mentee))
    const words =
      possible === 0 ? noneWords('mentor', pairs.mentors, rules) : takenWords(possible, pairs.mentors)
    const otherwise = isExplained(whose, id) ? yield* alternatives.forMentee(mentee) : null
    found.push({ id, words, rules, best: otherwise?.best ?? null })
    yield { label: 'Explaining', done: mentee + 1, total: pairs.mentees }
  }
  return found
}

/** Every mentor with room who got nobody, with the reason. */
export function* mentorsWithout({ input, pairs, choice, alternatives, whose }: Run): Steps<Unmatched[]> {
  const idle = input.mentors.flatMap(({ room }, mentor) =>
    room > 0 && choice.menteesOf[mentor]?.length === 0 ? [mentor] : [],
  )
  const columns = yield* brokenColumns(pairs, idle)
  const found: Unmatched[] = []
  for (const [at, mentor] of idle.entries()) {
    const id = input.mentors[mentor]?.id ?? 0
    const { possible, rules } = counted(columns[at] ?? new Uint16Array())
    const words =
      possible === 0 ? noneWords('mentee', pairs.mentees, rules) : placedWords(possible, pairs.mentees)
    const otherwise = isExplained(whose, id) ? yield* alternatives.forMentor(mentor, null) : null
    found.push({ id, words, rules, best: otherwise?.best ?? null })
    yield { label: 'Explaining', done: at + 1, total: idle.length }
  }
  return found
}

/** The broken rules of some mentors with every mentee. */
function* brokenColumns(pairs: Pairs, mentors: readonly number[]): Steps<Uint16Array[]> {
  const columns = mentors.map(() => new Uint16Array(pairs.mentees))
  const pace = new Pace()
  for (let mentee = 0; mentee < pairs.mentees && mentors.length > 0; mentee++) {
    const broken = pairs.brokenBy(mentee)
    mentors.forEach((mentor, at) => {
      const column = columns[at]
      if (column !== undefined) column[mentee] = broken[mentor] ?? 0
    })
    if (pace.isDue(pairs.mentors)) yield { label: 'Explaining', done: mentee, total: null }
  }
  return columns
}

/** How many may be a pair with somebody, and how many each rule forbids. */
export function counted(broken: Uint16Array): { possible: number; rules: Unmatched['rules'] } {
  const counts = new Map<RuleName, number>()
  let possible = 0
  for (const bits of broken) {
    if (bits === 0) possible++
    else for (const rule of rulesOf(bits)) counts.set(rule, (counts.get(rule) ?? 0) + 1)
  }
  const rules = ruleNames.flatMap((rule) => {
    const count = counts.get(rule)
    return count === undefined ? [] : [{ rule, count }]
  })
  return { possible, rules }
}

function noneWords(other: 'mentor' | 'mentee', count: number, rules: Unmatched['rules']): string {
  if (count === 0) return other === 'mentor' ? 'There is no mentor to be had.' : 'Nobody looks for a mentor.'
  return forbiddenWords(plural(count, other), rules)
}

/** @param who "12 mentors" */
export function forbiddenWords(who: string, rules: Unmatched['rules']): string {
  const why = rules.map(({ rule, count: own }) => `${own} ${countedWords[rule][own === 1 ? 0 : 1]}`)
  return `None of ${who} is possible: ${listWords(why)}.`
}

/** As many are served as can be, so whoever is possible for somebody without a mentor is taken. */
function takenWords(possible: number, mentors: number): string {
  const words = possibleWords(possible, mentors, 'mentor')
  return possible === 1
    ? `${words}, whose places all go to others.`
    : `${words}, and all their places go to others.`
}

/** For the same reason: whoever is possible for a mentor with room has a mentor. */
function placedWords(possible: number, mentees: number): string {
  const words = possibleWords(possible, mentees, 'mentee')
  return possible === 1
    ? `${words}, who is with another mentor.`
    : `${words}, and all of them are with other mentors.`
}
