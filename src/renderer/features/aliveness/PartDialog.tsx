import { Modal } from '@mantine/core'
import { counted } from '@renderer/components/labels'
import type { InputOf } from '@shared/contract'
import { partDescriptions } from '@shared/domain/aliveness/parts'
import { atStage } from '@shared/domain/aliveness/stages'
import type { ReactNode } from 'react'
import classes from './Part.module.css'
import { PartRecords } from './PartRecords'
import { type Aliveness, amount, figure, type Numbered, type Part, spanWords } from './words'

interface Props {
  part: Part
  aliveness: Aliveness
  change: Numbered['changes'][number] | undefined
  input: InputOf<'aliveness.get'>
  onClose: () => void
}

/** One part with everything that it is made of: nothing of it has to be believed. */
export function PartDialog({ part, aliveness, change, input, onClose }: Props) {
  const { community, span } = aliveness
  const { name, formula, numerator, denominator, minimum, source, misleads } = partDescriptions[part.key]
  const sides = part.also.length === 0 ? null : <Sides part={part} />
  const facts: [label: string, value: ReactNode][] = [
    ['At this stage', community === null ? null : atStage(part.key, community.stage)],
    ['Formula', formula],
    ['Numerator', of(part.numerator, numerator)],
    ['Denominator', of(part.denominator, denominator)],
    ['Seen otherwise', sides],
    ['First answer', firstAnswer(part)],
    ['Stories', stories(part)],
    ['Misleads when', misleads],
    ['Least data', minimum],
    ['Source', source],
  ]
  return (
    <Modal closeOnClickOutside opened onClose={onClose} size={760} title={name}>
      <div className={classes.part}>
        <p className={classes.reading}>
          {part.value === null ? part.missing : <b>{figure(part.value)} of 100</b>}
          {part.value === null ? null : (
            <>
              {' '}
              from {spanWords(span)}. {changeWords(part, change)}
            </>
          )}
        </p>
        <dl className={classes.facts}>
          {facts
            .filter(([, value]) => value !== null)
            .map(([label, value]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
        </dl>
        <PartRecords part={part.key} input={input} />
      </div>
    </Modal>
  )
}

function of(value: number | null, what: string): string {
  return value === null ? what : `${amount(value)}: ${what}`
}

/** How long half of the asks have waited for their first answer. */
function firstAnswer({ key, inputs: { medianDays, asks = 0, unanswered = 0 } }: Part): string | null {
  if (key !== 'responsiveness' || asks === 0) return null
  const open = unanswered === 0 ? '' : `; ${counted(unanswered, 'ask has', 'asks have')} none yet`
  return medianDays === undefined
    ? `Fewer than half of the asks were answered${open}.`
    : `Half of the asks had one ${medianDays === 0 ? 'on the same day' : `within ${counted(medianDays, 'day')}`}${open}.`
}

/** How many of the uses were told of, and how far what was told goes. */
function stories({ key, inputs }: Part): string | null {
  const { uses = 0, users = 0, stories: told = 0, storiesOfUseInPractice = 0, storiesOfResults = 0 } = inputs
  if (key !== 'value' || uses === 0) return null
  return `${counted(uses, 'use')} by ${counted(users, 'person', 'people')}; ${counted(told, 'story', 'stories')} of what came of them, ${storiesOfUseInPractice} of use in practice and ${storiesOfResults} of results.`
}

function Sides({ part }: { part: Part }) {
  return (
    <ul className={classes.sides}>
      {part.also.map((side) => (
        <li key={side.name}>
          {side.name}: {side.value === null ? 'too little to tell' : figure(side.value)}
          {side.numerator === null || side.denominator === null ? null : (
            <small>
              {' '}
              ({amount(side.numerator)} of {amount(side.denominator)})
            </small>
          )}
        </li>
      ))}
    </ul>
  )
}

function changeWords(part: Part, change: Numbered['changes'][number] | undefined): string {
  const { value } = part.before
  if (value === null) return 'The 90 days before have too little to compare it with.'
  if (part.change === null)
    return 'The 90 days before cannot be compared: gatherings were recorded in one of them only.'
  const before = `The 90 days before: ${figure(value)}`
  if (!change) return `${before}.`
  const range = ({ low, high }: { low: number; high: number }) => `${low.toFixed(0)} to ${high.toFixed(0)}`
  const verdict = change.change === 'no clear change' ? 'no clear change' : `clearly ${change.change} now`
  return `${before}; ${verdict}, since other weeks might as well have given ${range(change.now)} now and ${range(change.before)} then.`
}
