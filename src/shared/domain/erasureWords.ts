import { plural } from './summaryWords'
import type { MemberStatus, MentoringRole } from './vocabulary'

/** What erasing a member would do, in numbers. */
export interface ErasureForecast {
  name: string
  goes: {
    fields: string[]
    skills: number
    consents: number
    notes: number
    actionItems: number
    enrolments: number
    support: number
    growth: number
    reuses: number
    mentions: number
    drafts: number
    savedViews: number
    reportTemplates: number
    history: number
    undo: number
  }
  stays: {
    sessions: number
    interactions: number
    matches: number
    enrolments: number
    surveys: number
    communities: number
    knowledge: number
    status: MemberStatus
    role: MentoringRole
    place: { location: string | null; department: string | null } | null
    joined: string | null
  }
  others: { count: number; first: { id: number; name: string }[] }
  namesakes: { id: number; name: string }[]
  parts: number
}

/** What an erasure would take away, a sentence each. */
export function whatGoes({ goes, others }: ErasureForecast): string[] {
  const more = [
    goes.skills > 0 ? plural(goes.skills, 'skill') : '',
    goes.consents > 0 ? plural(goes.consents, 'answer about consent', 'answers about consent') : '',
  ].filter((part) => part !== '')
  const kept = [
    goes.drafts > 0 ? plural(goes.drafts, 'draft') : '',
    goes.savedViews > 0 ? plural(goes.savedViews, 'saved view') : '',
  ].filter((part) => part !== '')
  return [
    `The profile: ${[...goes.fields, ...more].join(', ')}.`,
    goes.notes > 0 ? `Title, agenda and notes of ${plural(goes.notes, 'session')}${alsoFor(others)}.` : '',
    goes.actionItems > 0 ? `What ${plural(goes.actionItems, 'action item')} said.` : '',
    goes.enrolments > 0
      ? `Goals, note and reasons of ${plural(goes.enrolments, 'enrolment in a program', 'enrolments in programs')}.`
      : '',
    goes.support > 0
      ? `What was written in ${plural(goes.support, 'check-in, goal or closure', 'check-ins, goals and closures')} of their matches.`
      : '',
    goes.growth > 0
      ? `What was written in ${plural(goes.growth, 'ask, answer or invitation', 'asks, answers and invitations')} of communities.`
      : '',
    goes.reuses > 0 ? `What came of ${plural(goes.reuses, 'use of knowledge', 'uses of knowledge')}.` : '',
    goes.mentions > 0 ? `The name in ${plural(goes.mentions, 'other text')}, which will say “someone”.` : '',
    kept.length > 0
      ? `${kept.join(' and ')} with the name in ${goes.drafts + goes.savedViews === 1 ? 'it' : 'them'}.`
      : '',
    goes.reportTemplates > 0 ? `${plural(goes.reportTemplates, 'report template')} about them.` : '',
    goes.history > 0
      ? `${plural(goes.history, 'line or earlier version', 'lines and earlier versions')} in the history.`
      : '',
    'The same in every backup of this file.',
    `The way back: ${
      goes.undo === 0 ? 'this' : `this and ${plural(goes.undo, 'change')} made before it`
    } can never be undone.`,
  ].filter((sentence) => sentence !== '')
}

function alsoFor({ count, first }: ErasureForecast['others']): string {
  if (count === 0) return ''
  const names = first.slice(0, 2).map(({ name }) => name)
  const rest = count - names.length
  const whom = rest > 0 ? `${names.join(', ')} and ${plural(rest, 'other')}` : names.join(' and ')
  return `, also for ${whom} who ${count === 1 ? 'was' : 'were'} there`
}

const roleWords: Record<MentoringRole, string> = {
  mentor: 'Mentor',
  mentee: 'Mentee',
  both: 'Mentor and mentee',
  neither: 'Neither mentor nor mentee',
}

/** What it would leave. */
export function whatStays({ stays }: ErasureForecast): string[] {
  const ties = [
    plural(stays.sessions, 'session'),
    plural(stays.interactions, 'contact'),
    stays.matches > 0 ? plural(stays.matches, 'match', 'matches') : '',
    stays.enrolments > 0 ? plural(stays.enrolments, 'enrolment') : '',
    stays.communities > 0 ? plural(stays.communities, 'community', 'communities') : '',
    stays.knowledge > 0 ? plural(stays.knowledge, 'piece of knowledge', 'pieces of knowledge') : '',
  ].filter((part) => part !== '')
  const base = [
    roleWords[stays.role],
    stays.status,
    stays.joined === null ? '' : `joined in ${stays.joined.slice(0, 4)}`,
  ].filter((part) => part !== '')
  return [
    `An “Erased member” in ${ties.join(', ')}: when, how long, about which topics. Every count and chart is as before.`,
    ...(stays.surveys > 0
      ? [`The answers to ${plural(stays.surveys, 'survey')}, without a name and without the match.`]
      : []),
    `${base.join(', ')}.${placeWords(stays.place)}`,
  ]
}

function placeWords(place: ErasureForecast['stays']['place']): string {
  if (place === null) return ' Location and department go: fewer than five members share them.'
  const known = [place.location, place.department].filter((part) => part !== null)
  return known.length === 0 ? '' : ` ${known.join(', ')}: five or more members share that.`
}

/** What somebody should look at first. */
export function warnings({ name, namesakes, parts }: ErasureForecast): string[] {
  return [
    namesakes.length > 0
      ? `${plural(namesakes.length, 'other member is', 'other members are')} called ${name} too. Where a text names them in plain words, it will say “someone” as well.`
      : '',
    parts > 0
      ? `${plural(parts, 'other session holds', 'other sessions hold')} a part of the name alone. Whether ${parts === 1 ? 'it is' : 'they are'} about this person only you can tell, so ${parts === 1 ? 'it stays' : 'they stay'}.`
      : '',
  ].filter((sentence) => sentence !== '')
}
