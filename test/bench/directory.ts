import type { DatabaseClient } from '@main/database/client'
import type { InputOf } from '@shared/contract'
import { chance, informative, quantile, type Row, timed } from './measure'

type Asked = InputOf<'members.list'>

const pages = 200
const pageLength = 100

/** Pages of the directory as people ask for them: sorted this way and that, filtered, searched, scrolled. */
export async function directoryPages(client: DatabaseClient, members: number): Promise<Row[]> {
  const random = chance(2)
  const { locations } = await client.ask('members.places', {})
  const among = <T>(values: readonly T[]): T | undefined => values[Math.floor(random() * values.length)]
  const times: number[] = []
  for (let asked = 0; asked < pages; asked++) {
    const location = among(locations)
    const place = random() < 0.3 && location !== undefined ? [location] : []
    const query = random() < 0.3 ? (among(['a', 'ma', 'len', 'rob', 'silva', 'an so']) ?? '') : ''
    const left = place.length > 0 || query !== '' ? members / 50 : members
    const input: Asked = {
      filter: { ...everybody, locations: place, query },
      sort: {
        by: among(['name', 'location', 'joinedOn', 'jobTitle'] as const) ?? 'name',
        descending: random() < 0.5,
      },
      page: { offset: Math.floor((random() * left) / pageLength) * pageLength, limit: pageLength },
    }
    times.push(await timed(() => client.ask('members.list', input)))
  }
  const count = members.toLocaleString('en')
  return [
    informative(`directory page p50, ${count} members`, quantile(times, 0.5)),
    informative(`directory page p95, ${count} members`, quantile(times, 0.95)),
  ]
}

const everybody: Asked['filter'] = {
  query: '',
  statuses: [],
  roles: [],
  locations: [],
  departments: [],
  skills: [],
  withRoom: false,
  importId: null,
  archived: false,
}
