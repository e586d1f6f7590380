import { chartExports } from '@renderer/app/chartExports'
import { useRecords } from '@renderer/app/records'
import { BreakdownChart } from '@renderer/components/charts/BreakdownChart'
import { counted } from '@renderer/components/labels'
import type { InputOf, OutputOf } from '@shared/contract'
import type { ActivityScope } from '@shared/contract/activity'

type Of = InputOf<'activity.breakdown'>['of']
type Item = OutputOf<'activity.breakdown'>[number]

interface Shown {
  of: Of
  title: string
  heading: string
  value: (item: Item) => number
  unit: { one: string; other: string }
  colour: string
}

const interactions = { one: 'interaction', other: 'interactions' }

const shown: Shown[] = [
  {
    of: 'location',
    title: 'By location',
    heading: 'Location',
    value: (item) => item.interactions,
    unit: interactions,
    colour: 'var(--s3)',
  },
  {
    of: 'department',
    title: 'By department',
    heading: 'Department',
    value: (item) => item.interactions,
    unit: interactions,
    colour: 'var(--s1)',
  },
  {
    of: 'medium',
    title: 'By medium',
    heading: 'Medium',
    value: (item) => item.sessions,
    unit: { one: 'session', other: 'sessions' },
    colour: 'var(--s6)',
  },
  {
    of: 'kind',
    title: 'By kind',
    heading: 'Kind',
    value: (item) => item.interactions,
    unit: interactions,
    colour: 'var(--s4)',
  },
]

export function Breakdowns({ scope }: { scope: ActivityScope }) {
  return shown.map((one) => <Breakdown key={one.of} scope={scope} {...one} />)
}

function Breakdown({ scope, of, title, heading, value, unit, colour }: Shown & { scope: ActivityScope }) {
  const { data, error } = useRecords('activity.breakdown', { scope, of })
  const items = (data ?? [])
    .map((item) => ({ name: item.name, value: value(item) }))
    .filter((item) => item.value > 0)
  const first = [...items].filter(({ name }) => name !== null).sort((a, b) => b.value - a.value)[0]
  return (
    <BreakdownChart
      title={title}
      note={unit.other}
      reading={
        first
          ? `${first.name} has most: ${counted(first.value, unit.one, unit.other)}.`
          : `No ${unit.other} in this period.`
      }
      items={items}
      heading={heading}
      unit={unit}
      colour={colour}
      status={error ? { kind: 'error', message: error.message } : data ? undefined : { kind: 'loading' }}
      {...chartExports(title)}
    />
  )
}
