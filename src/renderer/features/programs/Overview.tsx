import { useRecords } from '@renderer/app/records'
import { useToday } from '@renderer/app/today'
import { counted } from '@renderer/components/labels'

export function Overview({ programId }: { programId: number }) {
  const { data } = useRecords('programs.figures', { id: programId, today: useToday() })
  return data ? <p>{counted(data.enrolled, 'person', 'people')} enrolled.</p> : null
}
