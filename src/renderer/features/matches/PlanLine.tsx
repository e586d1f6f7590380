import { Button, NumberInput, Popover, Select, Switch } from '@mantine/core'
import { useCommand, useRecords } from '@renderer/app/records'
import { TextButton } from '@renderer/components/TextButton'
import type { OutputOf } from '@shared/contract'
import {
  ownPlan,
  type PresetName,
  planWords,
  presetNames,
  type SupportPlan,
  supportPresets,
} from '@shared/domain/support/plan'
import { useState } from 'react'
import classes from './Matches.module.css'
import list from './MatchList.module.css'

type StoredPlan = OutputOf<'support.plan'>['plan']

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

const presetLabels: Record<PresetName, string> = {
  'EEPM 4th edition': 'Elements of Effective Practice, 4th edition',
  'EEPM 5th edition': 'Elements of Effective Practice, 5th edition',
  'monthly, then quarterly': 'Monthly for a year, then quarterly',
  own: 'My own',
}

interface FormProps {
  programId: number
  plan: StoredPlan
  onDone: () => void
}

function PlanForm({ programId, plan, onDone }: FormProps) {
  const [preset, setPreset] = useState<PresetName>(plan?.preset ?? 'monthly, then quarterly')
  const [every, setEvery] = useState(plan?.quick[0]?.every ?? 30)
  const [latest, setLatest] = useState(plan?.quick[0]?.latest ?? 45)
  const [deep, setDeep] = useState<number | null>(plan?.inDepth[0]?.every ?? null)
  const choose = useCommand('support.choose')
  const chosen = preset === 'own' ? ownPlan(every, Math.max(every, latest), deep) : supportPresets[preset]

  async function save(next: SupportPlan | null) {
    if (await choose.run({ programId, plan: next && stored(next) })) onDone()
  }

  return (
    <div className={classes.form}>
      <Select
        label="Plan"
        allowDeselect={false}
        data={presetNames.map((value) => ({ value, label: presetLabels[value] }))}
        value={preset}
        onChange={(value) => value && setPreset(value as PresetName)}
        comboboxProps={{ withinPortal: false }}
      />
      {preset === 'own' ? (
        <>
          <NumberInput
            label="Every so many days"
            min={1}
            max={3660}
            allowDecimal={false}
            value={every}
            onChange={(value) => setEvery(Math.max(1, Number(value)))}
          />
          <NumberInput
            label="After so many days at the latest"
            min={every}
            max={3660}
            allowDecimal={false}
            value={latest}
            onChange={(value) => setLatest(Number(value))}
          />
          <Switch
            label="A talk in depth as well"
            checked={deep !== null}
            onChange={(event) => setDeep(event.currentTarget.checked ? 90 : null)}
          />
          {deep === null ? null : (
            <NumberInput
              label="In depth every so many days"
              min={1}
              max={3660}
              allowDecimal={false}
              value={deep}
              onChange={(value) => setDeep(Math.max(1, Number(value)))}
            />
          )}
        </>
      ) : null}
      <p className={classes.quiet}>{planWords(chosen)} Any contact that you log counts.</p>
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

function stored(plan: SupportPlan): NonNullable<StoredPlan> {
  return {
    preset: plan.preset,
    quick: plan.quick.map((stage) => ({ ...stage })),
    inDepth: plan.inDepth.map((stage) => ({ ...stage })),
  }
}
