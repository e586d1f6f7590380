import { usePlace } from '@renderer/app/navigation'
import { useRecords } from '@renderer/app/records'
import { useToday } from '@renderer/app/today'
import { useShown } from '@renderer/app/useShown'
import { ErrorNotice } from '@renderer/components/ErrorNotice'
import type { Program } from '@shared/contract/programs'
import { useMemo } from 'react'
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
      <Begun key={place.template} program={null} template={place.template} today={today} />
    )
  }
  if (error) return <ErrorNotice message={error.message} />
  return data ? <Begun key={id} program={data} template={undefined} today={today} /> : null
}

interface BegunProps {
  program: Program | null
  template: string | undefined
  today: string
}

/** What the form begins with stays what it was, whatever is written meanwhile. */
function Begun({ program, template, today }: BegunProps) {
  const initial = useMemo(() => initialFields(program, template, today), [program, template, today])
  return <ProgramForm id={program?.id ?? null} initial={initial} />
}
