import type { ReportEach, ReportKind, ReportSpanName, SessionDetail } from '@shared/domain/report/design'
import type { RedactionLevel } from '@shared/domain/vocabulary'

type Labelled<Name extends string> = Record<Name, string>

export const kindLabels: Labelled<ReportKind> = {
  sessions: 'Session summaries',
  program: 'Program report',
  community: 'Community report',
  coverage: 'Coverage of topics',
}

export const spanLabels: Labelled<ReportSpanName> = {
  all: 'All time',
  'this month': 'This month',
  'last month': 'Last month',
  'this quarter': 'This quarter',
  'last quarter': 'Last quarter',
  'this year': 'This year',
  'last year': 'Last year',
  'last 90 days': 'Last 90 days',
  'last 12 months': 'Last 12 months',
  program: 'The whole program',
  'program year': 'This program year',
  fixed: 'From one day to another…',
}

export const detailLabels: Labelled<SessionDetail> = {
  agenda: 'Agenda',
  notes: 'Notes',
  actions: 'Action items',
}

export const eachLabels: Labelled<ReportEach> = {
  match: 'pair',
  member: 'member',
  program: 'program',
  community: 'community',
}

type Level = [label: string, description: string]

export const redactionLabels: Record<ReportKind, Partial<Record<RedactionLevel, Level>>> = {
  sessions: {
    none: ['Everything', 'All notes, the private ones too. For your own files.'],
    private: ['Without private notes', 'Sessions marked private stay, their text does not. For the pair.'],
    figures: ['Figures only', 'No names, no texts: counts and times. For a sponsor.'],
  },
  program: {
    none: ['Everything', 'Names, goals and reasons as they were written. For your own files.'],
    private: ['With names', 'Who is in which match, without texts.'],
    figures: ['Figures only', 'No names, no texts, nothing that fewer than five share. For a sponsor.'],
  },
  community: {
    none: ['Everything', 'Names, and the notes of gatherings and stages. For your own files.'],
    private: ['With names', 'Who takes part and who moved, without notes.'],
    figures: ['Figures only', 'No names, no notes, nothing that fewer than five share. For a sponsor.'],
  },
  coverage: {
    private: ['With names', 'Who alone knows a topic is named.'],
    figures: ['Figures only', 'No names, and no topic that fewer than five want. For a sponsor.'],
  },
}
