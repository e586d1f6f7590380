import type { Reference } from '@shared/contract/fields'
import type { Found } from '@shared/contract/search'
import type { FoundKind } from '@shared/domain/vocabulary'
import type { Reader } from '../../engine/reader'
import { list } from '../conditions'
import { authorsOf } from '../knowledge/knowledgeRecord'
import { attendeesOf } from '../references'
import type { Hit } from './hits'
import type { Marker } from './marker'

/** What is shown of the hits, in their order. */
export function foundRows(db: Reader, marker: Marker, hits: readonly Hit[]): Found[] {
  const rows = new Map<string, Found>()
  for (const kind of new Set(hits.map((hit) => hit.kind))) {
    const ids = hits.filter((hit) => hit.kind === kind).map(({ id }) => id)
    for (const row of readers[kind](db, marker, ids))
      rows.set(`${kind} ${row.id}`, { ...plain, ...row, kind })
  }
  return hits.flatMap(({ kind, id }) => rows.get(`${kind} ${id}`) ?? [])
}

type Shown = Partial<Found> & { id: number }
const plain = {
  title: [],
  excerpt: [],
  on: null,
  people: [],
  within: null,
  sessionId: null,
  details: [],
} satisfies Partial<Found>

type ReadRows = (db: Reader, marker: Marker, ids: readonly number[]) => Shown[]

const readers: Record<FoundKind, ReadRows> = {
  member: memberRows,
  program: (db, marker, ids) =>
    db
      .all<{ id: number; name: string; purpose: string }>(
        `SELECT r.id, r.name, r.purpose ${among('programs')}`,
        list(ids),
      )
      .map(({ id, name, purpose }) => ({ id, title: marker.line(name), excerpt: marker.excerpt(purpose) })),
  community: communityRows,
  knowledge: knowledgeRows,
  gathering: gatheringRows,
  session: sessionRows,
  ask: askRows,
  'action item': itemRows,
}

/** The records of a JSON list of ids; in which order does not matter. */
function among(table: string): string {
  return `FROM json_each(?) AS page CROSS JOIN ${table} r ON r.id = page.value`
}

/** A person, community or program that may be missing. */
function reference(id: number | null, name: string | null): Reference | null {
  return id === null || name === null ? null : { id, name }
}

interface MemberFacts {
  id: number
  name: string
  email: string | null
  job: string | null
  organisation: string | null
  location: string | null
  department: string | null
  skills: string | null
}

function memberRows(db: Reader, marker: Marker, ids: readonly number[]): Shown[] {
  return db
    .all<MemberFacts>(
      `SELECT r.id, r.name, r.email, r.job_title AS job, r.organisation, r.location, r.department,
          (SELECT group_concat(DISTINCT t.name) FROM member_skills s JOIN topics t ON t.id = s.topic_id
            WHERE s.member_id = r.id) AS skills
        ${among('members')}`,
      list(ids),
    )
    .map(({ id, name, email, job, organisation, location, department, skills }) => {
      const facts = [job, department, organisation, location].filter((fact) => fact !== null)
      const own = facts.join(' · ')
      const topics = skills?.replaceAll(',', ', ') ?? null
      const line = marker.line(own)
      // What was searched for may be in what is else not told of somebody.
      const elsewhere = [email, topics].find((text) => marker.line(text).some(({ hit }) => hit))
      const shown =
        line.some(({ hit }) => hit) || elsewhere === undefined ? line : marker.line(elsewhere ?? '')
      return { id, title: marker.line(name), excerpt: shown }
    })
}

function communityRows(db: Reader, marker: Marker, ids: readonly number[]): Shown[] {
  interface Facts {
    id: number
    name: string
    domain: string
    purpose: string
    open: string | null
    closed: string | null
  }
  return db
    .all<Facts>(
      `SELECT r.id, r.name, r.domain, r.purpose, r.public_spaces AS open, r.private_spaces AS closed
        ${among('communities')}`,
      list(ids),
    )
    .map(({ id, name, domain, purpose, open, closed }) => ({
      id,
      title: marker.line(name),
      excerpt: marker.excerpt(domain, purpose, open, closed),
    }))
}

interface InCommunity {
  communityId: number | null
  community: string | null
}

