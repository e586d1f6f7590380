import type { InputOf, OutputOf } from '@shared/contract'
import type { RetentionRuleName, RetentionRules } from '@shared/domain/retention'
import { plural } from '@shared/domain/summaryWords'
import { AppError } from '@shared/errors'
import type { Writer } from '../engine/writer'
import { eraseMembers } from '../erasing/erase'
import { eraseNotes, type Noted } from '../erasing/notes'
import type { Done, Task } from '../handler'
import { list, listed } from '../queries/conditions'
import { purgeTrash } from '../trash/purge'
import { detailsDue, judgedMembers, sessionsDue, trashDue } from './due'
import { talksDue } from './talks'

type Run = InputOf<'retention.runRecords'>
type Ran = OutputOf<'retention.runRecords'>

/**
 * Removes what a rule finds today, all of it or nothing. It cannot be undone.
 *
 * @throws AppError `conflict` when it is not as many any more as somebody has looked at.
 */
export function runRule(
  writer: Writer,
  { rule, today, expected }: Run,
  rules: RetentionRules,
  task: Task,
): Done<Ran> {
  const { count, remove } = findingOf(writer, rule, rules, today)
  if (count !== expected) {
    throw new AppError(
      'conflict',
      `Something has changed meanwhile: the rule now finds ${count.toLocaleString('en')} instead of ` +
        `${expected.toLocaleString('en')}. Look again; nothing was removed.`,
    )
  }
  if (count === 0) throw new AppError('not-found', 'No rule finds anything to remove today.')
  const reason = `Retention rule: ${plural(rules[rule] ?? 0, 'month')}`
  return { ...remove(task), reason, final: true }
}

/** What a rule finds, and how it is removed. */
interface Finding {
  count: number
  remove: (task: Task) => Omit<Done<Ran>, 'reason' | 'final'>
}

function findingOf(writer: Writer, rule: RetentionRuleName, rules: RetentionRules, today: string): Finding {
  switch (rule) {
    case 'members':
    case 'prospects':
      return members(writer, rule, rules, today)
    case 'notes':
      return notes(writer, { ...nothing, sessions: sessionsDue(writer, rules, today) }, 'session')
    case 'checkIns':
      return notes(writer, { ...nothing, ...talksDue(writer, rules, today) }, 'check-in')
    case 'history':
      return details(writer, detailsDue(writer, rules, today))
    case 'trash':
      return trash(writer, trashDue(writer, rules, today))
  }
}

const nothing: Noted = { sessions: [], checkIns: [], closureSteps: [] }

function notes(writer: Writer, noted: Noted, what: string): Finding {
  const count = Object.values(noted).reduce((sum, ids) => sum + ids.length, 0)
  return {
    count,
    remove: () => {
      eraseNotes(writer, noted)
      return { value: { count, spellings: [] }, summary: `Erased the notes of ${plural(count, what)}` }
    },
  }
}

function details(writer: Writer, ids: number[]): Finding {
  return {
    count: ids.length,
    remove: () => {
      writer.derive(`UPDATE changes SET before = '{}' WHERE id IN ${listed}`, list(ids))
      return {
        value: { count: ids.length, spellings: [] },
        summary: `Forgot ${plural(ids.length, 'earlier version')}`,
      }
    },
  }
}

function trash(writer: Writer, ids: number[]): Finding {
  return {
    count: ids.length,
    remove: (task) => {
      const { value, summary } = purgeTrash(writer, { ids }, task)
      return { value: { count: value.count, spellings: [] }, summary }
    },
  }
}

function members(
  writer: Writer,
  rule: 'members' | 'prospects',
  rules: RetentionRules,
  today: string,
): Finding {
  const ids = judgedMembers(writer, rules, today).flatMap((member) =>
    member.rule === rule && member.because === null ? [member.id] : [],
  )
  return {
    count: ids.length,
    remove: (task) => {
      const { ids: erased, spellings } = eraseMembers(writer, ids, task)
      return {
        value: { count: erased.length, spellings },
        summary: `Erased ${plural(erased.length, 'member')}`,
      }
    },
  }
}
