import { tell } from '@renderer/app/notify'
import { useCommand, useRecords } from '@renderer/app/records'
import { shortDate } from '@renderer/components/labels'
import { TextButton } from '@renderer/components/TextButton'
import type { OutputOf } from '@shared/contract'
import { stepDone } from '@shared/domain/aliveness/stepWords'
import classes from './Help.module.css'
import { contactsWords, figure, type Part, partNames } from './words'

type Taken = OutputOf<'communitySteps.list'>[number]

/** What was done, and what came of it: contacts since, and how the part reads now. */
export function TakenSteps({ communityId, parts }: { communityId: number; parts: readonly Part[] }) {
  const { data: taken } = useRecords('communitySteps.list', { communityId })
  if (!taken || taken.length === 0) return null
  return (
    <section aria-label="Steps taken">
      <h2>Steps taken</h2>
      <ul className={classes.taken}>
        {taken.map((step) => (
          <TakenLine
            key={step.id}
            step={step}
            now={parts.find(({ key }) => key === step.part)?.value ?? null}
          />
        ))}
      </ul>
      <p className={classes.why}>
        A part looks at 90 days: what a step does to it shows fully three months later, and other things
        happen meanwhile.
      </p>
    </section>
  )
}

function TakenLine({ step, now }: { step: Taken; now: number | null }) {
  const remove = useCommand('communitySteps.remove')
  const { id, kind, people, takenOn } = step
  const text = stepDone(
    kind,
    people.map(({ name }) => name),
  )

  async function notDone() {
    if (await remove.run({ id })) tell('Taken out of the log.')
  }

  return (
    <li>
      <span dir="auto">
        {text} <span className={classes.why}>{shortDate(takenOn)}</span>
      </span>
      <span className={classes.effect}>{effectWords(step, now)}</span>
      <TextButton onClick={() => void notDone()} aria-label={`Not done after all: ${text}`}>
        Not done after all
      </TextButton>
    </li>
  )
}

function effectWords({ kind, part, valueThen, contactsSince }: Taken, now: number | null): string {
  const contacts =
    contactsSince === null
      ? null
      : `${contactsWords(contactsSince)} ${kind === 'introduce' ? 'between them ' : ''}since`
  const reading =
    valueThen === null || now === null
      ? null
      : `${partNames[part].toLowerCase()} was ${figure(valueThen)}, is ${figure(now)}`
  return [contacts, reading].filter((words) => words !== null).join('; ')
}
