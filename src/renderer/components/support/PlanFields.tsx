import { NumberInput, Select, Switch } from '@mantine/core'
import type { StoredPlan } from '@shared/contract/supportPlan'
import { ownPlan, type PresetName, planWords, presetNames, supportPresets } from '@shared/domain/support/plan'
import classes from './PlanFields.module.css'
import { storedPlan } from './storedPlan'

const presetLabels: Record<PresetName, string> = {
  'EEPM 4th edition': 'Elements of Effective Practice, 4th edition',
  'EEPM 5th edition': 'Elements of Effective Practice, 5th edition',
  'monthly, then quarterly': 'Monthly for a year, then quarterly',
  own: 'My own',
}

interface Props {
  plan: StoredPlan | null
  onChange: (plan: StoredPlan | null) => void
  /** What it is called to have none; without it a plan has to be chosen. */
  none?: string
  /** Inside something that closes when one clicks beside it. */
  inside?: boolean
}

/** How often each person of a match is talked with: a plan by its name, or one's own. */
export function PlanFields({ plan, onChange, none, inside = false }: Props) {
  const choices = presetNames.map((value) => ({ value: value as string, label: presetLabels[value] }))

  function choose(value: string | null) {
    const preset = presetNames.find((name) => name === value)
    if (preset === undefined) onChange(null)
    else if (preset !== plan?.preset)
      onChange(storedPlan(preset === 'own' ? ownPlan(30, 45, null) : supportPresets[preset]))
  }

  return (
    <>
      <Select
        label="Plan for check-ins"
        allowDeselect={false}
        data={none === undefined ? choices : [{ value: '', label: none }, ...choices]}
        value={plan?.preset ?? ''}
        onChange={choose}
        comboboxProps={{ withinPortal: !inside }}
      />
      {plan?.preset === 'own' ? <OwnFields plan={plan} onChange={onChange} /> : null}
      {plan ? <p className={classes.words}>{planWords(plan)} Any contact that you log counts.</p> : null}
    </>
  )
}

function OwnFields({ plan, onChange }: { plan: StoredPlan; onChange: (plan: StoredPlan) => void }) {
  const { every, latest } = plan.quick[0] ?? { every: 30, latest: 45 }
  const deep = plan.inDepth[0]?.every ?? null
  const set = (next: { every?: number; latest?: number; deep?: number | null }) => {
    const days = next.every ?? every
    onChange(
      storedPlan(
        ownPlan(days, Math.max(days, next.latest ?? latest), next.deep === undefined ? deep : next.deep),
      ),
    )
  }
  return (
    <>
      <div className={classes.row}>
        <NumberInput
          label="Every so many days"
          min={1}
          max={3660}
          allowDecimal={false}
          value={every}
          onChange={(value) => set({ every: Math.max(1, Number(value)) })}
        />
        <NumberInput
          label="At the latest after"
          min={every}
          max={3660}
          allowDecimal={false}
          value={latest}
          onChange={(value) => set({ latest: Number(value) })}
        />
      </div>
      <Switch
        label="A talk in depth as well"
        checked={deep !== null}
        onChange={(event) => set({ deep: event.currentTarget.checked ? 90 : null })}
      />
      {deep === null ? null : (
        <NumberInput
          label="In depth every so many days"
          min={1}
          max={3660}
          allowDecimal={false}
          value={deep}
          onChange={(value) => set({ deep: Math.max(1, Number(value)) })}
        />
      )}
    </>
  )
}
