import { useRecords } from '@renderer/app/records'
import { SplitMerge } from '@renderer/app/SplitDialog'
import { longDate } from '@renderer/components/labels'
import { localDate } from '@shared/domain/calendar'
import classes from './Members.module.css'

/** Which other records became part of this one, each with the way back. */
export function MemberMerges({ id }: { id: number }) {
  const { data: merges } = useRecords('members.mergesOf', { id }, { keep: false })
  return (merges ?? []).map(({ command, name, mergedAt }) => (
    <p key={command} className={classes.merged}>
      Merged with <bdi>{name}</bdi> on {longDate(localDate(new Date(mergedAt)))}.{' '}
      <SplitMerge command={command} label="Take apart…" />
    </p>
  ))
}
