import type { Derivation } from '../engine/derivation'
import { topicalSearch } from './topicalSearch'

const own = ['name', 'email', 'job_title', 'organisation', 'location', 'department']

/** The columns of `member_search`, in its order. */
export const memberSearchColumns = [...own, 'skills']

/** What is indexed of each member `r`; the search index holds nothing else. */
export const memberTexts = `
  SELECT r.id, ${own.map((column) => `r.${column}`).join(', ')}, (
    SELECT group_concat(t.name, ', ') FROM member_skills s JOIN topics t ON t.id = s.topic_id WHERE s.member_id = r.id
  ) FROM members r`

/** Keeps `member_search` true. */
export function memberSearch(): Derivation {
  return topicalSearch({
    index: 'member_search',
    columns: memberSearchColumns,
    table: 'members',
    own,
    ties: 'member_skills',
    record: 'member_id',
    texts: memberTexts,
  })
}
