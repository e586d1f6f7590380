import { ChartLegend, LegendItem } from '@renderer/components/charts/ChartLegend'
import { numberText } from '@renderer/components/labels'

interface Props {
  groups: readonly { name: string; people: number; colour: string }[]
  /** Whether anybody has a ring, or is only an outline. */
  marks: { brokers: boolean; alone: boolean }
}

/** What colours and marks of the map mean. */
export function MapLegend({ groups, marks }: Props) {
  return (
    <ChartLegend>
      {groups.map(({ name, people, colour }) => (
        <LegendItem key={name} swatch={<circle cx={7} cy={6} r={5} fill={colour} />}>
          {name} {numberText(people)}
        </LegendItem>
      ))}
      {marks.brokers ? (
        <LegendItem
          swatch={
            <>
              <circle cx={7} cy={6} r={3} fill="var(--line-strong)" />
              <circle cx={7} cy={6} r={5} fill="none" stroke="var(--ink)" strokeWidth={1.4} />
            </>
          }
        >
          holds departments together
        </LegendItem>
      ) : null}
      {marks.alone ? (
        <LegendItem
          swatch={
            <circle cx={7} cy={6} r={4.2} fill="var(--surface)" stroke="var(--ink2)" strokeWidth={1.4} />
          }
        >
          in contact with nobody here
        </LegendItem>
      ) : null}
    </ChartLegend>
  )
}
