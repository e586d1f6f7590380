import { Button, NumberInput, Switch } from '@mantine/core'
import { useCommand, useRecords } from '@renderer/app/records'
import { useToday } from '@renderer/app/today'
import { counted, numberText } from '@renderer/components/labels'
import type { RetentionDue } from '@shared/contract/retention'
import {
  mostMonths,
  type RetentionRuleName,
  type RetentionRules as Rules,
  retentionRuleNames,
} from '@shared/domain/retention'
import { useState } from 'react'
import { Section } from '../Section'
import classes from './Privacy.module.css'
import { RetentionLook } from './RetentionLook'
import { ruleWords } from './retentionWords'

/** How long what is kept, and what is past its time today. */
export function RetentionRules() {
  const today = useToday()
  const { data: rules } = useRecords('retention.rules', {})
  const { data: due } = useRecords('retention.due', { today })
  const save = useCommand('retention.setRules')
  const [looking, setLooking] = useState<RetentionRuleName | null>(null)
  if (!rules) return null

  return (
    <Section
      title="How long things are kept"
      text="Each rule is off until you set it. Nothing is removed by itself: what is past its time waits here until you have looked at it."
    >
      <ul className={classes.rules}>
        {retentionRuleNames.map((name) => (
          <Rule
            key={name}
            name={name}
            months={rules[name]}
            due={due?.[name].count ?? 0}
            onChange={(months) => void save.run({ ...rules, [name]: months } satisfies Rules)}
            onLook={() => setLooking(name)}
          />
        ))}
      </ul>
      {due && due.kept.count > 0 ? <Kept kept={due.kept} /> : null}
      {looking && due ? (
        <RetentionLook rule={looking} months={rules[looking]} due={due} onClose={() => setLooking(null)} />
      ) : null}
    </Section>
  )
}

interface RuleProps {
  name: RetentionRuleName
  /** Null is off. */
  months: number | null
  due: number
  onChange: (months: number | null) => void
  onLook: () => void
}

function Rule({ name, months, due, onChange, onLook }: RuleProps) {
  const { what, after, usual, things } = ruleWords[name]
  return (
    <li>
      <Switch
        checked={months !== null}
        label={what}
        description={months === null ? `some ${after}` : undefined}
        onChange={(event) => onChange(event.currentTarget.checked ? usual : null)}
      />
      {months === null ? null : (
        <div className={classes.set}>
          <Months key={months} months={months} label={`${what}: months`} onChange={onChange} />
          <span>{after}</span>
          <span className={classes.due} data-due={due > 0}>
            {due > 0 ? `${numberText(due)} due` : 'nothing due'}
          </span>
          {due > 0 ? (
            <Button
              size="compact-sm"
              variant="default"
              onClick={onLook}
              aria-label={`Look at ${things(due)}`}
            >
              Look…
            </Button>
          ) : null}
        </div>
      )}
    </li>
  )
}

/** A number that is a rule only when it has been typed to the end. */
function Months({
  months,
  label,
  onChange,
}: {
  months: number
  label: string
  onChange: (months: number) => void
}) {
  const [value, setValue] = useState<number | string>(months)
  const keep = () => {
    if (typeof value === 'number' && value >= 1 && value !== months) onChange(Math.round(value))
    else setValue(months)
  }
  return (
    <NumberInput
      aria-label={label}
      size="xs"
      w={72}
      min={1}
      max={mostMonths}
      allowDecimal={false}
      allowNegative={false}
      value={value}
      onChange={setValue}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep()
      }}
    />
  )
}

function Kept({ kept: { count, first } }: { kept: RetentionDue['kept'] }) {
  const shown = first.slice(0, 3).map(({ name, because }) => `${name} (${because})`)
  const more = count - shown.length
  return (
    <p>
      {counted(count, 'member is', 'members are')} marked as to be kept and passed over: {shown.join(', ')}
      {more > 0 ? ` and ${counted(more, 'other')}` : ''}.
    </p>
  )
}
