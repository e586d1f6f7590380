import { ActionIcon, Select, TextInput } from '@mantine/core'
import { sideLabels, stepLabels } from '@renderer/components/labels'
import { TextButton } from '@renderer/components/TextButton'
import { rolesOf } from '@shared/domain/pipeline/steps'
import {
  type EnrolmentStep,
  enrolmentSteps,
  type MatchSide,
  type ProgramFormat,
} from '@shared/domain/vocabulary'
import { IconX } from '@tabler/icons-react'
import { useId } from 'react'
import classes from './ProgramForm.module.css'
import type { ProgramFields } from './programFields'

type Check = ProgramFields['checks'][number]

interface Props {
  checks: Check[]
  format: ProgramFormat
  onChange: (checks: Check[]) => void
}

/** The checks of each step, in their order. */
export function ChecksField({ checks, format, onChange }: Props) {
  const change = (at: number, changes: Partial<Check>) =>
    onChange(checks.map((check, index) => (index === at ? { ...check, ...changes } : check)))
  const add = (step: EnrolmentStep) => onChange([...checks, { id: null, step, role: null, text: '' }])
  return (
    <div className={classes.steps}>
      {enrolmentSteps.map((step) => {
        const inStep = checks.flatMap((check, at) => (check.step === step ? [{ check, at }] : []))
        return (
          <fieldset key={step} className={classes.step}>
            <legend>{stepLabels[step]}</legend>
            {inStep.map(({ check, at }) => (
              <CheckLine
                // A new check has nothing else that tells it from others.
                key={at}
                check={check}
                roles={rolesOf(format)}
                isNew={check.id === null && check.text === ''}
                onChange={(changes) => change(at, changes)}
                onRemove={() => onChange(checks.filter((_, index) => index !== at))}
              />
            ))}
            <TextButton
              onClick={() => add(step)}
              aria-label={`Add a check to ${stepLabels[step].toLowerCase()}`}
            >
              Add a check
            </TextButton>
          </fieldset>
        )
      })}
    </div>
  )
}

interface LineProps {
  check: Check
  roles: readonly MatchSide[]
  isNew: boolean
  onChange: (changes: Partial<Check>) => void
  onRemove: () => void
}

function CheckLine({ check: { role, text, step }, roles, isNew, onChange, onRemove }: LineProps) {
  const label = useId()
  return (
    <div className={classes.check}>
      <TextInput
        id={label}
        aria-label={`Check in ${stepLabels[step].toLowerCase()}`}
        autoFocus={isNew}
        dir="auto"
        value={text}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
      />
      {roles.length > 1 ? (
        <Select
          aria-label={`Asked of, for “${text}”`}
          allowDeselect={false}
          data={[
            { value: '', label: 'Everybody' },
            ...roles.map((value) => ({ value, label: `${sideLabels[value]}s` })),
          ]}
          value={role ?? ''}
          onChange={(value) => onChange({ role: roles.find((one) => one === value) ?? null })}
        />
      ) : null}
      <ActionIcon variant="subtle" color="gray" aria-label={`Remove the check “${text}”`} onClick={onRemove}>
        <IconX size={15} />
      </ActionIcon>
    </div>
  )
}
