import { counted, roleLabels, statusLabels } from '@renderer/components/labels'
import type { OutputOf } from '@shared/contract'
import type { MemberStatus, MentoringRole } from '@shared/domain/vocabulary'

type Preview = OutputOf<'members.erasePreview'>

/** What an erasure would take away, a sentence each. */
export function whatGoes({ goes, others }: Preview): string[] {
  const more = [
    goes.skills > 0 ? counted(goes.skills, 'skill') : '',
    goes.consents > 0 ? counted(goes.consents, 'answer about consent', 'answers about consent') : '',
  ].filter((part) => part !== '')
  const kept = [
    goes.drafts > 0 ? counted(goes.drafts, 'draft') : '',
    goes.savedViews > 0 ? counted(goes.savedViews, 'saved view') : '',
  ].filter((part) => part !== '')
  return [
    `The profile: ${[...goes.fields, ...more].join(', ')}.`,
    goes.notes > 0 ? `Title, agenda and notes of ${counted(goes.notes, 'session')}${alsoFor(others)}.` : '',
    goes.actionItems > 0 ? `What ${counted(goes.actionItems, 'action item')} said.` : '',
    goes.mentions > 0 ? `The name in ${counted(goes.mentions, 'other text')}, which will say “someone”.` : '',
    kept.length > 0
      ? `${kept.join(' and ')} with the name in ${goes.drafts + goes.savedViews === 1 ? 'it' : 'them'}.`
      : '',
    goes.history > 0
      ? `${counted(goes.history, 'line or earlier version', 'lines and earlier versions')} in the history.`
      : '',
    `The way back: ${
      goes.undo === 0 ? 'this' : `this and ${counted(goes.undo, 'change')} made before it`
    } can never be undone.`,
  ].filter((sentence) => sentence !== '')
}

function alsoFor({ count, first }: Preview['others']): string {
  if (count === 0) return ''
  const names = first.slice(0, 2).map(({ name }) => name)
  const rest = count - names.length
  const whom = rest > 0 ? `${names.join(', ')} and ${counted(rest, 'other')}` : names.join(' and ')
  return `, also for ${whom} who ${count === 1 ? 'was' : 'were'} there`
}

/** What it would leave. */
export function whatStays({ stays }: Preview): string[] {
  const ties = [
    counted(stays.sessions, 'session'),
    counted(stays.interactions, 'contact'),
    stays.matches > 0 ? counted(stays.matches, 'match', 'matches') : '',
    stays.communities > 0 ? counted(stays.communities, 'community', 'communities') : '',
  ].filter((part) => part !== '')
  const base = [
    roleLabels[stays.role as MentoringRole],
    statusLabels[stays.status as MemberStatus].toLowerCase(),
    stays.joined === null ? '' : `joined in ${stays.joined.slice(0, 4)}`,
  ].filter((part) => part !== '')
  return [
    `An “Erased member” in ${ties.join(', ')}: when, how long, about which topics. Every count and chart is as before.`,
    `${base.join(', ')}.${placeWords(stays.place)}`,
  ]
}

function placeWords(place: Preview['stays']['place']): string {
  if (place === null) return ' Location and department go: fewer than five members share them.'
  const known = [place.location, place.department].filter((part) => part !== null)
  return known.length === 0 ? '' : ` ${known.join(', ')}: five or more members share that.`
}

/** What somebody should look at first. */
export function warnings({ name, namesakes, parts }: Preview): string[] {
  return [
    namesakes.length > 0
      ? `${counted(namesakes.length, 'other member is', 'other members are')} called ${name} too. Where a text names them in plain words, it will say “someone” as well.`
      : '',
    parts > 0
      ? `${counted(parts, 'other session holds', 'other sessions hold')} a part of the name alone. Whether ${parts === 1 ? 'it is' : 'they are'} about this person only you can tell, so ${parts === 1 ? 'it stays' : 'they stay'}.`
      : '',
  ].filter((sentence) => sentence !== '')
}
