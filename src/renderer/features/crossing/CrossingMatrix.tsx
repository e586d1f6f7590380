import { chartExports } from '@renderer/app/chartExports'
import { ChartFrame } from '@renderer/components/charts/ChartFrame'
import { ChartLegend, LegendItem } from '@renderer/components/charts/ChartLegend'
import type { ChartTable } from '@renderer/components/charts/chartTable'
import { numberText } from '@renderer/components/labels'
import { type KeyboardEvent, useMemo, useState } from 'react'
import classes from './Crossing.module.css'
import { type By, byWords, type Cell, cellWords, type Groups, leaning } from './words'

/** More rows than this are read in the table. */
const mostShown = 16
const steps: Record<string, readonly [row: number, column: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

interface Props {
  groups: Groups
  by: By
  /** Of whom and of which time it is. */
  about: string
  onOpen: (cell: Cell) => void
}

/** Every group with every group: ties in figures, and in colour how far they are from what chance would give. */
export function CrossingMatrix({ groups, by, about, onOpen }: Props) {
  const table = useMemo(() => tableOf(groups, by), [groups, by])
  const title = by === 'location' ? 'Places with places' : 'Departments with departments'
  const hidden = Math.max(0, groups.groups.length - mostShown) + groups.leftOut
  return (
    <ChartFrame
      title={title}
      note={`people in contact; ${about}`}
      reading={
        hidden === 0
          ? 'Choose a cell to see who is behind it.'
          : `The ${mostShown} with most people; ${hidden} more. Choose a cell to see who is behind it.`
      }
      table={table}
      {...chartExports(title)}
    >
      <Grid groups={groups} label={title} onOpen={onOpen} />
      <ChartLegend>
        {([-1, 0, 1] as const).map((lean) => (
          <LegendItem
            key={lean}
            swatch={<rect y={0.5} width={14} height={11} rx={3} fill={shadeOf(lean)} stroke="var(--line)" />}
          >
            {lean < 0 ? 'fewer than by chance' : lean > 0 ? 'more than by chance' : 'about as many'}
          </LegendItem>
        ))}
      </ChartLegend>
    </ChartFrame>
  )
}

function Grid({ groups, label, onOpen }: { groups: Groups; label: string; onOpen: Props['onOpen'] }) {
  const shown = groups.groups.slice(0, mostShown)
  const [active, setActive] = useState<readonly [number, number]>([0, 0])

  /** The arrow keys move among the cells, so that the Tab key passes the whole grid in one step. */
  function move(event: KeyboardEvent<HTMLTableElement>) {
    const step = steps[event.key]
    if (!step) return
    event.preventDefault()
    const within = (place: number) => Math.min(shown.length - 1, Math.max(0, place))
    const next = [within(active[0] + step[0]), within(active[1] + step[1])] as const
    setActive(next)
    event.currentTarget
      .querySelector<HTMLButtonElement>(`[data-row="${next[0]}"][data-column="${next[1]}"]`)
      ?.focus()
  }

  return (
    <div className={classes.scroll}>
      <table className={classes.matrix} onKeyDown={move} aria-label={label}>
        <thead>
          <tr>
            <td />
            {shown.map(({ name }) => (
              <th key={name} scope="col" title={name}>
                <span>{name}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ name, people }, row) => (
            <tr key={name}>
              <th scope="row" title={name}>
                {name} <small>{numberText(people)}</small>
              </th>
              {shown.map(({ name: other }, column) => {
                const ties = groups.ties[row]?.[column] ?? 0
                const expected = groups.expected[row]?.[column] ?? 0
                const words = cellWords({ a: name, b: other }, ties, expected)
                const lean = leaning(ties, expected)
                return (
                  <td key={other}>
                    <button
                      type="button"
                      className={classes.cell}
                      data-picture="box"
                      data-row={row}
                      data-column={column}
                      data-home={row === column}
                      tabIndex={active[0] === row && active[1] === column ? 0 : -1}
                      aria-label={`${numberText(ties)}: ${words}`}
                      title={words}
                      style={{ background: shadeOf(lean) }}
                      onFocus={() => setActive([row, column])}
                      onClick={() => onOpen({ a: name, b: other })}
                    >
                      {numberText(ties)}
                    </button>
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** From the hue of too little over none to the hue of plenty; never so strong that ink cannot be read on it. */
function shadeOf(lean: number): string {
  const hue = lean < 0 ? 'var(--s5)' : 'var(--s1)'
  return `color-mix(in srgb, ${hue} ${Math.round(4 + Math.abs(lean) * 40)}%, var(--surface))`
}

function tableOf({ groups, ties, contacts, expected }: Groups, by: By): ChartTable {
  const { one } = byWords[by]
  const rows = groups.flatMap(({ name }, row) =>
    groups
      .slice(row)
      .map(({ name: other }, after) => [
        name,
        other,
        ties[row]?.[row + after] ?? 0,
        Math.round((expected[row]?.[row + after] ?? 0) * 10) / 10,
        contacts[row]?.[row + after] ?? 0,
      ]),
  )
  return {
    columns: [
      { label: one === 'place' ? 'Place' : 'Department', kind: 'text' },
      { label: `With ${one}`, kind: 'text' },
      { label: 'Ties', kind: 'number' },
      { label: 'By chance', kind: 'number' },
      { label: 'Contacts', kind: 'number' },
    ],
    rows,
  }
}
