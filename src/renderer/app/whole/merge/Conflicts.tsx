import { SegmentedControl } from '@mantine/core'
import type { InputOf, OutputOf } from '@shared/contract'
import { counted } from '../../../components/labels'
import classes from './Merge.module.css'

type Conflict = OutputOf<'copies.look'>['conflicts'][number]
type Choices = InputOf<'copies.takeIn'>['choices']

interface Props {
  conflicts: readonly Conflict[]
  choices: Choices
  onChoose: (key: string, side: 'ours' | 'theirs') => void
}

/** What both have changed, each with both values and which of them stays. */
export function Conflicts({ conflicts, choices, onChoose }: Props) {
  const fields = conflicts.filter(({ field }) => field !== null)
  const returns = conflicts.filter(({ field }) => field === null)
  return (
    <>
      {fields.length > 0 ? (
        <section className={classes.conflicts} aria-label="Changed by both">
          <h3>{counted(fields.length, 'field was', 'fields were')} changed by both of you</h3>
          <p className={classes.stays}>
            The later change stays unless you choose otherwise. The other one is kept in the history.
          </p>
          <ul>
            {fields.map((conflict) => (
              <Field
                key={conflict.key}
                conflict={conflict}
                side={choices[conflict.key] ?? conflict.takes}
                onChoose={(side) => onChoose(conflict.key, side)}
              />
            ))}
          </ul>
        </section>
      ) : null}
      {returns.length > 0 ? (
        <section className={classes.conflicts} aria-label="Deleted by one, changed by the other">
          <h3>Deleted by one of you, changed by the other: they stay</h3>
          <ul>
            {returns.map(({ key, kind, record }) => (
              <li key={key} className={classes.return}>
                <b title={record}>{short(record)}</b> <span className={classes.kind}>{kind}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  )
}

interface FieldProps {
  conflict: Conflict
  side: 'ours' | 'theirs'
  onChoose: (side: 'ours' | 'theirs') => void
}

function Field({ conflict: { kind, record, field, before, ours, theirs }, side, onChoose }: FieldProps) {
  return (
    <li className={classes.field}>
      <div className={classes.what}>
        <span>
          <b title={record}>{short(record)}</b> <span className={classes.kind}>{kind}</span> · {field}
        </span>
        <SegmentedControl
          size="xs"
          aria-label={`${field} of ${record}`}
          data={[
            { value: 'ours', label: 'Yours' },
            { value: 'theirs', label: 'Theirs' },
          ]}
          value={side}
          onChange={(value) => onChoose(value === 'ours' ? 'ours' : 'theirs')}
        />
      </div>
      <dl>
        <Value label="Before" text={before} stays={null} />
        <Value label="Yours" text={ours} stays={side === 'ours'} />
        <Value label="Theirs" text={theirs} stays={side === 'theirs'} />
      </dl>
    </li>
  )
}

/** @param stays null for the value that neither side has any more */
function Value({ label, text, stays }: { label: string; text: string | null; stays: boolean | null }) {
  return (
    <div data-stays={stays ?? undefined}>
      <dt>
        {label}
        {stays ? ' (stays)' : ''}
      </dt>
      <dd title={text ?? undefined}>{text === null || text === '' ? <i>empty</i> : short(text, 160)}</dd>
    </div>
  )
}

function short(text: string, longest = 80): string {
  const letters = [...text]
  if (letters.length <= longest) return text
  return `${letters
    .slice(0, longest - 1)
    .join('')
    .trimEnd()}…`
}
