import { type Loadable, loadable } from '../components/useLoaded'
import type { CommunityTab } from './navigation'

interface TabOfCommunity {
  name: CommunityTab
  title: string
  shows: Loadable<{ communityId: number }>
}

/** The parts of one community, in their order; each is a feature of its own. */
export const communityTabs: readonly [TabOfCommunity, ...TabOfCommunity[]] = [
  {
    name: 'overview',
    title: 'Overview',
    shows: loadable(() => import('../features/aliveness/AlivenessTab').then((m) => m.AlivenessTab)),
  },
  {
    name: 'members',
    title: 'Members',
    shows: loadable(() => import('../features/communityMembers/MembersTab').then((m) => m.MembersTab)),
  },
  {
    name: 'gatherings',
    title: 'Gatherings',
    shows: loadable(() => import('../features/gatherings/GatheringsTab').then((m) => m.GatheringsTab)),
  },
  {
    name: 'asks',
    title: 'Asks',
    shows: loadable(() => import('../features/asks/AsksTab').then((m) => m.AsksTab)),
  },
  {
    name: 'knowledge',
    title: 'Knowledge',
    shows: loadable(() =>
      import('../features/transfer/CommunityKnowledgeTab').then((m) => m.CommunityKnowledgeTab),
    ),
  },
  {
    name: 'map',
    title: 'Map',
    shows: loadable(() => import('../features/networkMap/MapTab').then((m) => m.MapTab)),
  },
  {
    name: 'crossing',
    title: 'Crossing',
    shows: loadable(() => import('../features/crossing/CrossingTab').then((m) => m.CrossingTab)),
  },
  {
    name: 'growth',
    title: 'Growth',
    shows: loadable(() => import('../features/growth/GrowthTab').then((m) => m.GrowthTab)),
  },
  {
    name: 'report',
    title: 'Report',
    shows: loadable(() =>
      import('../features/communityReport/CommunityReportTab').then((m) => m.CommunityReportTab),
    ),
  },
  {
    name: 'about',
    title: 'About',
    shows: loadable(() =>
      import('../features/communityOverview/CommunityOverview').then((m) => m.CommunityOverview),
    ),
  },
]
