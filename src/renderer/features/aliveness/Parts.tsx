import { shortDate } from '@renderer/components/labels'
import type { InputOf } from '@shared/contract'
import { type PartKey, partDescriptions } from '@shared/domain/aliveness/parts'
import { weakBelow } from '@shared/domain/aliveness/stages'
import { useState } from 'react'
import classes from './Aliveness.module.css'
import { PartDialog } from './PartDialog'
import { WholeNumber } from './WholeNumber'
import { type Aliveness, figure, gain, type Numbered, type Part, partNames, partNeeds } from './words'

interface Props {
  aliveness: Aliveness
  /** The ranges, which take a moment longer. */
  numbered: Numbered | undefined
  input: InputOf<'aliveness.get'>
}

/** The parts of aliveness, the weak ones first, each with what it has gained; what cannot be said yet comes last. */
export function Parts({ aliveness, numbered, input }: Props) {
  const [open, setOpen] = useState<PartKey | null>(null)
  const known = aliveness.parts.filter(({ value }) => value !== null)
  const opened = aliveness.parts.find(({ key }) => key === open)
  return (
    <section aria-label="Aliveness">
      <h2>
        Aliveness{' '}
        <small className={classes.note}>
          {known.length} of {aliveness.parts.length} parts, 90 days to {shortDate(aliveness.span.to)}
        </small>
      </h2>
      <ul className={classes.parts}>
        {ordered(aliveness).map((part) => (
          <li key={part.key}>
            <PartRow
              part={part}
              isWeak={isLow(part, aliveness)}
              change={numbered?.changes.find((one) => one.part === part.key)?.change}
              onOpen={() => setOpen(part.key)}
            />
          </li>
        ))}
      </ul>
      <p className={classes.note}>
        Each part opens to its formula and its records. Orange is low for its stage; a change in colour is a
        clear one against the 90 days before.
      </p>
      {known.length === 0 ? null : <WholeNumber numbered={numbered} />}
      {opened ? (
        <PartDialog
          part={opened}
          aliveness={aliveness}
          change={numbered?.changes.find((one) => one.part === opened.key)}
          input={input}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </section>
  )
}

function isLow({ key, value }: Part, { community }: Aliveness): boolean {
  return value !== null && value < (weakBelow(key, community?.stage ?? 'maturing') ?? 0)
}

function ordered({ parts, weak }: Aliveness): Part[] {
  const places: readonly Part['key'][] = weak
  const rank = ({ key, value }: Part) => {
    const place = places.indexOf(key)
    if (value === null) return 1000
    return place < 0 ? 100 : place
  }
  return parts.toSorted((one, other) => rank(one) - rank(other))
}

interface RowProps {
  part: Part
  isWeak: boolean
  change: 'higher' | 'lower' | 'no clear change' | undefined
  onOpen: () => void
}

function PartRow({ part, isWeak, change, onOpen }: RowProps) {
  const { key, value } = part
  return (
    <button type="button" className={classes.part} onClick={onOpen} title={partDescriptions[key].name}>
      <span className={classes.partName}>{partNames[key]}</span>
      {value === null ? (
        <span className={classes.missing}>needs {partNeeds[key]}</span>
      ) : (
        <>
          <span className={classes.bar} aria-hidden="true">
            <i data-weak={isWeak} style={{ width: `${100 * value}%` }} />
          </span>
          <b>{figure(value)}</b>
          <span className={classes.change} data-change={change}>
            {part.change === null ? null : gain(part.change)}
            {change === 'no clear change' ? <span className={classes.unseen}>, no clear change</span> : null}
          </span>
        </>
      )}
    </button>
  )
}
