import { SegmentedControl, Select } from '@mantine/core'
import { DatePickerInput } from '@mantine/dates'
import { useRecords } from '@renderer/app/records'
import screen from '@renderer/components/Screen.module.css'
import { buckets, groupings } from '@shared/domain/vocabulary'
import { ranges, useActivityView } from './activityView'

const groupLabels: Record<(typeof groupings)[number], string> = {
  none: 'not divided',
  community: 'by community',
  location: 'by location',
  department: 'by department',
  kind: 'by kind',
}

const rangeLabels: Record<(typeof ranges)[number], string> = {
  '3 months': '3 months',
  '6 months': '6 months',
  '12 months': '12 months',
  '18 months': '18 months',
  everything: 'Everything',
  own: 'From – to…',
}

/** Which period, in what steps, divided how: one set of controls for all the charts. */
export function ActivityControls() {
  const { range, from, to, by, group, communityId, set } = useActivityView()
  const { data: communities } = useRecords('communities.options', {})
  return (
    <div className={screen.bar}>
      <Select
        w={130}
        aria-label="Period"
        allowDeselect={false}
        data={ranges.map((value) => ({ value, label: rangeLabels[value] }))}
        value={range}
        onChange={(value) => set({ range: ranges.find((known) => known === value) ?? 'everything' })}
      />
      {range === 'own' ? (
        <DatePickerInput
          type="range"
          w={230}
          placeholder="From – to"
          clearable
          allowSingleDateInRange
          valueFormat="D MMM YY"
          value={[from, to]}
          onChange={([first, last]) => set({ from: first, to: last })}
        />
      ) : null}
      <SegmentedControl
        aria-label="Steps"
        data={buckets.map((value) => ({ value, label: value[0]?.toUpperCase() + value.slice(1) }))}
        value={by}
        onChange={(value) => set({ by: buckets.find((known) => known === value) ?? 'week' })}
      />
      <Select
        w={160}
        aria-label="Divided"
        allowDeselect={false}
        data={groupings.map((value) => ({ value, label: groupLabels[value] }))}
        value={group}
        onChange={(value) => set({ group: groupings.find((known) => known === value) ?? 'none' })}
      />
      {communities && communities.length > 0 ? (
        <Select
          w={190}
          aria-label="Community"
          placeholder="All communities"
          clearable
          data={communities.map(({ id, name }) => ({ value: String(id), label: name }))}
          value={communityId === null ? null : String(communityId)}
          onChange={(id) => set({ communityId: id === null ? null : Number(id) })}
        />
      ) : null}
    </div>
  )
}
