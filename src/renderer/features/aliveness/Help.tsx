import { go } from '@renderer/app/navigation'
import { tell } from '@renderer/app/notify'
import { useCommand, useRecords } from '@renderer/app/records'
import { shortDate } from '@renderer/components/labels'
import { TextButton } from '@renderer/components/TextButton'
import type { InputOf } from '@shared/contract'
import type { Dismissal } from '@shared/domain/aliveness/dismissals'
import { principles, stepReason, stepText } from '@shared/domain/aliveness/stepWords'
import { useState } from 'react'
import { DismissMenu } from './DismissMenu'
import classes from './Help.module.css'
import { introduction } from './introduction'
import { aboutOf, type Part, partNames, type Step, stepReasons } from './words'

const firstShown = 3

interface Props {
  input: InputOf<'aliveness.get'> & { communityId: number }
  parts: readonly Part[]
}

/** A few concrete steps for what is weak, each with whom it is about; what was done is noted, to see what came of it. */
export function Help({ input, parts }: Props) {
  const { data: steps } = useRecords('aliveness.steps', input)
  const [whole, setWhole] = useState(false)
  const shown = whole ? (steps ?? []) : (steps ?? []).slice(0, firstShown)
  const more = (steps?.length ?? 0) - shown.length
  return (
    <section aria-label="What would help">
      <h2>What would help</h2>
      {steps?.length === 0 ? (
        <p className={classes.nothing}>
          Nothing that is recorded asks for a step now. What was done before stands below with what came of
          it.
        </p>
      ) : null}
      <ul className={classes.steps}>
        {shown.map((step) => (
          <StepLine
            key={[step.kind, ...step.people.map(({ id }) => id), step.item?.id].join(' ')}
            step={step}
            input={input}
            value={parts.find(({ key }) => key === step.part)?.value ?? null}
          />
        ))}
      </ul>
      {more > 0 ? <TextButton onClick={() => setWhole(true)}>Show {more} more</TextButton> : null}
    </section>
  )
}

function StepLine({ step, input, value }: { step: Step; input: Props['input']; value: number | null }) {
  const take = useCommand('communitySteps.take')
  const dismiss = useCommand('communitySteps.dismiss')
  const { part, kind, people, item } = step
  const names = people.map(({ name }) => name)
  const text = stepText(kind, names, aboutOf(step))
  const { communityId, today } = input
  const memberIds = people.map(({ id }) => id)
  const logged = {
    communityId,
    part,
    kind,
    memberIds,
    itemId: item?.id ?? null,
    takenOn: today,
    valueThen: value,
  }

  async function done() {
    if (await take.run(logged)) tell('Noted. What comes of it shows under “Steps taken”.')
  }

  async function dismissed(as: Dismissal, until: string | null) {
    const again = until === null ? 'when there is news of it' : `from ${shortDate(until)} on`
    if (await dismiss.run({ ...logged, as, until })) tell(`Dismissed. It is proposed again ${again}.`)
  }

  return (
    <li title={`${principles[kind]}.`}>
      <p dir="auto">{text}</p>
      <p className={classes.why}>{stepReason(kind, stepReasons(step))}</p>
      <p className={classes.actions}>
        <StepAction step={step} communityId={input.communityId} />
        <TextButton onClick={() => void done()} aria-label={`Done: ${text}`}>
          Done
        </TextButton>
        <DismissMenu of={text} today={today} onChoose={(as, until) => void dismissed(as, until)} />
        <span className={classes.why}>for {partNames[part].toLowerCase()}</span>
      </p>
    </li>
  )
}

function StepAction({ step, communityId }: { step: Step; communityId: number }) {
  const { kind, people, item, topic } = step
  const [one] = people
  if (item)
    return (
      <TextButton
        onClick={() => go({ screen: 'knowledge-item', itemId: item.id })}
        aria-label={`Open it: ${item.name}`}
      >
        Open it
      </TextButton>
    )
  if (kind === 'write down')
    return (
      <TextButton onClick={() => go({ screen: 'knowledge-editor', ...(topic && { topic: topic.name }) })}>
        Write it down
      </TextButton>
    )
  if (kind === 'introduce') {
    return (
      <TextButton
        onClick={() => void copy(introduction(step))}
        aria-label={`Copy an introduction: ${people.map(({ name }) => name).join(' and ')}`}
      >
        Copy an introduction
      </TextButton>
    )
  }
  if (kind === 'set a day')
    return (
      <TextButton onClick={() => go({ screen: 'community', communityId, tab: 'gatherings' })}>
        Plan a gathering
      </TextButton>
    )
  if (kind === 'pass on')
    return (
      <TextButton onClick={() => go({ screen: 'community', communityId, tab: 'asks' })}>
        Open the asks
      </TextButton>
    )
  return one ? (
    <TextButton
      onClick={() => go({ screen: 'members', memberId: one.id })}
      aria-label={`Open the profile: ${one.name}`}
    >
      Open the profile
    </TextButton>
  ) : null
}

async function copy(text: string): Promise<void> {
  await navigator.clipboard.writeText(text)
  tell('The introduction is on the clipboard: paste it into a message, and make it yours.')
}
