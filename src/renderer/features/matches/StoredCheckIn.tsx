import { useRecords } from '@renderer/app/records'
import { CheckInDialog } from './CheckInDialog'

/** A check-in that was noted, to be read, put right or deleted. */
export function StoredCheckIn({ id, today, onClose }: { id: number; today: string; onClose: () => void }) {
  const { data } = useRecords('checkIns.get', { id }, { keep: false })
  if (!data) return null
  const { id: _, person, dueOn: _due, preset: _preset, ...initial } = data
  return <CheckInDialog id={id} person={person} initial={initial} today={today} onClose={onClose} />
}
