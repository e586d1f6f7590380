import type { InputOf, OutputOf } from '@shared/contract'
import type { coverage, TopicCoverage } from '@shared/contract/coverage'
import type { Directory } from '../../directory/directory'
import type { Reader } from '../../engine/reader'
import type { Handlers } from '../../handler'
import { knownTopics } from './knownTopics'

/** The directory is in memory already for the list of members. */
export function createCoverageHandlers(directory: Directory): Handlers<typeof coverage> {
  return { 'coverage.topics': (db, input) => topicCoverage(db, directory, input) }
}

const order: readonly TopicCoverage['state'][] = ['missing', 'one person', 'out of date', 'covered']

/** What members want to learn, the most wanted of the worst covered first. */
export function topicCoverage(
  db: Reader,
  directory: Directory,
  { today }: InputOf<'coverage.topics'>,
): OutputOf<'coverage.topics'> {
  const known = knownTopics(db, directory.get(db))
  const written = new Map(
    db
      .all<{ id: number; items: number; outdated: number }>(
        `SELECT kt.topic_id AS id, count(*) AS items, count(*) FILTER (WHERE k.review_on <= ?) AS outdated
          FROM knowledge_topics kt JOIN knowledge_items k ON k.id = kt.item_id AND k.state <> 'retired'
          GROUP BY kt.topic_id`,
        today,
      )
      .map((row) => [row.id, row]),
  )
  return db
    .all<{ id: number; name: string }>('SELECT id, name FROM topics ORDER BY name COLLATE NOCASE, id')
    .flatMap((topic): TopicCoverage[] => {
      const { wanted = 0, mentors = 0, people = 0, onlyPerson = null } = known.get(topic.id) ?? {}
      if (wanted === 0) return []
      const { items = 0, outdated = 0 } = written.get(topic.id) ?? {}
      const figures = { wanted, mentors, items, outdated }
      return [{ topic, ...figures, state: stateOf(figures, people), onlyPerson: nameOf(db, onlyPerson) }]
    })
    .sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state) || b.wanted - a.wanted)
}

function stateOf(
  { mentors, items, outdated }: Pick<TopicCoverage, 'mentors' | 'items' | 'outdated'>,
  people: number,
): TopicCoverage['state'] {
  if (mentors + items === 0) return 'missing'
  if (people <= 1) return 'one person'
  return items > 0 && items === outdated ? 'out of date' : 'covered'
}

function nameOf(db: Reader, id: number | null): TopicCoverage['onlyPerson'] {
  return id === null ? null : (db.get('SELECT id, name FROM members WHERE id = ?', id) ?? null)
}
