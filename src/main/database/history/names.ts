import { fromDayNumber } from '@shared/domain/calendar'
import { excerptOf } from '@shared/domain/excerpt'
import { tableWords } from '@shared/domain/historyWords'
import type { Reader, Row, SqlValue } from '../engine/reader'
import { imageOf } from '../engine/undo'
import { namesInWords } from '../queries/references'
import { currentRow, type Image } from './images'
import { wholeOf } from './parts'

/** What a record is called, also one that is gone: for as long as one answer takes. */
export class Names {
  private readonly known = new Map<string, string>()

  constructor(private readonly db: Reader) {}

  /** The name of a record by its number, as it is called now or was called last. */
  of(table: string, id: number): string {
    const key = `${table} ${id}`
    const known = this.known.get(key)
    if (known !== undefined) return known
    const name = this.ofImage(table, this.latest(table, id), id)
    this.known.set(key, name)
    return name
  }

  /** The name of a record by what it held, with what it is part of. */
  ofImage(table: string, image: Image, id: number): string {
    const own = this.ownOf(table, image, id)
    const whole = wholeOf(table, image)
    return whole ? `${own}, ${this.of(whole.table, whole.id)}` : own
  }

  /** The same without what it is part of; its number speaks where nothing else does. */
  ownOf(table: string, image: Image, id: number): string {
    return (image && this.spoken(table, image, id)) ?? `${tableWords(table).one} ${id}`
  }

  private spoken(table: string, row: Row, id: number): string | null {
    const to = (column: string, target: string) =>
      typeof row[column] === 'number' ? this.of(target, row[column]) : null
    switch (table) {
      case 'sessions':
        return this.session(row, id)
      case 'session_attendees':
      case 'match_members':
      case 'enrolments':
      case 'community_members':
      case 'gathering_attendees':
      case 'wishes':
      case 'knowledge_authors':
        return to('member_id', 'members')
      case 'community_stages':
        return joined([plain(row.stage), plain(row.since_on)], ' since ')
      case 'gatherings':
        return joined([plain(row.title) ?? gatheringWords(row.kind), plain(row.held_on)], ' on ')
      case 'gathering_series':
        return joined(['Gatherings', plain(row.begins_on)], ' from ')
      case 'survey_responses':
        return to('member_id', 'members') ?? 'somebody'
      case 'survey_answers':
        return typeof row.item === 'number' ? `statement ${row.item + 1}` : null
      case 'session_topics':
      case 'knowledge_topics':
        return to('topic_id', 'topics')
      case 'check_ins':
        return `Check-in with ${joined([to('member_id', 'members'), plain(row.made_on)], ' on ')}`
      case 'snoozes':
      case 'closure_steps':
        return to('member_id', 'members') ?? plain(row.kind)
      case 'match_moves':
        return joined([plain(row.to_status), plain(row.on_day)], ' on ')
      case 'flag_snoozes':
        return plain(row.kind)
      case 'closures':
        return plain(row.reason)
      case 'enrolment_checks':
        return to('check_id', 'program_checks')
      case 'enrolment_moves':
        return joined([plain(row.to_step), plain(row.on_day)], ' on ')
      case 'member_skills':
        return joined([to('topic_id', 'topics'), `(${row.side})`], ' ')
      case 'asks':
        return typeof row.text === 'string' ? `“${excerptOf(row.text, 60)}”` : null
      case 'ask_answers':
        return joined([to('member_id', 'members'), plain(row.answered_on)], ' on ')
      case 'invitations':
        return to('member_id', 'members') ?? plain(row.name)
      case 'readiness_checks':
        return joined([plain(row.idea) ?? 'Readiness check', plain(row.taken_on)], ' on ')
      case 'community_steps':
        return joined([plain(row.kind), plain(row.taken_on)], ' on ')
      case 'member_merges':
        return to('gone_id', 'members')
      case 'distinct_members':
      case 'pair_rules':
        return joined([to('first_id', 'members'), to('second_id', 'members')], ' and ')
      case 'knowledge_items':
        return plain(row.title)
      case 'knowledge_versions':
        return typeof row.number === 'number' ? `version ${row.number}` : null
      case 'knowledge_reuses':
        return `Use by ${joined([to('member_id', 'members'), plain(row.used_on)], ' on ')}`
      case 'consents':
        return plain(row.purpose)
      case 'matches':
        return to('program_id', 'programs')
      case 'interactions':
        return joined(
          [
            joined([to('from_id', 'members'), to('to_id', 'members')], ' and '),
            typeof row.day === 'number' ? fromDayNumber(row.day) : null,
          ],
          ', ',
        )
      case 'settings':
        return settingNames[String(row.key)] ?? plain(row.key)
      default:
        return plain(row.name) ?? plain(row.text) ?? plain(row.file_name)
    }
  }

  private session(row: Row, id: number): string | null {
    const people = this.db.column<string>(
      `SELECT m.name FROM session_attendees a JOIN members m ON m.id = a.member_id
        WHERE a.session_id = ? ORDER BY m.sort_name COLLATE NOCASE LIMIT 20`,
      id,
    )
    const held = plain(row.held_on)
    if (people.length === 0) return joined([plain(row.title) ?? 'Session', held], ' on ')
    return joined([`Session with ${namesInWords(people)}`, held], ' on ')
  }

  /** What the record holds now, or held when it was deleted last. */
  private latest(table: string, id: number): Image {
    const current = currentRow(this.db, table, id)
    if (current) return current
    const image = this.db.value<string>(
      `SELECT before FROM changes WHERE table_name = ? AND first_row = ? AND kind = 'delete' ORDER BY id DESC LIMIT 1`,
      table,
      id,
    )
    return image === undefined ? null : imageOf(image)
  }
}

/** What a gathering without a title is called. */
function gatheringWords(kind: SqlValue | undefined): string {
  const word = kind === 'other' ? 'gathering' : (plain(kind) ?? 'gathering')
  return word.charAt(0).toUpperCase() + word.slice(1)
}

const settingNames: Record<string, string> = {
  'program.name': 'Name of the program',
  'program.timeZone': 'Time zone',
  'letters.invitation': 'Letter of invitation',
}

function plain(value: SqlValue | undefined): string | null {
  return value === null || value === undefined || value === '' ? null : String(value)
}

function joined(parts: readonly (string | null)[], by: string): string | null {
  const there = parts.filter((part) => part !== null)
  return there.length === 0 ? null : there.join(by)
}
