import { usePlace } from '@renderer/app/navigation'
import { useRecords } from '@renderer/app/records'
import { useToday } from '@renderer/app/today'
import { useShown } from '@renderer/app/useShown'
import { ErrorNotice } from '@renderer/components/ErrorNotice'
import { ProgramForm } from './ProgramForm'
import { initialFields } from './programFields'
import { TemplateChoice } from './TemplateChoice'

/** A program's fields; a new one begins with the choice of a template. */
export function ProgramEditor() {
  const place = usePlace('program-editor')
  const id = place?.programId
  const today = useToday()
  const { data, error } = useRecords(
    'programs.get',
    { id: id ?? 1 },
    { enabled: id !== undefined, keep: false },
  )
  useShown('program-editor', true)
  if (!place) return null
  if (id === undefined) {
    return place.template === undefined ? (
      <TemplateChoice />
    ) : (
      <ProgramForm key={place.template} id={null} initial={initialFields(null, place.template, today)} />
    )
  }
  if (error) return <ErrorNotice message={error.message} />
  return data ? <ProgramForm key={id} id={id} initial={initialFields(data, undefined, today)} /> : null
}
