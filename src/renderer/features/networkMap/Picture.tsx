import { Select } from '@mantine/core'
import { chartExports } from '@renderer/app/chartExports'
import { ChartFrame } from '@renderer/components/charts/ChartFrame'
import { counted, numberText } from '@renderer/components/labels'
import { useMemo, useRef, useState } from 'react'
import { type Brokers, type By, coloursOf, type Network } from './colours'
import { useLayout } from './layout'
import { MapCanvas } from './MapCanvas'
import { MapLegend } from './MapLegend'
import classes from './NetworkMap.module.css'
import { PersonPane } from './PersonPane'
import { peopleScene, peopleTable, toArrange } from './people'
import type { MapSurface } from './surface'
import { WeekWindow, windowWeeks } from './WeekWindow'
import { contactsOf, tiesWithin, weeksText } from './weeks'

interface Props {
  network: Network
  /** Undefined while they are still being counted. */
  brokers: Brokers | undefined
  by: By
  /** Of whom and of which time it is, for whoever gets the picture alone. */
  about: string
  period: string
  /** The member to begin with, if any. */
  open: number | null
}

/** The picture, what its colours mean, the weeks it is about, and whoever was chosen in it. */
export function Picture({ network, brokers, by, about, period, open }: Props) {
  const surface = useRef<MapSurface | null>(null)
  const [first, setFirst] = useState<number | null>(null)
  const { people, ties, weeks } = network
  // By their id: whoever is added meanwhile changes everybody's place.
  const [member, setMember] = useState(open)
  const chosen = useMemo(() => people.findIndex(({ id }) => id === member), [people, member])
  const setChosen = (at: number) => setMember(people[at]?.id ?? null)
  const places = useLayout(network, () => toArrange(network))
  const shown = useMemo(
    () => (first === null ? ties : tiesWithin(network, first, first + windowWeeks - 1)),
    [network, ties, first],
  )
  const contacts = useMemo(() => contactsOf(people.length, shown), [people, shown])
  const { legend, colours } = useMemo(() => coloursOf(network, by), [network, by])
  const held = useMemo(() => new Set(brokers?.ids), [brokers])
  const scene = useMemo(
    () => places && peopleScene(network, { places, colours, contacts, ties: shown, ringed: held }),
    [places, colours, contacts, network, shown, held],
  )
  const ringed = people.filter(({ id }) => held.has(id)).length
  const alone = contacts.filter(({ length }) => length === 0).length
  const title = 'Who is in contact with whom'
  const person = people[chosen]

  return (
    <div className={classes.picture} data-open={person !== undefined}>
      <ChartFrame
        title={title}
        note={`${about}, ${first === null ? period : weeksText(weeks, first, windowWeeks)}`}
        reading={`${readingOf({ people: people.length, ties: shown.length, alone })} ${brokerWords(ringed, brokers)}`.trim()}
        table={peopleTable(people, contacts, held)}
        paint={(pen) => surface.current?.draw(pen)}
        {...chartExports(`${title}, ${about}`)}
      >
        <MapLegend groups={legend} marks={{ brokers: ringed > 0, alone: alone > 0 }} />
        {scene ? (
          <MapCanvas
            surface={surface}
            label="Map of contacts. The arrow keys lead from one person to their contacts; plus and minus zoom; the table has everything in words."
            scene={scene}
            chosen={chosen}
            onChoose={setChosen}
          />
        ) : (
          <div className={classes.canvasBox} data-picture="without">
            <p role="status" className={classes.arranging}>
              Arranging {numberText(people.length)} people…
            </p>
          </div>
        )}
        <div className={classes.below} data-picture="without">
          <Select
            className={classes.find ?? ''}
            aria-label="Find a person"
            placeholder="Find a person"
            searchable
            clearable
            limit={30}
            data={people.map(({ name }, at) => ({ value: String(at), label: name }))}
            value={person ? String(chosen) : null}
            onChange={(value) => setChosen(value === null ? -1 : Number(value))}
          />
          <WeekWindow weeks={weeks} imports={network.imports} first={first} onFirst={setFirst} />
        </div>
      </ChartFrame>
      {person ? (
        <PersonPane
          person={person}
          broker={held.has(person.id)}
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

function readingOf({ people, ties, alone }: { people: number; ties: number; alone: number }): string {
  const all = `${counted(people, 'person', 'people')}, ${counted(ties, 'tie')}.`
  return alone === 0 ? all : `${all} ${counted(alone, 'person has', 'people have')} no contact here.`
}

function brokerWords(ringed: number, brokers: Brokers | undefined): string {
  if (brokers === undefined) return 'Who holds departments together is still being counted.'
  if (ringed === 0) return ''
  const estimate =
    brokers.sampled === null
      ? ''
      : `, as an estimate from the ways between ${numberText(brokers.sampled)} people and all others`
  return `${counted(ringed, 'person', 'people')} with a ring ${ringed === 1 ? 'holds' : 'hold'} departments together${estimate}.`
}
