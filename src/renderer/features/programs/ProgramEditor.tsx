import { usePlace } from '@renderer/app/navigation'
import { PageHeader } from '@renderer/components/PageHeader'
import screen from '@renderer/components/Screen.module.css'

export function ProgramEditor() {
  const place = usePlace('program-editor')
  return (
    <div className={`${screen.scrolling} ${screen.reading}`}>
      <PageHeader title={place?.programId === undefined ? 'New program' : 'Edit the program'} />
    </div>
  )
}
