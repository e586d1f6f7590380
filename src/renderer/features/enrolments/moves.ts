import { call } from '@renderer/app/api'
import { tell, tellError } from '@renderer/app/notify'
import { counted, stepLabels } from '@renderer/components/labels'
import type { EnrolmentRow } from '@shared/contract/enrolments'
import { unusual } from '@shared/domain/pipeline/steps'
import type { EnrolmentStep } from '@shared/domain/vocabulary'

/** Moves people to a step as of today, and says so in words. */
export async function moveNow(
  ids: readonly number[],
  step: EnrolmentStep,
  onDay: string,
  only?: Pick<EnrolmentRow, 'name' | 'step'>,
): Promise<void> {
  try {
    const { moved } = await call('enrolments.move', { ids: [...ids], step, onDay, reason: null })
    if (moved > 0) tell(movedWords(moved, step, ids.length === 1 ? only : undefined))
  } catch (error) {
    if (error instanceof Error) tellError(error)
  }
}

/** "Ana moved to trained, past screened." */
export function movedWords(
  moved: number,
  step: EnrolmentStep,
  only?: Pick<EnrolmentRow, 'name' | 'step'>,
): string {
  const who = only ? only.name : counted(moved, 'person', 'people')
  const strange = only ? unusual(only.step, step) : ''
  return `${who} moved to ${stepLabels[step].toLowerCase()}${strange}.`
}
