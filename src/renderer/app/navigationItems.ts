import type { OutputOf } from '@shared/contract'
import type { Place, Screen } from './navigation'

type Counts = OutputOf<'program.overview'>

interface NavigationItem {
  label: string
  place: Place
  /** The screens that belong to it. */
  screens: readonly Screen[]
  count?: (counts: Counts) => number
}

export const navigationItems: readonly NavigationItem[] = [
  { label: 'Today', place: { screen: 'today' }, screens: ['today'] },
  {
    label: 'Members',
    place: { screen: 'members' },
    screens: ['members', 'import', 'duplicates', 'merge'],
    count: ({ members }) => members,
  },
  {
    label: 'Mentoring',
    place: { screen: 'mentoring' },
    screens: ['mentoring', 'program', 'program-editor', 'surveys'],
    count: ({ programs }) => programs,
  },
  {
    label: 'Sessions',
    place: { screen: 'sessions' },
    screens: ['sessions', 'session-editor'],
    count: ({ sessions }) => sessions,
  },
  {
    label: 'Communities',
    place: { screen: 'communities' },
    screens: ['communities', 'community', 'community-editor', 'readiness', 'map', 'crossing'],
    count: ({ communities }) => communities,
  },
  {
    label: 'Knowledge',
    place: { screen: 'knowledge' },
    screens: ['knowledge', 'knowledge-item', 'knowledge-editor', 'transfer', 'coverage', 'topics'],
    count: ({ knowledge }) => knowledge,
  },
  { label: 'Activity', place: { screen: 'activity' }, screens: ['activity'] },
  { label: 'Reports', place: { screen: 'reports' }, screens: ['reports'] },
]
