import { type Loadable, loadable, ready } from '../components/useLoaded'
import { TodayScreen } from '../features/today/TodayScreen'
import type { Screen } from './navigation'

/** One bundle a screen: the start loads what the first screen needs and no more. */
export const screens: Record<Screen, Loadable<object>> = {
  today: ready(TodayScreen),
  members: loadable(() => import('../features/members/MembersScreen').then((m) => m.MembersScreen)),
  duplicates: loadable(() => import('../features/merging/DuplicatesScreen').then((m) => m.DuplicatesScreen)),
  merge: loadable(() => import('../features/merging/MergeScreen').then((m) => m.MergeScreen)),
  mentoring: loadable(() => import('../features/programs/ProgramsScreen').then((m) => m.ProgramsScreen)),
  program: loadable(() => import('../features/programs/ProgramScreen').then((m) => m.ProgramScreen)),
  'program-editor': loadable(() => import('../features/programs/ProgramEditor').then((m) => m.ProgramEditor)),
  surveys: loadable(() => import('../features/surveys/SurveysScreen').then((m) => m.SurveysScreen)),
  sessions: loadable(() => import('../features/sessions/SessionsScreen').then((m) => m.SessionsScreen)),
  'session-editor': loadable(() => import('../features/sessions/SessionEditor').then((m) => m.SessionEditor)),
  communities: loadable(() =>
    import('../features/communities/CommunitiesScreen').then((m) => m.CommunitiesScreen),
  ),
  community: loadable(() => import('../features/communities/CommunityScreen').then((m) => m.CommunityScreen)),
  'community-editor': loadable(() =>
    import('../features/communities/CommunityEditor').then((m) => m.CommunityEditor),
  ),
  readiness: loadable(() => import('../features/readiness/ReadinessScreen').then((m) => m.ReadinessScreen)),
  map: loadable(() => import('../features/networkMap/MapScreen').then((m) => m.MapScreen)),
  crossing: loadable(() => import('../features/crossing/CrossingScreen').then((m) => m.CrossingScreen)),
  knowledge: loadable(() => import('../features/knowledge/KnowledgeScreen').then((m) => m.KnowledgeScreen)),
  'knowledge-item': loadable(() => import('../features/knowledge/ItemScreen').then((m) => m.ItemScreen)),
  'knowledge-editor': loadable(() => import('../features/knowledge/ItemEditor').then((m) => m.ItemEditor)),
  transfer: loadable(() => import('../features/transfer/TransferScreen').then((m) => m.TransferScreen)),
  coverage: loadable(() => import('../features/coverage/CoverageScreen').then((m) => m.CoverageScreen)),
  activity: loadable(() => import('../features/activity/ActivityScreen').then((m) => m.ActivityScreen)),
  search: loadable(() => import('../features/search/SearchScreen').then((m) => m.SearchScreen)),
  topics: loadable(() => import('../features/topics/TopicsScreen').then((m) => m.TopicsScreen)),
  reports: loadable(() => import('../features/reports/ReportsScreen').then((m) => m.ReportsScreen)),
  history: loadable(() => import('../features/history/HistoryScreen').then((m) => m.HistoryScreen)),
  import: loadable(() => import('../features/imports/ImportScreen').then((m) => m.ImportScreen)),
  settings: loadable(() => import('../features/settings/SettingsScreen').then((m) => m.SettingsScreen)),
}
