import { tell } from '@renderer/app/notify'
import { useCommand, useRecords } from '@renderer/app/records'
import { shortDate } from '@renderer/components/labels'
import { TextButton } from '@renderer/components/TextButton'
import type { OutputOf } from '@shared/contract'
import { dismissalWords } from '@shared/domain/aliveness/dismissals'
import { stepDone, stepText } from '@shared/domain/aliveness/stepWords'
import classes from './Help.module.css'
import { contactsWords, figure, type Part, partNames } from './words'

type Taken = OutputOf<'communitySteps.list'>[number]

/** What was done, and what came of it: contacts since, and how the part reads now; and what was decided not to be. */
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
  const { id, kind, people, item, takenOn, dismissed } = step
  const names = people.map(({ name }) => name)
  const about = item?.name ?? null
  const text = dismissed === null ? stepDone(kind, names, about) : stepText(kind, names, about)
  const away = dismissed === null ? 'Not done after all' : 'Propose it again'

  async function takeOut() {
    if (await remove.run({ id }))
      tell(dismissed === null ? 'Taken out of the log.' : 'It is proposed again where the part is weak.')
  }

  return (
    <li>
      <span dir="auto">
        {text} <span className={classes.why}>{shortDate(takenOn)}</span>
      </span>
      <span className={classes.effect}>
        {dismissed === null ? effectWords(step, now) : dismissedWords(dismissed)}
      </span>
      <TextButton onClick={() => void takeOut()} aria-label={`${away}: ${text}`}>
        {away}
      </TextButton>
    </li>
  )
}

function dismissedWords({ as, until }: NonNullable<Taken['dismissed']>): string {
  const again = until === null ? 'until there is news of it' : `until ${shortDate(until)}`
  return `Dismissed, ${again}: ${dismissalWords[as].toLowerCase()}`
}

function effectWords({ kind, part, valueThen, contactsSince, usesSince }: Taken, now: number | null): string {
  const since =
    usesSince !== null
      ? `used ${usesSince === 1 ? 'once' : `${usesSince} times`} since`
      : contactsSince === null
        ? null
        : `${contactsWords(contactsSince)} ${kind === 'introduce' ? 'between them ' : ''}since`
  const reading =
    valueThen === null || now === null
      ? null
      : `${partNames[part].toLowerCase()} was ${figure(valueThen)}, is ${figure(now)}`
  return [since, reading].filter((words) => words !== null).join('; ')
}
