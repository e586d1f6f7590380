import { numberText, stepLabels } from '@renderer/components/labels'
import type { StepCounts } from '@shared/contract/programs'
import { enrolmentSteps } from '@shared/domain/vocabulary'
import classes from './Programs.module.css'

/** Where the people of a program are, as one line: the further, the darker. Nothing where there is nobody. */
export function StepBar({ steps }: { steps: StepCounts }) {
  const filled = enrolmentSteps.filter((step) => steps[step] > 0)
  if (filled.length === 0) return null
  const words = filled.map((step) => `${stepLabels[step]} ${numberText(steps[step])}`).join(', ')
  return (
    <span className={classes.bar} role="img" aria-label={words} title={words}>
      {filled.map((step) => (
        <span key={step} data-step={step} style={{ flexGrow: steps[step] }} />
      ))}
    </span>
  )
}
