import { Select } from '@mantine/core'
import { chartExports } from '@renderer/app/chartExports'
import { ChartFrame } from '@renderer/components/charts/ChartFrame'
import { counted, numberText } from '@renderer/components/labels'
import { useMemo, useRef, useState } from 'react'
import { useLayout } from './layout'
import { MapCanvas } from './MapCanvas'
import classes from './NetworkMap.module.css'
import { PersonPane } from './PersonPane'
import { type ColourBy, contactsOf, groupsOf, type Network, type Scene, tiesWithin } from './scene'
import { WeekWindow, windowWeeks } from './WeekWindow'

/** The picture, what its colours mean, the weeks it is about, and whoever was chosen in it. */
export function Picture({ network, by }: { network: Network; by: ColourBy }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [first, setFirst] = useState<number | null>(null)
  const [chosen, setChosen] = useState(-1)
  const { people, ties } = network
  const toArrange = useMemo(
    () => ({ people: people.length, ties: ties.map(({ a, b }) => [a, b] as const) }),
    [people, ties],
  )
  const places = useLayout(toArrange)
  const shown = useMemo(
    () => (first === null ? ties : tiesWithin(network, first, first + windowWeeks - 1)),
    [network, ties, first],
  )
  const contacts = useMemo(() => contactsOf(people.length, shown), [people, shown])
  const { legend, colours } = useMemo(() => groupsOf(people, by), [people, by])
  const scene = useMemo(
    (): Scene | null =>
      places && {
        places,
        colours,
        radii: contacts.map(({ length }) => 3.5 + Math.min(6, Math.sqrt(length))),
        brokers: people.map(({ broker }) => broker),
        ties: shown.map(({ a, b }) => [a, b]),
        names: people.map(({ name }) => name),
      },
    [places, colours, contacts, people, shown],
  )
  const brokers = people.filter(({ broker }) => broker).length
  const alone = contacts.filter(({ length }) => length === 0).length
  const title = 'Who is in contact with whom'
  const person = people[chosen]

  return (
    <div className={classes.picture} data-open={person !== undefined}>
      <ChartFrame
        title={title}
        note="last year"
        reading={`${counted(people.length, 'person', 'people')}, ${counted(shown.length, 'tie')}. ${counted(alone, 'person has', 'people have')} no contact here; ${counted(brokers, 'person', 'people')} with a ring ${brokers === 1 ? 'holds' : 'hold'} departments together.`}
        table={{
          columns: [
            { label: 'Person', kind: 'text' },
            { label: 'Location', kind: 'text' },
            { label: 'Department', kind: 'text' },
            { label: 'In contact with', kind: 'text' },
            { label: 'Broker', kind: 'text' },
          ],
          rows: people.map(({ name, location, department, broker }, at) => [
            name,
            location,
            department,
            (contacts[at] ?? []).map((other) => people[other]?.name ?? '').join('; '),
            broker ? 'yes' : '',
          ]),
        }}
        onSaveCsv={chartExports(title).onSaveCsv}
        onSavePng={async () => {
          const blob = await new Promise<Blob | null>((resolve) => canvas.current?.toBlob(resolve))
          if (blob) await chartExports(title).onSavePng(new Uint8Array(await blob.arrayBuffer()))
        }}
      >
        <Select
          className={classes.find ?? ''}
          label="Find a person"
          placeholder="Type a name"
          searchable
          clearable
          limit={30}
          data={people.map(({ name }, at) => ({ value: String(at), label: name }))}
          value={person ? String(chosen) : null}
          onChange={(value) => setChosen(value === null ? -1 : Number(value))}
        />
        {scene ? (
          <MapCanvas canvas={canvas} scene={scene} contacts={contacts} chosen={chosen} onChoose={setChosen} />
        ) : (
          <p role="status" className={classes.status}>
            Arranging {numberText(people.length)} people…
          </p>
        )}
        <ul className={classes.legend}>
          {legend.map(({ name, people: size, colour }) => (
            <li key={name}>
              <i style={{ background: `var(${colour})` }} />
              {name} {numberText(size)}
            </li>
          ))}
        </ul>
        <WeekWindow weeks={network.weeks} first={first} onFirst={setFirst} />
      </ChartFrame>
      {person ? (
        <PersonPane
          person={person}
          contacts={(contacts[chosen] ?? []).flatMap((at) => {
            const other = people[at]
            return other ? [{ at, person: other }] : []
          })}
          onChoose={setChosen}
        />
      ) : null}
    </div>
  )
}
