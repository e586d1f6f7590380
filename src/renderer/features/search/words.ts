import type { Place } from '@renderer/app/navigation'
import {
  gatheringLabels,
  knowledgeKindLabels,
  knowledgeStateLabels,
  shortDate,
} from '@renderer/components/labels'
import type { Found } from '@shared/contract/search'
import type { FoundKind, GatheringKind, KnowledgeKind, KnowledgeState } from '@shared/domain/vocabulary'

export const foundLabels: Record<FoundKind, [one: string, many: string]> = {
  member: ['Member', 'Members'],
  program: ['Program', 'Programs'],
  community: ['Community', 'Communities'],
  knowledge: ['Knowledge', 'Knowledge'],
  gathering: ['Gathering', 'Gatherings'],
  session: ['Session', 'Sessions'],
  ask: ['Ask', 'Asks'],
  'action item': ['Action item', 'Action items'],
}

/** What stands where a record has no name of its own. */
export function nameless({ kind, people, within, details }: Found): string {
  const names = people.map(({ name }) => name).join(', ')
  if (kind === 'gathering') return gatheringLabels[details[0] as GatheringKind]
  if (kind === 'ask') return `Asked by ${names}`
  if (kind === 'action item') return names === '' ? 'For nobody yet' : `For ${names}`
  return names || within?.name || foundLabels[kind][0]
}

/** The facts beside a name, and when it was. */
export function facts({ kind, title, on, people, within, details }: Found): string {
  const names = people.map(({ name }) => name).join(', ')
  const own =
    kind === 'knowledge'
      ? [
          knowledgeKindLabels[details[0] as KnowledgeKind],
          names,
          knowledgeStateLabels[details[1] as KnowledgeState],
        ]
      : kind === 'session' && title.length > 0
        ? [names]
        : kind === 'action item'
          ? details
          : []
  return [...own, within?.name, on === null ? null : shortDate(on)].filter(Boolean).join(' · ')
}

/** Where a hit is opened; the words go along where they are marked there. */
export function placeOf({ kind, id, within, sessionId }: Found, query: string): Place {
  switch (kind) {
    case 'member':
      return { screen: 'members', memberId: id }
    case 'program':
      return { screen: 'program', programId: id }
    case 'community':
      return { screen: 'community', communityId: id }
    case 'knowledge':
      return { screen: 'knowledge-item', itemId: id, query }
    case 'gathering':
      return { screen: 'community', communityId: within?.id ?? 0, tab: 'gatherings', gatheringId: id }
    case 'ask':
      return { screen: 'community', communityId: within?.id ?? 0, tab: 'asks' }
    case 'session':
      return { screen: 'sessions', sessionId: id, query }
    case 'action item':
      return { screen: 'sessions', sessionId: sessionId ?? 0, query: '' }
  }
}
