import { Radio } from '@mantine/core'
import { longDate } from '@renderer/components/labels'
import type { MergeField } from '@shared/contract/merging'
import type { Taken } from '@shared/domain/duplicates/mergeFields'
import { useId } from 'react'
import classes from './Merging.module.css'

interface Props {
  field: MergeField
  takes: Taken
  onTake(take: Taken): void
}

/** One field of both: the value that stays is chosen by a click; what both say alike is only told. */
export function FieldRow({ field: { field, label, keep, other, joined }, takes, onTake }: Props) {
  const id = useId()
  if (keep === other)
    return (
      <div className={classes.field}>
        <span className={classes.label}>{label}</span>
        <span className={classes.same} dir="auto">
          {keep === null ? null : shown(field, keep)}
        </span>
      </div>
    )
  const option = (take: Taken, value: string | null) => (
    <Radio
      name={id}
      value={take}
      checked={takes === take}
      onChange={() => onTake(take)}
      label={
        <bdi className={value === null ? classes.nothing : classes.value}>
          {value === null ? 'nothing' : shown(field, value)}
        </bdi>
      }
      classNames={{ root: classes.option ?? '' }}
    />
  )
  return (
    <div className={classes.field} role="radiogroup" aria-labelledby={`${id}-label`}>
      <span id={`${id}-label`} className={classes.label}>
        {label}
      </span>
      {option('keep', keep)}
      {option('other', other)}
      {joined === null ? null : <div className={classes.joined}>{option('both', `Both: ${joined}`)}</div>}
    </div>
  )
}

function shown(field: MergeField['field'], value: string): string {
  return field === 'joinedOn' ? longDate(value) : value
}
