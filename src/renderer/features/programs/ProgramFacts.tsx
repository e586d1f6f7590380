import { go } from '@renderer/app/navigation'
import { counted, longDate, numberText } from '@renderer/components/labels'
import { TextButton } from '@renderer/components/TextButton'
import type { Program } from '@shared/contract/programs'
import { planWords } from '@shared/domain/support/plan'
import type { ReactNode } from 'react'
import classes from './Overview.module.css'

/** What a program is for, when, and for whom: what was said of it and no more. */
export function ProgramFacts({ program }: { program: Program }) {
  const facts: [label: string, value: ReactNode][] = [
    ['Purpose', paragraphs(program.purpose)],
    ['When', whenWords(program)],
    ['Cadence', cadenceWords(program.cadenceDays)],
    ['Check-ins', program.support && planWords(program.support)],
    ['Who can take part', paragraphs(program.eligibility)],
    ['Who does what', paragraphs(program.roles)],
    ['Places', placeWords(program)],
    [
      'Checklist',
      program.checks.length === 0 ? null : `${counted(program.checks.length, 'check')} on the way through`,
    ],
    [
      'Copied from',
      program.copiedFrom ? (
        <OtherProgram key="" id={program.copiedFrom.id} name={program.copiedFrom.name} />
      ) : null,
    ],
  ]
  return (
    <section aria-label="About the program">
      <h2>About the program</h2>
      <dl className={classes.facts}>
        {facts
          .filter(([, value]) => value !== null && value !== '')
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  )
}

function OtherProgram({ id, name }: { id: number; name: string }) {
  return <TextButton onClick={() => go({ screen: 'program', programId: id })}>{name}</TextButton>
}

function paragraphs(text: string | null): ReactNode {
  const parts = (text ?? '').split(/\n\s*\n/).filter((part) => part.trim() !== '')
  return parts.length === 0 ? null : parts.map((part) => <p key={part}>{part}</p>)
}

function whenWords({ startsOn, endsOn }: Program): string {
  if (endsOn === startsOn) return longDate(startsOn)
  return endsOn === null
    ? `From ${longDate(startsOn)}, without an end`
    : `${longDate(startsOn)} to ${longDate(endsOn)}`
}

function cadenceWords(days: number | null): string | null {
  if (days === null) return null
  if (days % 7 !== 0) return `A session every ${counted(days, 'day')}`
  return days === 7 ? 'A session every week' : `A session every ${numberText(days / 7)} weeks`
}

function placeWords({ format, mentorPlaces, menteePlaces, mentorCapacity }: Program): string {
  const peers = format === 'peer'
  const parts = [
    mentorPlaces === null || peers ? '' : counted(mentorPlaces, 'mentor'),
    menteePlaces === null
      ? ''
      : counted(menteePlaces, peers ? 'person' : 'mentee', peers ? 'people' : undefined),
    mentorCapacity === null || peers ? '' : `${counted(mentorCapacity, 'mentee')} for each mentor at most`,
  ]
  return parts.filter((part) => part !== '').join(', ')
}
