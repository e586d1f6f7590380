import { counted, knowledgeKindLabels, numberText, shortDate } from '@renderer/components/labels'
import type { OutputOf } from '@shared/contract'
import type { Reference } from '@shared/contract/fields'
import type { KnowledgeItem, KnowledgeRow } from '@shared/contract/knowledge'
import type { KnowledgeKind, KnowledgeState, ValueCycle } from '@shared/domain/vocabulary'

/** What each kind is good for, for whoever chooses one. */
export const kindHints: Record<KnowledgeKind, string> = {
  story: 'What somebody lived through, and what it says to others.',
  practice: 'How something is done well.',
  lesson: 'What went otherwise than expected.',
  tool: 'Something to take and use.',
  answer: 'To a question that comes again and again.',
}

/** The parts of a value-creation story, as one asks for them. */
export const cycleLabels: Record<ValueCycle, { title: string; asks: string }> = {
  immediate: { title: 'At the moment', asks: 'What was it good for right then?' },
  potential: { title: 'What they gained', asks: 'What do they know, have, or whom do they know now?' },
  applied: { title: 'What they did with it', asks: 'Where did they use it, and how?' },
  realised: { title: 'What came of it', asks: 'What went better because of it? Figures are welcome.' },
  reframing: { title: 'What is seen differently', asks: 'Did it change what counts as success?' },
}

export function namesInWords(people: readonly Reference[]): string {
  const names = people.map(({ name }) => name)
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`
}

/** "Practice by Mira Okafor" */
export function kindAndAuthors({ kind, authors }: Pick<KnowledgeRow, 'kind' | 'authors'>): string {
  return authors.length === 0
    ? knowledgeKindLabels[kind]
    : `${knowledgeKindLabels[kind]} by ${namesInWords(authors)}`
}

const stateWords: Record<KnowledgeState, string> = {
  draft: 'a draft',
  'in review': 'in review',
  endorsed: 'endorsed',
  retired: 'retired',
}

/** Where an item is on its way, and how much it was used, in a sentence or two. */
export function itemReading(
  item: KnowledgeItem,
  uses: OutputOf<'knowledge.reuses'>['figures'] | undefined,
): string {
  const state = `${kindAndAuthors(item)}, ${stateWords[item.state]} since ${shortDate(item.stateSince)}.`
  if (!uses) return state
  if (uses.uses === 0) return `${state} Nobody has noted a use of it yet.`
  return `${state} Used ${times(uses.uses)} by ${counted(uses.users, 'person', 'people')}${across(uses)}.`
}

function times(number: number): string {
  if (number === 1) return 'once'
  return number === 2 ? 'twice' : `${numberText(number)} times`
}

/** ", 3 of them across departments, 1 across places" */
function across(figures: { acrossPlaces: number; acrossDepartments: number }): string {
  const parts = [
    figures.acrossDepartments > 0 ? `${numberText(figures.acrossDepartments)} across departments` : '',
    figures.acrossPlaces > 0 ? `${numberText(figures.acrossPlaces)} across places` : '',
  ].filter((part) => part !== '')
  return parts.length === 0 ? '' : `, ${parts.join(' and ')}`
}

/** The sentence above the list. */
export function listReading(of: OutputOf<'knowledge.overview'>): string {
  if (of.items === 0) return 'What one of you has learned, for others to find and use.'
  const endorsed = of.endorsed === 0 ? '' : `, ${numberText(of.endorsed)} endorsed`
  const used = of.reuses === 0 ? ' No use of it is noted yet.' : ` Used ${times(of.reuses)}.`
  const review =
    of.toReview === 0
      ? ''
      : ` ${of.toReview === 1 ? 'One wants' : `${numberText(of.toReview)} want`} to be looked through again.`
  return `${counted(of.items, 'piece', 'pieces')} of knowledge${endorsed}.${used}${review}`
}
