import { useCommand } from '@renderer/app/records'
import { shortDate, stepLabels } from '@renderer/components/labels'
import { TextButton } from '@renderer/components/TextButton'
import { TickBox } from '@renderer/components/TickBox'
import type { Enrolment } from '@shared/contract/enrolments'
import { type EnrolmentStep, enrolmentSteps } from '@shared/domain/vocabulary'
import { useState } from 'react'
import classes from './Enrolments.module.css'

type Check = Enrolment['checklist'][number]

/** What is ticked off for one person: of their step, and what was left open before; the rest when it is asked for. */
export function Checklist({ enrolment, today }: { enrolment: Enrolment; today: string }) {
  const [whole, setWhole] = useState(false)
  const tick = useCommand('enrolments.check')
  const { id, step, checklist } = enrolment
  if (checklist.length === 0) return null
  const at = enrolmentSteps.indexOf(step)
  const now = checklist.filter(
    (check) => check.step === step || (enrolmentSteps.indexOf(check.step) < at && check.doneOn === null),
  )
  const shown = whole ? checklist : now
  const hidden = checklist.length - shown.length
  const set = async (check: Check, done: boolean) =>
    (await tick.run({ ids: [id], checkId: check.id, doneOn: done ? today : null })) !== null
  return (
    <section className={classes.section} aria-label="Checklist">
      <h3>Checklist</h3>
      {enrolmentSteps.map((one) => (
        <StepChecks key={one} step={one} checks={shown.filter((check) => check.step === one)} onSet={set} />
      ))}
      {hidden > 0 ? <TextButton onClick={() => setWhole(true)}>Show the other {hidden}</TextButton> : null}
    </section>
  )
}

interface StepProps {
  step: EnrolmentStep
  checks: Check[]
  onSet: (check: Check, done: boolean) => Promise<boolean>
}

function StepChecks({ step, checks, onSet }: StepProps) {
  if (checks.length === 0) return null
  return (
    <div className={classes.checks}>
      <small className={classes.step}>{stepLabels[step]}</small>
      {checks.map((check) => (
        <TickBox
          key={check.id}
          size="xs"
          label={
            <>
              <bdi>{check.text}</bdi>{' '}
              {check.doneOn === null ? null : <small>{shortDate(check.doneOn)}</small>}
            </>
          }
          checked={check.doneOn !== null}
          onTick={(done) => onSet(check, done)}
        />
      ))}
    </div>
  )
}
