import type { InputOf, OutputOf } from '@shared/contract'
import { matchingSettings } from '@shared/contract/matchingInput'
import { type MatchingSettings, usualSettings } from '@shared/domain/matching/input'
import type { ProgramFormat } from '@shared/domain/vocabulary'
import type { Reader } from '../../engine/reader'
import type { Writer } from '../../engine/writer'
import type { Done } from '../../handler'
import { nameOfProgram, programGone } from '../programs/programRecord'

/** @throws AppError `not-found`. */
export function settingsOf(db: Reader, programId: number): OutputOf<'matching.settings'> {
  const stored = db.get<{ format: ProgramFormat; matching: string | null }>(
    'SELECT format, matching FROM programs WHERE id = ?',
    programId,
  )
  if (!stored) throw programGone()
  const { format, matching } = stored
  const known = matching === null ? null : matchingSettings.safeParse(JSON.parse(matching))
  // What a later version has saved may be more than this one understands.
  const settings = known?.success ? known.data : usualFor(format)
  return { settings, saved: known?.success ?? false, format }
}

/** In reverse mentoring the mentor is the one who has been there for less long; peers are on one level. */
function usualFor(format: ProgramFormat): MatchingSettings {
  if (format === 'peer') return { ...usualSettings, rungsAbove: 0 }
  return format === 'reverse' ? { ...usualSettings, rungsAbove: -usualSettings.rungsAbove } : usualSettings
}

/** @throws AppError `not-found`. */
export function saveSettings(
  writer: Writer,
  { programId, settings }: InputOf<'matching.saveSettings'>,
): Done<{ programId: number }> {
  const program = nameOfProgram(writer, programId)
  const text = settings === null ? null : JSON.stringify(settings)
  if (writer.update('programs', programId, { matching: text }))
    writer.update('programs', programId, { updated_at: writer.now })
  return { value: { programId }, summary: `What counts in the matching of ${program}` }
}