function knowledgeRows(db: Reader, marker: Marker, ids: readonly number[]): Shown[] {
  interface Facts extends InCommunity {
    id: number
    title: string
    body: string
    kind: string
    state: string
    writtenOn: string
  }
  const authors = authorsOf(db, ids)
  return db
    .all<Facts>(
      `SELECT r.id, r.title, r.body, r.kind, r.state, substr(r.written_at, 1, 10) AS writtenOn,
          c.id AS communityId, c.name AS community
        ${among('knowledge_items')} LEFT JOIN communities c ON c.id = r.community_id`,
      list(ids),
    )
    .map(({ id, title, body, kind, state, writtenOn, communityId, community }) => ({
      id,
      title: marker.line(title),
      excerpt: marker.excerpt(body),
      on: writtenOn,
      people: authors.get(id) ?? [],
      within: reference(communityId, community),
      details: [kind, state],
    }))
}

function gatheringRows(db: Reader, marker: Marker, ids: readonly number[]): Shown[] {
  interface Facts extends InCommunity {
    id: number
    title: string | null
    kind: string
    heldOn: string
    place: string | null
    notes: string
  }
  return db
    .all<Facts>(
      `SELECT r.id, r.title, r.kind, r.held_on AS heldOn, r.place, r.notes, c.id AS communityId, c.name AS community
        ${among('gatherings')} LEFT JOIN communities c ON c.id = r.community_id`,
      list(ids),
    )
    .map(({ id, title, kind, heldOn, place, notes, communityId, community }) => ({
      id,
      title: marker.line(title),
      excerpt: marker.excerpt(notes, place),
      on: heldOn,
      within: reference(communityId, community),
      details: [kind],
    }))
}

function sessionRows(db: Reader, marker: Marker, ids: readonly number[]): Shown[] {
  interface Facts {
    id: number
    title: string | null
    agenda: string | null
    notes: string
    heldOn: string
  }
  const people = attendeesOf(db, ids)
  return db
    .all<Facts>(
      `SELECT r.id, r.title, r.agenda, r.notes, r.held_on AS heldOn ${among('sessions')}`,
      list(ids),
    )
    .map(({ id, title, agenda, notes, heldOn }) => ({
      id,
      title: marker.line(title),
      excerpt: marker.excerpt(notes, agenda),
      on: heldOn,
      people: people.get(id) ?? [],
    }))
}

function askRows(db: Reader, marker: Marker, ids: readonly number[]): Shown[] {
  interface Facts extends InCommunity {
    id: number
    text: string
    askedOn: string
    askerId: number
    asker: string
  }
  return db
    .all<Facts>(
      `SELECT r.id, r.text, r.asked_on AS askedOn, m.id AS askerId, m.name AS asker,
          c.id AS communityId, c.name AS community
        ${among('asks')} JOIN members m ON m.id = r.asker_id LEFT JOIN communities c ON c.id = r.community_id`,
      list(ids),
    )
    .map(({ id, text, askedOn, askerId, asker, communityId, community }) => ({
      id,
      excerpt: marker.excerpt(text),
      on: askedOn,
      people: [{ id: askerId, name: asker }],
      within: reference(communityId, community),
    }))
}

function itemRows(db: Reader, marker: Marker, ids: readonly number[]): Shown[] {
  interface Facts {
    id: number
    text: string
    sessionId: number
    heldOn: string
    ownerId: number | null
    owner: string | null
    doneOn: string | null
  }
  return db
    .all<Facts>(
      `SELECT r.id, r.text, r.session_id AS sessionId, s.held_on AS heldOn, r.done_on AS doneOn,
          m.id AS ownerId, m.name AS owner
        ${among('action_items')} JOIN sessions s ON s.id = r.session_id LEFT JOIN members m ON m.id = r.owner_id`,
      list(ids),
    )
    .map(({ id, text, sessionId, heldOn, ownerId, owner, doneOn }) => {
      const own = reference(ownerId, owner)
      return {
        id,
        excerpt: marker.excerpt(text),
        on: heldOn,
        people: own === null ? [] : [own],
        sessionId,
        details: doneOn === null ? [] : ['done'],
      }
    })
}
