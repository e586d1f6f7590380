import { Autocomplete, Button, Select, Textarea } from '@mantine/core'
import { useCommand } from '@renderer/app/records'
import { longDate, shortDate } from '@renderer/components/labels'
import { TextButton } from '@renderer/components/TextButton'
import { TickBox } from '@renderer/components/TickBox'
import type { Closure, ClosureStep } from '@shared/contract/closures'
import type { MatchPage } from '@shared/contract/matches'
import { afterwards, contactRules } from '@shared/domain/support/closure'
import { type FormEvent, useState } from 'react'
import classes from './Matches.module.css'

/** How the match is brought to its end, step by step, or how it was. */
export function ClosurePart({ match, today }: { match: MatchPage; today: string }) {
  const { closure } = match
  if (closure === null || closure.reopenedOn !== null) return null
  const led = closure.closedOn === null
  return (
    <section className={classes.closure} aria-label="The end of the match">
      <h3 className={classes.title}>
        {led ? `Closing until ${shortDate(closure.endsOn)}` : `Closed on ${longDate(closure.closedOn ?? '')}`}
      </h3>
      <p>
        {closure.reason}; {closure.anticipated ? 'it was foreseen' : 'it was not foreseen'}.
        {closure.contactRule === null ? '' : ` Afterwards: ${closure.contactRule}.`}
      </p>
      <ul className={classes.steps}>
        {closure.steps.map((step) => (
          <Step key={step.id} step={step} today={today} />
        ))}
      </ul>
      {led ? <Finish closure={closure} today={today} /> : null}
    </section>
  )
}

const wanted: Record<(typeof afterwards)[number], string> = {
  rematch: 'another match',
  end: 'no other match',
}

function Step({ step, today }: { step: ClosureStep; today: string }) {
  const [notes, setNotes] = useStoredText(step.notes)
  const save = useCommand('closures.step')
  const change = async (part: Partial<Pick<ClosureStep, 'doneOn' | 'afterwards' | 'notes'>>) =>
    (await save.run({ id: step.id, ...part })) !== null
  const what = step.member ? `Last talk with ${step.member.name}` : 'A last meeting to look back'
  return (
    <li>
      <div className={classes.step}>
        <TickBox
          checked={step.doneOn !== null}
          onTick={(ticked) => change({ doneOn: ticked ? today : null })}
          label={
            <>
              {what}{' '}
              <span className={classes.quiet}>
                {step.doneOn === null ? '' : `on ${shortDate(step.doneOn)}`}
              </span>
            </>
          }
        />
        {step.member ? (
          <Select
            aria-label={`What ${step.member.name} wants next`}
            placeholder="and then?"
            size="xs"
            clearable
            data={afterwards.map((value) => ({ value, label: wanted[value] }))}
            value={step.afterwards}
            onChange={(value) => void change({ afterwards: afterwards.find((one) => one === value) ?? null })}
          />
        ) : null}
      </div>
      <Textarea
        aria-label={`Notes: ${what}`}
        placeholder="What was said"
        autosize
        minRows={1}
        dir="auto"
        value={notes}
        onChange={(event) => setNotes(event.currentTarget.value)}
        onBlur={() => {
          if (notes !== step.notes) void change({ notes })
        }}
      />
    </li>
  )
}

/** A text that is written at leisure: it follows what is stored, by undo perhaps, unless there is something unsaved. */
function useStoredText(stored: string): [string, (text: string) => void] {
  const [text, setText] = useState(stored)
  const [seen, setSeen] = useState(stored)
  if (stored !== seen) {
    setSeen(stored)
    if (text === seen) setText(stored)
  }
  return [text, setText]
}

function Finish({ closure, today }: { closure: Closure; today: string }) {
  const [rule, setRule] = useState<string>(closure.contactRule ?? contactRules[0])
  const finish = useCommand('closures.finish')
  const cancel = useCommand('closures.cancel')
  const open = closure.steps.filter(({ doneOn }) => doneOn === null).length

  async function submit(event: FormEvent) {
    event.preventDefault()
    await finish.run({ id: closure.id, onDay: today, contactRule: rule })
  }

  return (
    <form className={classes.finish} onSubmit={(event) => void submit(event)}>
      <Autocomplete
        label="Contact afterwards"
        required
        className={classes.rule}
        data={[...contactRules]}
        filter={({ options }) => options}
        value={rule}
        onChange={setRule}
      />
      <TextButton onClick={() => void cancel.run({ id: closure.id })}>It goes on after all</TextButton>
      <Button type="submit" variant={open === 0 ? 'filled' : 'default'} loading={finish.running}>
        Close the match
      </Button>
    </form>
  )
}
