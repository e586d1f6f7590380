import { type Loadable, loadable } from '../components/useLoaded'
import type { ProgramTab } from './navigation'

interface TabOfProgram {
  name: ProgramTab
  title: string
  shows: Loadable<{ programId: number }>
}

/** The parts of one program, in their order; each is a feature of its own. */
export const programTabs: readonly [TabOfProgram, ...TabOfProgram[]] = [
  {
    name: 'overview',
    title: 'Overview',
    shows: loadable(() => import('../features/programs/Overview').then((m) => m.Overview)),
  },
  {
    name: 'enrolments',
    title: 'Enrolments',
    shows: loadable(() => import('../features/enrolments/EnrolmentsTab').then((m) => m.EnrolmentsTab)),
  },
  {
    name: 'matching',
    title: 'Matching',
    shows: loadable(() => import('../features/matching/Matching').then((m) => m.Matching)),
  },
  {
    name: 'matches',
    title: 'Matches',
    shows: loadable(() => import('../features/matches/MatchesTab').then((m) => m.MatchesTab)),
  },
  {
    name: 'surveys',
    title: 'Surveys',
    shows: loadable(() => import('../features/surveys/SurveysTab').then((m) => m.SurveysTab)),
  },
  {
    name: 'report',
    title: 'Report',
    shows: loadable(() => import('../features/programReport/ReportTab').then((m) => m.ReportTab)),
  },
]
