import type { InputOf, OutputOf } from '@shared/contract'
import type { RetentionRuleName, RetentionRules } from '@shared/domain/retention'
import { plural } from '@shared/domain/summaryWords'
import { AppError } from '@shared/errors'
import type { Writer } from '../engine/writer'
import { eraseMembers } from '../erasing/erase'
import { eraseNotes } from '../erasing/notes'
import type { Done, Task } from '../handler'
import { list, listed } from '../queries/conditions'
import { purgeTrash } from '../trash/purge'
import { detailsDue, judgedMembers, sessionsDue, trashDue } from './due'

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
  const ids = idsDue(writer, rule, rules, today)
  if (ids.length !== expected) {
    throw new AppError(
      'conflict',
      `Something has changed meanwhile: the rule now finds ${ids.length.toLocaleString('en')} instead of ` +
        `${expected.toLocaleString('en')}. Look again; nothing was removed.`,
    )
  }
  if (ids.length === 0) throw new AppError('not-found', 'No rule finds anything to remove today.')
  const reason = `Retention rule: ${plural(rules[rule] ?? 0, 'month')}`
  return { ...removals[rule](writer, ids, task), reason, final: true }
}

function idsDue(writer: Writer, rule: RetentionRuleName, rules: RetentionRules, today: string): number[] {
  switch (rule) {
    case 'members':
    case 'prospects':
      return judgedMembers(writer, rules, today).flatMap((member) =>
        member.rule === rule && member.because === null ? [member.id] : [],
      )
    case 'notes':
      return sessionsDue(writer, rules, today)
    case 'history':
      return detailsDue(writer, rules, today)
    case 'trash':
      return trashDue(writer, rules, today)
  }
}

type Removal = (writer: Writer, ids: number[], task: Task) => Omit<Done<Ran>, 'reason' | 'final'>

const removals: Record<RetentionRuleName, Removal> = {
  members: removeMembers,
  prospects: removeMembers,
  notes: (writer, ids) => {
    eraseNotes(writer, ids)
    return {
      value: { count: ids.length, spellings: [] },
      summary: `Erased the notes of ${plural(ids.length, 'session')}`,
    }
  },
  history: (writer, ids) => {
    writer.derive(`UPDATE changes SET before = '{}' WHERE id IN ${listed}`, list(ids))
    return {
      value: { count: ids.length, spellings: [] },
      summary: `Forgot ${plural(ids.length, 'earlier version')}`,
    }
  },
  trash: (writer, ids, task) => {
    const { value, summary } = purgeTrash(writer, { ids }, task)
    return { value: { count: value.count, spellings: [] }, summary }
  },
}

function removeMembers(writer: Writer, ids: number[], task: Task) {
  const { ids: erased, spellings } = eraseMembers(writer, ids, task)
  return { value: { count: erased.length, spellings }, summary: `Erased ${plural(erased.length, 'member')}` }
}
