import type { InputOf, OutputOf } from '@shared/contract'
import type { coverage, TopicCoverage } from '@shared/contract/coverage'
import type { Reader } from '../../engine/reader'
import type { Handlers } from '../../handler'

export const coverageHandlers: Handlers<typeof coverage> = {
  'coverage.topics': topicCoverage,
}

interface Row {
  id: number
  name: string
  wanted: number
  mentors: number
  items: number
  outdated: number
  people: number
  personId: number | null
  person: string | null
}

const order: readonly TopicCoverage['state'][] = ['missing', 'one person', 'out of date', 'covered']

/** What members want to learn, the most wanted of the worst covered first. */
export function topicCoverage(
  db: Reader,
  { today }: InputOf<'coverage.topics'>,
): OutputOf<'coverage.topics'> {
  const rows = db.all<Row>(
    `WITH there AS (SELECT id, name, role FROM members WHERE status = 'active' AND archived_at IS NULL),
      wanting AS (
        SELECT s.topic_id, count(*) AS wanted FROM member_skills s JOIN there m ON m.id = s.member_id
        WHERE s.side = 'wanted' GROUP BY s.topic_id
      ),
      knowing AS (
        SELECT s.topic_id, m.id, 1 AS mentor FROM member_skills s JOIN there m ON m.id = s.member_id
        WHERE s.side = 'offered' AND m.role IN ('mentor', 'both')
        UNION ALL
        SELECT kt.topic_id, m.id, 0 FROM knowledge_topics kt
        JOIN knowledge_items k ON k.id = kt.item_id AND k.state <> 'retired'
        JOIN knowledge_authors a ON a.item_id = k.id JOIN there m ON m.id = a.member_id
      ),
      known AS (
        SELECT topic_id, sum(mentor) AS mentors, count(DISTINCT id) AS people, min(id) AS person_id
        FROM knowing GROUP BY topic_id
      ),
      written AS (
        SELECT kt.topic_id, count(*) AS items, count(*) FILTER (WHERE k.review_on <= @today) AS outdated
        FROM knowledge_topics kt JOIN knowledge_items k ON k.id = kt.item_id AND k.state <> 'retired'
        GROUP BY kt.topic_id
      )
      SELECT t.id, t.name, w.wanted, coalesce(known.mentors, 0) AS mentors, coalesce(written.items, 0) AS items,
        coalesce(written.outdated, 0) AS outdated, coalesce(known.people, 0) AS people,
        m.id AS personId, m.name AS person
      FROM wanting w JOIN topics t ON t.id = w.topic_id
      LEFT JOIN known ON known.topic_id = t.id LEFT JOIN written ON written.topic_id = t.id
      LEFT JOIN members m ON m.id = known.person_id AND known.people = 1
      ORDER BY w.wanted DESC, t.name COLLATE NOCASE, t.id`,
    { today },
  )
  return rows.map(covered).sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
}

function covered({ id, name, people, personId, person, ...figures }: Row): TopicCoverage {
  const { mentors, items, outdated } = figures
  return {
    topic: { id, name },
    ...figures,
    state:
      mentors + items === 0
        ? 'missing'
        : people <= 1
          ? 'one person'
          : items > 0 && items === outdated
            ? 'out of date'
            : 'covered',
    onlyPerson: personId === null || person === null ? null : { id: personId, name: person },
  }
}
