import { go } from '@renderer/app/navigation'
import { tell } from '@renderer/app/notify'
import { useCommand } from '@renderer/app/records'
import { namesOf } from '@renderer/components/Names'
import { SentenceList, SentenceRow } from '@renderer/components/SentenceRow'
import { TextButton } from '@renderer/components/TextButton'
import type { OutputOf } from '@shared/contract'
import type { DueCheckIn, DueGoal, DueStep } from '@shared/contract/support'
import { tagOf, toneOf } from './lateness'
import classes from './Today.module.css'

/** What is due in the support of matches, across all programs. */
export function SupportDue({ due, today }: { due: OutputOf<'support.due'>; today: string }) {
  const { checkIns, steps, goals, totals } = due
  return (
    <>
      <SentenceList title="Check-ins" count={totals.checkIns}>
        {checkIns.map((line) => (
          <CheckIn key={`${line.match.id} ${line.person.id}`} line={line} today={today} />
        ))}
      </SentenceList>
      <SentenceList title="Closing" count={totals.steps}>
        {steps.map((line) => (
          <Step key={`${line.closureId} ${line.stepId}`} line={line} />
        ))}
      </SentenceList>
      <SentenceList title="Goals" count={totals.goals}>
        {goals.map((line) => (
          <GoalLine key={line.goalId} line={line} today={today} />
        ))}
      </SentenceList>
    </>
  )
}

const openMatch = ({ id, programId }: DueCheckIn['match']) =>
  go({ screen: 'program', programId, tab: 'matches', matchId: id })

const withOthers = ({ members }: DueCheckIn['match'], person: { id: number }) => {
  const others = members.filter(({ id }) => id !== person.id)
  return others.length === 0 ? '' : `with ${namesOf(others)}, `
}

function CheckIn({ line, today }: { line: DueCheckIn; today: string }) {
  const { match, person, depth, advice } = line
  const save = useCommand('checkIns.save')
  async function log() {
    const checkIn = {
      ...{ matchId: match.id, memberId: person.id, madeOn: today, means: null, minutes: null, notes: '' },
      depth,
      confidentiality: 'private' as const,
    }
    if (await save.run({ id: null, checkIn })) tell(`Noted: you talked with ${person.name} today.`)
  }
  return (
    <SentenceRow
      who={person.name}
      tone={toneOf(line)}
      what={person.name}
      detail={`${withOthers(match, person)}${match.program}${depth === 'in depth' ? '; a talk in depth' : ''}${advice === null ? '' : `. ${advice}`}`}
      tag={tagOf(line)}
      action={
        <span className={classes.actions}>
          <TextButton onClick={() => openMatch(match)} aria-label={`Open the match of ${person.name}`}>
            Open
          </TextButton>
          <TextButton
            disabled={save.running}
            onClick={() => void log()}
            aria-label={`Talked today: ${person.name}`}
          >
            Talked today
          </TextButton>
        </span>
      }
    />
  )
}

function Step({ line }: { line: DueStep }) {
  return (
    <SentenceRow
      who={line.match.members[0]?.name ?? '?'}
      tone={toneOf(line)}
      what={line.text}
      detail={`${namesOf(line.match.members)}, ${line.match.program}`}
      tag={tagOf(line)}
      action={
        <TextButton onClick={() => openMatch(line.match)} aria-label={`Open: ${line.text}`}>
          Open
        </TextButton>
      }
    />
  )
}

function GoalLine({ line, today }: { line: DueGoal; today: string }) {
  const settle = useCommand('goals.settle')
  async function reached() {
    const done = await settle.run({ id: line.goalId, reachedOn: today, droppedOn: null })
    if (done) tell(`Reached: ${line.text}`)
  }
  return (
    <SentenceRow
      who={line.match.members[0]?.name ?? '?'}
      tone={toneOf(line)}
      what={line.text}
      detail={`${namesOf(line.match.members)}, ${line.match.program}`}
      tag={tagOf(line)}
      action={
        <span className={classes.actions}>
          <TextButton onClick={() => openMatch(line.match)} aria-label={`Open the match of ${line.text}`}>
            Open
          </TextButton>
          <TextButton onClick={() => void reached()} aria-label={`Reached: ${line.text}`}>
            Reached
          </TextButton>
        </span>
      }
    />
  )
}
