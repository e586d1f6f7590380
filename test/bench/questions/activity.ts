import type { DatabaseClient } from '@main/database/client'
import type { InputOf } from '@shared/contract'
import type { Grouping } from '@shared/domain/vocabulary'
import { askedOn, at, type Question } from './question'

type Series = InputOf<'activity.series'>
type Scope = Series['scope']

const always: Scope = { from: null, to: null, communityId: null, location: null, department: null }
/** What the screen begins with. */
const year: Scope = { ...always, from: '2025-11-23', to: askedOn }

const inGroups: readonly Grouping[] = ['community', 'location', 'department', 'kind']
const parts = ['location', 'department', 'medium', 'kind', 'community'] as const

/** Every chart of the activity, over a year and over everything, each asked twice. */
export const activityQuestions: readonly Question[] = [
  series('a year by week', { scope: year, by: 'week' }, ['none']),
  series('always by week', { scope: always, by: 'week' }, ['none']),
  series('always by day', { scope: always, by: 'day' }, ['none']),
  series('a year by week, in groups', { scope: year, by: 'week' }, inGroups),
  series('always by month, in groups', { scope: always, by: 'month' }, inGroups),
  series('a community by week', { scope: { ...year, communityId: 1 }, by: 'week' }, ['none', 'kind']),
  chart('calendar', (client) => client.ask('activity.calendar', { scope: year })),
  ...parts.flatMap((of) => [
    chart(`a year by ${of}`, (client) => client.ask('activity.breakdown', { scope: year, of })),
    chart(`always by ${of}`, (client) => client.ask('activity.breakdown', { scope: always, of })),
  ]),
  chart('participation', (client, round) =>
    client.ask('activity.participation', { on: askedOn, weeks: at([12, 8, 26], round), communityId: null }),
  ),
  chart('participation in a community', (client) =>
    client.ask('activity.participation', { on: askedOn, weeks: 12, communityId: 1 }),
  ),
]

function series(name: string, asked: Pick<Series, 'scope' | 'by'>, groups: readonly Grouping[]): Question {
  return chart(name, (client, round) => client.ask('activity.series', { ...asked, group: at(groups, round) }))
}

function chart(name: string, ask: (client: DatabaseClient, round: number) => Promise<unknown>): Question {
  return { name: `chart, ${name}`, ask, repeated: true }
}
