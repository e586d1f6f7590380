import { Button, Popover } from '@mantine/core'
import { useCommand, useRecords } from '@renderer/app/records'
import { PlanFields } from '@renderer/components/support/PlanFields'
import { storedPlan } from '@renderer/components/support/storedPlan'
import { TextButton } from '@renderer/components/TextButton'
import type { StoredPlan } from '@shared/contract/supportPlan'
import { planWords, supportPresets } from '@shared/domain/support/plan'
import { useState } from 'react'
import classes from './Matches.module.css'
import list from './MatchList.module.css'

/** How often everybody is checked in with, and the way to choose it. */
export function PlanLine({ programId }: { programId: number }) {
  const { data } = useRecords('support.plan', { programId })
  const [opened, setOpened] = useState(false)
  if (!data) return null
  return (
    <p className={list.plan}>
      {data.plan === null
        ? 'Nobody has said yet how often people are checked in with.'
        : `${planWords(data.plan)} ${data.plan.preset === 'own' ? '' : `As in: ${data.plan.preset}.`}`}{' '}
      <Popover position="bottom-start" width={340} trapFocus opened={opened} onChange={setOpened}>
        <Popover.Target>
          <TextButton aria-haspopup="dialog" onClick={() => setOpened(!opened)}>
            {data.plan === null ? 'Choose a plan' : 'Change the plan'}
          </TextButton>
        </Popover.Target>
        <Popover.Dropdown>
          <PlanForm programId={programId} plan={data.plan} onDone={() => setOpened(false)} />
        </Popover.Dropdown>
      </Popover>
    </p>
  )
}

interface FormProps {
  programId: number
  plan: StoredPlan | null
  onDone: () => void
}

function PlanForm({ programId, plan, onDone }: FormProps) {
  const [chosen, setChosen] = useState(plan ?? storedPlan(supportPresets['monthly, then quarterly']))
  const choose = useCommand('support.choose')

  async function save(next: StoredPlan | null) {
    if (await choose.run({ programId, plan: next })) onDone()
  }

  return (
    <div className={classes.form}>
      <PlanFields inside plan={chosen} onChange={(next) => next && setChosen(next)} />
      <div className={classes.formEnd}>
        {plan === null ? null : (
          <Button variant="subtle" color="gray" onClick={() => void save(null)}>
            No check-ins
          </Button>
        )}
        <Button loading={choose.running} onClick={() => void save(chosen)}>
          Use this plan
        </Button>
      </div>
    </div>
  )
}
